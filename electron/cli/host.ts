import { findHost, type HostAddress } from '../client/discovery.ts';
import { OtpDockError } from '../client/errors.ts';
import { callHost, type Call, type HttpOptions } from '../client/http.ts';
import { plainError, toFailure, type Failure } from '../contract/errors.ts';
import { verbatim } from '../contract/words/phrases.ts';

/** A running host, located once per command. Not retried when it does not answer: a person sees that it is gone. */
export type Host = HostAddress & HttpOptions;

/**
 * Finds the host running with this data folder, and its token. `OTP_DOCK_TOKEN` sets another token, `OTP_DOCK_URL` the
 * address of a team's host, or for users who cannot read the folder. An `.env` sets neither.
 */
export function openHost(dataDir: string, variables: Record<string, string | undefined>): Host {
  return { ...findHost({ dataDir }, variables), reconnectTimeout: 0 };
}

/** Returns the parsed body of the host's answer. */
export async function ask<T>(host: Host, method: Call['method'], path: string, body?: unknown): Promise<T> {
  return (await callHost<T>(host, { method, path, body, repeatable: false })) as T;
}

/** Turns any thrown value into a Failure. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof OtpDockError)) return toFailure(thrown);
  const { code, message, hint, ...rest } = thrown.toJSON();
  if (code === 'HOST_UNREACHABLE') return noHost();
  return { ...rest, code, message: verbatim(message), hint: verbatim(hint) };
}

function noHost(): Failure {
  return plainError(
    'NOT_FOUND',
    'No OTP Dock host is running with this data folder.',
    'Start one with "npm run serve" and try again; OTP_DOCK_DATA_DIR chooses the folder. One that has a public address is found by OTP_DOCK_URL and OTP_DOCK_TOKEN alone.',
  ).failure;
}
