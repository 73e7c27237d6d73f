import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from './types.ts';
import { findHost, type HostAddress, type HostOptions } from './discovery.ts';
import { HostUnreachableError, OtpDockError } from './errors.ts';

export interface HttpOptions extends HostOptions {
  /**
   * How long to retry when the host does not answer, so that it may restart meanwhile. Milliseconds; by default 10,000.
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
  patience?: number;
  /** Whether the request may be sent again even if the host may already have done it. */
  repeatable: boolean;
  /** Milliseconds, instead of `reconnectTimeout`. */
  reconnect?: number | undefined;
}

const defaultReconnectMs = 10_000;
/** A purchase may be retried with Twilio for two minutes before it fails. */
const defaultPatienceMs = 180_000;
const [firstPauseMs, longestPauseMs] = [100, 1_000];

/**
 * Sends a request to the host, retrying while it is unreachable; null when the answer is 204. Rejects with an
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
      await sleep(Math.min(pause, left), undefined, { signal: call.signal }).catch(() => call.signal?.throwIfAborted());
    }
  }
}

function mayTryAgain(thrown: unknown, call: Call): boolean {
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
  const patience = AbortSignal.timeout(call.patience ?? defaultPatienceMs);
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
  if (failure?.code && failure.message) throw new OtpDockError(failure);
  // An answer in another format comes from another program, on the port of a host that is gone.
  throw new HostUnreachableError(
    `What answers at ${url} is not OTP Dock (status ${response.status}).`,
    'Check that it runs; OTP_DOCK_URL or OTP_DOCK_DATA_DIR say which one is meant.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
