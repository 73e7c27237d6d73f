import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { appError } from '../contract/errors.ts';
import { credentialsSchema } from '../contract/api.ts';
import { publicUrlSchema, receptionKinds, settingsSchema } from '../contract/settings.ts';
import type { EnvironmentOverrides } from '../core/environmentOverrides.ts';
import { defaultDataDir } from './dataDir.ts';

/** The environment of a host, parsed. See env.example. */
export interface Environment extends EnvironmentOverrides {
  twilioApiBaseUrl: string | null;
  /** Preferred ports on loopback; the next free one is taken when one is in use. */
  port: number;
  apiPort: number;
  dataDir: string;
  production: boolean;
}

const port = z.coerce.number().int().min(0).max(65_535);
const credentials = credentialsSchema.pick({ accountSid: true, authToken: true });

const variablesSchema = z.object({
  TWILIO_ACCOUNT_SID: credentials.shape.accountSid.optional(),
  TWILIO_AUTH_TOKEN: credentials.shape.authToken.optional(),
  TWILIO_API_BASE_URL: publicUrlSchema.optional(),
  WEBHOOK_BASE_URL: publicUrlSchema.optional(),
  OTP_DOCK_TUNNEL: z.enum(receptionKinds).optional(),
  NGROK_AUTHTOKEN: z.string().trim().optional(),
  NGROK_DOMAIN: settingsSchema.shape.ngrokDomain.unwrap().unwrap().optional(),
  PORT: port.default(5000),
  OTP_DOCK_API_PORT: port.default(5001),
  OTP_DOCK_DATA_DIR: z.string().optional(),
  NODE_ENV: z.string().optional(),
});

/** Adds the variables of the folder's `.env` file that are not set yet. Throws INVALID_INPUT when the file cannot be read. */
export function loadDotEnv(folder: string): void {
  const file = join(folder, '.env');
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch {
    throw appError(
      'INVALID_INPUT',
      `The file ${file} could not be read.`,
      'Check that it is a text file and may be read, or move it away.',
    );
  }
}

/** Throws INVALID_INPUT that names the variable; its value is not repeated, it may be a secret. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  // An empty variable counts as not set: that is how .env files leave things open.
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variablesSchema.safeParse(given);
  if (!parsed.success) throw badVariable(parsed.error);
  const env = parsed.data;
  return {
    credentials: credentialsOf(env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN),
    twilioApiBaseUrl: env.TWILIO_API_BASE_URL ?? null,
    publicUrl: env.WEBHOOK_BASE_URL ?? null,
    reception: env.OTP_DOCK_TUNNEL ?? null,
    ngrokToken: env.NGROK_AUTHTOKEN ?? null,
    ngrokDomain: env.NGROK_DOMAIN ?? null,
    port: env.PORT,
    apiPort: env.OTP_DOCK_API_PORT,
    dataDir: env.OTP_DOCK_DATA_DIR ? resolve(env.OTP_DOCK_DATA_DIR) : defaultDataDir(),
    production: env.NODE_ENV === 'production',
  };
}

function credentialsOf(accountSid: string | undefined, authToken: string | undefined): Environment['credentials'] {
  if (accountSid && authToken) return { accountSid, authToken };
  if (!accountSid && !authToken) return null;
  const missing = accountSid ? 'TWILIO_AUTH_TOKEN' : 'TWILIO_ACCOUNT_SID';
  throw appError(
    'INVALID_INPUT',
    `${missing} is not set, although its other half is.`,
    'Set both TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or neither.',
  );
}

function badVariable(error: z.ZodError): Error {
  const [issue] = error.issues;
  return appError(
    'INVALID_INPUT',
    `The environment variable ${String(issue?.path[0])} is not valid. ${issue?.message ?? ''}`,
    'Correct it in the environment or in the .env file, and start again.',
  );
}
