import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from './types.ts';
import { findHost, type HostAddress, type HostOptions } from './discovery.ts';
import { HostUnreachableError, OtpDockError, StandbyError } from './errors.ts';

export interface HttpOptions extends HostOptions {
  /**
   * How long to retry when the host does not answer, so that it may restart, or another take its place, meanwhile.
   * Milliseconds; by default 10,000.
   */
  reconnectTimeout?: number | undefined;
}

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A function is called again for each try. */
  path: string | (() => string);
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** An answer that takes longer counts as none. Milliseconds. */
  patience?: number | (() => number);
  /** Whether the request may be sent again even if the host may already have done it. */
  repeatable: boolean;
  /** Milliseconds, instead of `reconnectTimeout`. */
  reconnect?: number | undefined;
}

const defaultReconnectMs = 10_000;
/** A purchase may be retried with Twilio for two minutes before it fails. */
const defaultPatienceMs = 180_000;
const [firstPauseMs, longestPauseMs] = [100, 1_000];
/** What a proxy answers for a host that is away, or that went away in the middle. */
const awayStatuses: readonly number[] = [502, 503, 504];

/**
 * Sends a request to the host, retrying while it is unreachable or stands by; null when the answer is 204. Rejects with an
 * OtpDockError, or with the signal's reason.
 */
export async function callHost<T>(options: HttpOptions, call: Call): Promise<T | null> {
  const end = performance.now() + (call.reconnect ?? options.reconnectTimeout ?? defaultReconnectMs);
  for (let pause = firstPauseMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
    try {
      return await callOnce<T>(options, call);
    } catch (thrown) {
      const left = end - performance.now();
      if (!mayTryAgain(thrown, call) || left <= 0) throw thrown;
      const wait = Math.min(Math.max(shaken(pause), retryAfterOf(thrown)), left);
      await sleep(wait, undefined, { signal: call.signal }).catch(() => call.signal?.throwIfAborted());
    }
  }
}

/** Half of it at least: those who lost the same host at once must not all come back at once. */
function shaken(pauseMs: number): number {
  return pauseMs * (1 + Math.random()) * 0.5;
}

/** Milliseconds that the host, or the proxy in front of it, asks for; 0 when it does not. */
function retryAfterOf(thrown: unknown): number {
  return thrown instanceof StandbyError || thrown instanceof HostUnreachableError ? thrown.retryAfterMs : 0;
}

/** A host that stands by has done nothing. */
function mayTryAgain(thrown: unknown, call: Call): boolean {
  if (thrown instanceof StandbyError) return true;
  return thrown instanceof HostUnreachableError && (call.repeatable || isUnsent(thrown));
}

/** Whether the host certainly never got the request. */
function isUnsent({ cause }: HostUnreachableError): boolean {
  return cause === undefined || codeOf(cause) === 'ECONNREFUSED';
}

function codeOf(thrown: unknown): unknown {
  const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  return inner instanceof Error && 'code' in inner ? inner.code : undefined;
}

async function callOnce<T>(options: HttpOptions, call: Call): Promise<T | null> {
  const host = findHost(options);
  call.signal?.throwIfAborted();
  const { patience: patienceMs = defaultPatienceMs } = call;
  const patience = AbortSignal.timeout(typeof patienceMs === 'number' ? patienceMs : patienceMs());
  const path = typeof call.path === 'string' ? call.path : call.path();
  try {
    const response = await fetch(`${host.url}${path}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${host.token}`,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal: call.signal ? AbortSignal.any([call.signal, patience]) : patience,
    });
    return await answerOf<T>(response, host);
  } catch (thrown) {
    if (thrown instanceof OtpDockError) throw thrown;
    call.signal?.throwIfAborted();
    throw new HostUnreachableError(
      `OTP Dock at ${host.url} does not answer.`,
      'Check that it runs; OTP_DOCK_URL or OTP_DOCK_DATA_DIR say which one is meant.',
      { cause: thrown },
    );
  }
}

async function answerOf<T>(response: Response, { url }: HostAddress): Promise<T | null> {
  if (response.status === 204) return null;
  const text = await response.text();
  const body = parseJson(text);
  if (response.ok && body !== undefined) return body as T;
  const failure = (body as { error?: Failure } | null | undefined)?.error;
  if (failure?.code === 'STANDBY') throw new StandbyError(failure, retryAfterIn(response));
  if (failure?.code && failure.message) throw new OtpDockError(failure);
  if (awayStatuses.includes(response.status))
    throw new HostUnreachableError(
      `OTP Dock at ${url} does not answer the proxy in front of it (status ${response.status}).`,
      'Check that it runs, and that the proxy leads there.',
      // It may have had the request.
      { cause: new Error(`status ${response.status}`), retryAfterMs: retryAfterIn(response) },
    );
  // An answer in another format comes from another program, on the port of a host that is gone.
  throw new HostUnreachableError(
    `What answers at ${url} is not OTP Dock (status ${response.status}).`,
    'Check that it runs; OTP_DOCK_URL or OTP_DOCK_DATA_DIR say which one is meant.',
    // A proxy may have said so after the host had done it.
    { cause: new Error(`status ${response.status}`) },
  );
}

/** The header is in seconds, or a date. */
function retryAfterIn({ headers }: Response): number {
  const given = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return ms > 0 ? ms : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
