import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const shape = /^[A-Za-z0-9_-]{43}$/;

/** The token in the file, or a new one written there (256 random bits), readable by its owner only. */
export function openToken(file: string): string {
  const known = readToken(file);
  if (known) {
    chmodSync(file, 0o600);
    return known;
  }
  const token = randomBytes(32).toString('base64url');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return token;
}

/** null when there is no such file, or no token in it. */
export function readToken(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return shape.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Compares in constant time; the hash makes the lengths equal. */
export function sameToken(given: string | null | undefined, token: string): boolean {
  return given != null && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
