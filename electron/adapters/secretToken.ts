import { createHash, randomBytes } from 'node:crypto';

/** A new token: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as hexadecimal digits: only this is stored of a named token. */
export function hashOf(token: string): string {
  return digest(token).toString('hex');
}

/** SHA-256: gives all compared values the same length. */
export function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
