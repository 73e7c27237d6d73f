import { resolve } from 'node:path';
import { z } from 'zod';
import { appError } from '../contract/errors.ts';
import type { Phrase } from '../contract/words/phrase.ts';
import { issuePhrase, phrases } from '../contract/words/phrases.ts';
import { completeCredentials, credentialFields, type GivenCredentials } from '../contract/credentials.ts';
import { ngrokRootCas } from '../contract/choices.ts';
import { testModes, type TestMode } from '../contract/mode.ts';
import {
  baseUrlSchema,
  maxLeaseSchema,
  publicUrlSchema,
  quarantineSchema,
  receptionKinds,
  retentionSchema,
  settingsSchema,
} from '../contract/settings.ts';
import type { EnvironmentOverrides } from '../core/environmentOverrides.ts';
import { defaultDataDir } from './dataDir.ts';
import { ipAddress, networkOf, networkVariables, type Network } from './network.ts';

const say = phrases.host;

/** A host's parsed environment. See env.example. */
export interface Environment extends EnvironmentOverrides {
  twilioApiBaseUrl: string | null;
  /** Preferred ports; if one is in use, the next free port is taken, unless `network` has exact ports. */
  port: number;
  apiPort: number;
  /** Where the app under test sends its SMS when they are captured. */
  capturePort: number;
  /** An IP address. Another than loopback lets other machines and containers send. */
  captureHost: string;
  /** How others reach the headless host. The desktop app is on loopback, whatever it says. */
  network: Network;
  /** What the host is to offer; null: what it is started with. */
  mode: TestMode | null;
  dataDir: string;
  /** Where a team's hosts keep what they share; it has a password in it. */
  databaseUrl: string | null;
  /** The lowest level that the headless host writes to stderr. */
  logLevel: 'info' | 'warn' | 'error';
  /** How: lines of text, or one JSON object a line. */
  logFormat: 'text' | 'json';
  /** What the headless host does with running leases when it stops; absent: as in Settings. */
  onQuit?: 'release' | 'keep' | undefined;
  production: boolean;
}

const port = z.coerce.number().int().min(0).max(65_535);

/** On this machine, nobody can listen in between. */
export function isOnLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

const variablesSchema = z.object({
  TWILIO_ACCOUNT_SID: credentialFields.shape.accountSid.optional(),
  TWILIO_AUTH_TOKEN: credentialFields.shape.authToken.optional(),
  TWILIO_API_KEY: credentialFields.shape.apiKey.optional(),
  TWILIO_API_SECRET: credentialFields.shape.apiSecret.optional(),
  TWILIO_API_BASE_URL: baseUrlSchema
    .refine(
      (url) => url.startsWith('https:') || isOnLoopback(url),
      'http would send the Auth Token in the clear: https, or http on this machine.',
    )
    .optional(),
  WEBHOOK_BASE_URL: publicUrlSchema.optional(),
  OTP_DOCK_TUNNEL: z.enum(receptionKinds).optional(),
  NGROK_AUTHTOKEN: z.string().trim().optional(),
  NGROK_DOMAIN: settingsSchema.shape.ngrokDomain.unwrap().unwrap().optional(),
  NGROK_ROOT_CAS: z.enum(ngrokRootCas).optional(),
  PORT: port.default(5000),
  OTP_DOCK_API_PORT: port.default(5001),
  OTP_DOCK_CAPTURE_PORT: port.default(4010),
  OTP_DOCK_CAPTURE_HOST: ipAddress.default('127.0.0.1'),
  ...networkVariables,
  OTP_DOCK_MODE: z.enum(testModes).optional(),
  OTP_DOCK_MAX_LEASE_SECONDS: z.coerce.number().pipe(maxLeaseSchema).optional(),
  OTP_DOCK_QUARANTINE_SECONDS: z.coerce.number().pipe(quarantineSchema).optional(),
  OTP_DOCK_RETENTION_DAYS: z.coerce.number().pipe(retentionSchema).optional(),
  OTP_DOCK_DATA_DIR: z.string().optional(),
  OTP_DOCK_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: phrases.validation.databaseUrl.key }).optional(),
  OTP_DOCK_LOG: z.enum(['info', 'warn', 'error']).default('info'),
  OTP_DOCK_LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  OTP_DOCK_ON_QUIT: z.enum(['release', 'keep']).optional(),
  NODE_ENV: z.string().optional(),
});

