import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill } from 'node:process';
import { z } from 'zod';
import { AppError, plainError, errorCodes, type Failure } from '../contract/errors.ts';
import { hostFileName, tokenFileName } from '../api/files.ts';
import { readToken } from '../api/token.ts';

/** Only there does a host listen: the token is sent nowhere else, whatever the file says. */
const hostSchema = z.object({
  api: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  pid: z.number().int().positive(),
});
const failedSchema = z.object({ error: z.object({ code: z.enum(errorCodes), message: z.string(), hint: z.string() }) });

interface CallOptions {
  headers?: Record<string, string>;
  /** Rejects with its reason. */
  signal?: AbortSignal;
}

/** A running host, as its data folder describes it. */
export interface HostClient {
  api: string;
  token: string;
  /** The parsed body; undefined for 204. Rejects with the host's AppError, or NOT_FOUND when it is gone. */
  call<T>(method: string, path: string, body?: unknown, more?: CallOptions): Promise<T | undefined>;
}

/**
 * The host that runs with this data folder, asked with its own token; `OTP_DOCK_TOKEN` is another token, `OTP_DOCK_URL`
 * the address for who cannot read the folder. An `.env` sets neither. Throws NOT_FOUND when no host runs there.
 */
export function findHost(
  dataDir: string,
  { OTP_DOCK_URL: url, OTP_DOCK_TOKEN: given }: Record<string, string | undefined> = {},
): HostClient {
  const api = url ? originOf(url) : readApi(join(dataDir, hostFileName));
  const token = given || readToken(join(dataDir, tokenFileName));
  if (!api || !token) throw noHost();
  return {
    api,
    token,
    call: (method, path, body, { headers, signal } = {}) =>
      call(`${api}${path}`, method, body, { headers: { ...headers, authorization: `Bearer ${token}` }, signal }),
  };
}

function originOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname))
    return parsed.origin;
  throw plainError(
    'INVALID_INPUT',
    'OTP_DOCK_URL is not the address of a host on this machine.',
    'Set it to one such as http://127.0.0.1:5001, or leave it out.',
  );
}

function readApi(file: string): string | null {
  try {
    const { api, pid } = hostSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    // Throws when the process is gone, or another user's: then a stranger may listen at its port, who must not get the token.
    kill(pid, 0);
    return api;
  } catch {
    return null;
  }
}

async function call<T>(
  url: string,
  method: string,
  body: unknown,
  { headers, signal }: { headers: Record<string, string>; signal: AbortSignal | undefined },
): Promise<T | undefined> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    signal: signal ?? null,
    ...content,
  }).catch(() => {
    signal?.throwIfAborted();
    throw noHost();
  });
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  // What is not in the host's form comes from another program, at the port of a host that is gone.
  throw failedSchema.safeParse(answer).success ? new AppError((answer as { error: Failure }).error) : noHost();
}

function noHost(): AppError {
  return plainError(
    'NOT_FOUND',
    'No OTP Dock host is running with this data folder.',
    'Start one with "npm run serve" and try again; OTP_DOCK_DATA_DIR chooses the folder.',
  );
}
