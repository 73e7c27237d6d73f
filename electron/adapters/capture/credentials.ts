import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { credentialFields } from '../../contract/credentials.ts';
import type { Credentials, EmulatedAccount } from '../../core/ports.ts';
import { readPrivateFile, writePrivateFile } from '../privateFiles.ts';

const shape = credentialFields.pick({ accountSid: true, authToken: true });

/** Where made-up credentials for captured SMS are kept. */
export function captureCredentialsFile(dataDir: string): string {
  return join(dataDir, 'capture.json');
}

/**
 * Credentials that an app under test can send with: those of the environment. What is missing there is made once, so
 * that the app need not be set up again after a restart, and opens nothing but the emulator on this machine. Throws
 * STORAGE_FAILED.
 */
export function captureCredentials(dataDir: string, given: Credentials | null): EmulatedAccount['credentials'] {
  return given ? { ...given, authToken: given.authToken ?? madeUp(dataDir).authToken } : madeUp(dataDir);
}

function madeUp(dataDir: string): { accountSid: string; authToken: string } {
  const file = captureCredentialsFile(dataDir);
  const kept = shape.safeParse(parsed(readPrivateFile(file)));
  if (kept.success) return kept.data;
  const made = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
  writePrivateFile(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

/** Others are made when they are needed again. Throws the file system's error. */
export function forgetCaptureCredentials(dataDir: string): void {
  rmSync(captureCredentialsFile(dataDir), { force: true });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