/** Every variable that OTP Dock itself reads (see env.example). */
export const variableNames: ReadonlySet<string> = new Set([...Object.keys(variablesSchema.shape), 'DEBUG']);

/** Throws INVALID_INPUT that names the variable but not its value, which may be a secret. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  // An empty variable counts as unset: .env files often leave values empty.
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variablesSchema.safeParse(given);
  if (!parsed.success) throw badVariable(parsed.error);
  const env = parsed.data;
  return {
    credentials: credentialsOf(env),
    twilioApiBaseUrl: env.TWILIO_API_BASE_URL ?? null,
    publicUrl: env.WEBHOOK_BASE_URL ?? null,
    reception: env.OTP_DOCK_TUNNEL ?? null,
    ngrokToken: env.NGROK_AUTHTOKEN ?? null,
    ngrokDomain: env.NGROK_DOMAIN ?? null,
    ngrokRootCas: env.NGROK_ROOT_CAS ?? null,
    maxLeaseSeconds: env.OTP_DOCK_MAX_LEASE_SECONDS ?? null,
    quarantineSeconds: env.OTP_DOCK_QUARANTINE_SECONDS ?? null,
    retentionDays: env.OTP_DOCK_RETENTION_DAYS ?? null,
    port: env.PORT,
    apiPort: env.OTP_DOCK_API_PORT,
    capturePort: env.OTP_DOCK_CAPTURE_PORT,
    captureHost: env.OTP_DOCK_CAPTURE_HOST,
    network: networkOf(env, env.OTP_DOCK_DATABASE_URL !== undefined),
    mode: env.OTP_DOCK_MODE ?? null,
    dataDir: env.OTP_DOCK_DATA_DIR ? resolve(env.OTP_DOCK_DATA_DIR) : defaultDataDir(),
    databaseUrl: env.OTP_DOCK_DATABASE_URL ?? null,
    logLevel: env.OTP_DOCK_LOG,
    logFormat: env.OTP_DOCK_LOG_FORMAT,
    onQuit: env.OTP_DOCK_ON_QUIT,
    production: env.NODE_ENV === 'production',
  };
}

function credentialsOf(env: z.output<typeof variablesSchema>): Environment['credentials'] {
  const given = {
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    apiKey: env.TWILIO_API_KEY,
    apiSecret: env.TWILIO_API_SECRET,
  };
  const credentials = completeCredentials(given);
  if (credentials || Object.values(given).every((value) => value === undefined)) return credentials;
  const [variable, hint] = missingIn(given);
  throw appError('INVALID_INPUT', say.halfMissing({ variable }), hint);
}

function missingIn({ accountSid, apiKey, apiSecret }: GivenCredentials): [variable: string, hint: Phrase] {
  if (!apiKey !== !apiSecret) return [apiKey ? 'TWILIO_API_SECRET' : 'TWILIO_API_KEY', say.halfKeyHint];
  if (accountSid) return ['TWILIO_AUTH_TOKEN', say.noTokenHint];
  return ['TWILIO_ACCOUNT_SID', apiKey ? say.noAccountHint : say.halfMissingHint];
}

function badVariable(error: z.ZodError): Error {
  const [issue] = error.issues;
  const what = issuePhrase(issue?.message ?? '');
  return appError('INVALID_INPUT', say.badVariable({ name: String(issue?.path[0]), what }), say.badVariableHint);
}
