import { z } from 'zod';
import { phrases } from './words/phrases.ts';

const { validation: says } = phrases;

/**
 * How to sign in to a Twilio account: with its Auth Token, or with an API key, which goes first where both are given.
 * Twilio signs webhooks with the token alone.
 */
export type Credentials = { accountSid: string } & (
  | { authToken: string; apiKey?: undefined; apiSecret?: undefined }
  | { authToken?: string | undefined; apiKey: string; apiSecret: string }
);

/** What was given of them; each pair may be incomplete. */
export type GivenCredentials = { [Name in 'accountSid' | 'authToken' | 'apiKey' | 'apiSecret']?: string | undefined };

/** null when something is missing. */
export function completeCredentials(given: GivenCredentials): Credentials | null {
  const { accountSid, authToken, apiKey, apiSecret } = given;
  if (!accountSid || !apiKey !== !apiSecret) return null;
  if (apiKey && apiSecret) return { accountSid, apiKey, apiSecret, ...(authToken && { authToken }) };
  return authToken ? { accountSid, authToken } : null;
}

/** Whether this is, or contains, the SID of an API key. */
export function isApiKeySid(text: string): boolean {
  return /(?<![0-9a-z])SK[0-9a-f]{32}(?![0-9a-z])/i.test(text);
}

const isAccountSid = (text: string) => /^AC[0-9a-f]{32}$/i.test(text);
const isNoKey = [(text: string) => !isApiKeySid(text), { error: says.apiKeySid.key, abort: true }] as const;

/** Each by itself. */
export const credentialFields = z.object({
  accountSid: z
    .string()
    .trim()
    .refine(...isNoKey)
    .regex(/^AC[0-9a-fA-F]{32}$/, says.accountSid.key),
  authToken: z
    .string()
    .trim()
    .refine(...isNoKey)
    .refine((token) => !isAccountSid(token), { error: says.sidAsToken.key, abort: true })
    .regex(/^[0-9a-zA-Z]{16,64}$/, says.authToken.key),
  apiKey: z
    .string()
    .trim()
    .refine((sid) => !isAccountSid(sid), { error: says.sidAsKey.key, abort: true })
    .regex(/^SK[0-9a-fA-F]{32}$/, says.apiKey.key),
  apiSecret: z
    .string()
    .trim()
    .refine((secret) => !isAccountSid(secret) && !isApiKeySid(secret), { error: says.sidAsSecret.key, abort: true })
    .regex(/^[!-~]{16,128}$/, says.apiSecret.key),
});

const givenSchema = credentialFields.partial({ authToken: true, apiKey: true, apiSecret: true });

/** For the account, its token, or a key with its secret. */
export const credentialsSchema = givenSchema
  .extend({
    /** Keep it for the next start. Refused when this machine has no safe place for it. */
    remember: z.boolean().default(false),
    /** Of the same account, what is not given stays: the token beside a new key, or the key beside a new token. */
    keep: z.boolean().optional(),
  })
  .transform(({ remember, keep, ...given }, context) => {
    const credentials = completeCredentials(given);
    if (credentials) return { ...credentials, remember, keep };
    const missing = missingIn(given);
    context.addIssue({ code: 'custom', path: [missing], message: says[missing].key });
    return z.NEVER;
  });

function missingIn({ apiKey, apiSecret }: GivenCredentials): 'authToken' | 'apiKey' | 'apiSecret' {
  if (apiKey) return 'apiSecret';
  return apiSecret ? 'apiKey' : 'authToken';
}

const storedSchema = z.object({
  accountSid: z.string(),
  authToken: z.string().optional(),
  apiKey: z.string().optional(),
  apiSecret: z.string().optional(),
});

/** Credentials that were stored as JSON; null when these are none. */
export function storedCredentials(text: string): Credentials | null {
  const stored = storedSchema.safeParse(parseJson(text));
  return stored.success ? completeCredentials(stored.data) : null;
}

/** What must not be seen of them. */
export function secretsIn(credentials: Credentials | null): (string | undefined)[] {
  return [credentials?.authToken, credentials?.apiSecret];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
