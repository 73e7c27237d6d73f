import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { requireAccess } from './apiKeys.ts';
import { parsed } from './controlInput.ts';
import { TwilioError, unauthenticated } from './errors.ts';
import { newToken } from './sids.ts';
import type { World } from './world.ts';

/**
 * Checks HTTP Basic authentication: the account SID with the auth token, or an API key with its secret, which must be
 * allowed to use the path.
 * @throws TwilioError 401/20003 for missing or wrong credentials, 403/20403 when the account is suspended.
 */
export function authenticate(world: World, authorization: string | undefined, path: string): void {
  const credentials = basicCredentials(authorization);
  if (credentials === null) throw unauthenticated();
  const key = world.apiKeys.find(({ sid }) => credentials.startsWith(`${sid}:`));
  const expected = key ? `${key.sid}:${key.secret}` : `${world.accountSid}:${world.authToken}`;
  if (!sameSecret(credentials, expected)) throw unauthenticated();
  if (key) requireAccess(key, path);
  if (world.faults.suspended) throw new TwilioError(403, 20403, 'Forbidden: the account is suspended');
}

/**
 * Checks the account in the path: another account's SID is 401/20003 (the documentation of 20003 lists
 * "using subaccount credentials to access master account" among its causes).
 */
export function requireOwnAccount(world: World, accountSid: string | undefined): void {
  if (accountSid !== undefined && accountSid !== world.accountSid) throw unauthenticated();
}

const tokenInput = z.strictObject({
  authToken: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits')
    .default(() => newToken()),
});

/**
 * Replaces the auth token: the old one is rejected from now on, and webhooks are signed with the new one.
 * @returns the new one: the given `authToken`, or a random one.
 * @throws TwilioError 400/20001 unless it is 32 hexadecimal digits.
 */
export function rotateToken(world: World, input: unknown): string {
  world.authToken = parsed(tokenInput, input).authToken;
  return world.authToken;
}

function basicCredentials(authorization: string | undefined): string | null {
  const match = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '');
  return match ? Buffer.from(match[1] ?? '', 'base64').toString('utf8') : null;
}

function sameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
