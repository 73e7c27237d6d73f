import { lstatSync, readFileSync } from 'node:fs';
import { readPrivateFile, writePrivateFile } from '../adapters/privateFiles.ts';
import { newToken } from '../adapters/secretToken.ts';

const shape = /^[A-Za-z0-9_-]{43}$/;

/**
 * The token in the file, or a new one (256 random bits) written there, readable only by its owner. A token that others
 * could read is compromised and gets replaced. Throws STORAGE_FAILED.
 */
export function openToken(file: string): string {
  const known = tokenIn(readPrivateFile(file));
  if (known) return known;
  const token = newToken();
  writePrivateFile(file, `${token}\n`);
  return token;
}

/** null when there is no such file, or no token in it. */
export function readToken(file: string): string | null {
  try {
    return lstatSync(file).isFile() ? tokenIn(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}

function tokenIn(text: string | null): string | null {
  const token = text?.trim() ?? '';
  return shape.test(token) ? token : null;
}
