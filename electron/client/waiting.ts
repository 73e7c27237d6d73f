import type { Message } from './types.ts';
import { NoCodeError, OtpDockError } from './errors.ts';
import { callHost, type HttpOptions } from './http.ts';
import { whatCame } from './whatCame.ts';

/** A code and the message that brought it. */
export interface ReceivedCode {
  code: string;
  message: Message;
}

export interface WaitOptions {
  /** Milliseconds; by default 30,000. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
  /**
   * Only a code that came after this message (or its SID) or this time counts. By default, after the last code that
   * this lease object returned, if any.
   */
  after?: Message | Date | string | undefined;
}

const defaultTimeoutMs = 30_000;
/** The longest a single request waits: proxies, and fetch itself, would give up on longer ones. */
const longestAskMs = 25_000;
/** Extra time for the host's answer, beyond the wait itself. */
const graceMs = 10_000;

/**
 * Waits for a lease's code by long polling, even across restarts of the host. Rejects with NoCodeError when none came
 * in time or before the lease ended, another OtpDockError when the host refuses or stays away, or the signal's reason.
 */
export async function waitForCode(http: HttpOptions, leaseId: string, options: WaitOptions): Promise<ReceivedCode> {
  const { timeout = defaultTimeoutMs, signal } = options;
  const wait = { leaseId, after: afterOf(options.after), signal };
  try {
    const received = await pollForCode(http, leaseId, options);
    if (received) return received;
  } catch (thrown) {
    if (!(thrown instanceof OtpDockError && thrown.code === 'LEASE_ENDED')) throw thrown;
    throw await noCode(http, 'LEASE_ENDED', 'The lease ended before a code came.', wait);
  }
  throw await noCode(http, 'NO_CODE', `No code came within ${timeout / 1000} seconds.`, wait);
}

/** Like `waitForCode`, but null when none came in time, and with the host's own LEASE_ENDED. */
export async function pollForCode(
  http: HttpOptions,
  leaseId: string,
  { timeout = defaultTimeoutMs, after, signal }: WaitOptions,
): Promise<ReceivedCode | null> {
  const end = performance.now() + timeout;
  const left = () => Math.max(0, end - performance.now());
  do {
    const received = await ask(http, leaseId, { left, after: afterOf(after), signal });
    if (received) return received;
  } while (left() > 0);
  return null;
}

interface Wait {
  /** Milliseconds left. */
  left(): number;
  after: string | null;
  signal: AbortSignal | undefined;
}

async function ask(http: HttpOptions, id: string, { left, after, signal }: Wait): Promise<ReceivedCode | null> {
  const path = () => {
    const seconds = Math.min(left(), longestAskMs) / 1000;
    const query = new URLSearchParams({ timeoutSeconds: String(seconds), ...(after && { after }) });
    return `/v1/leases/${encodeURIComponent(id)}/code?${query}`;
  };
  const patience = longestAskMs + graceMs;
  // While waiting for a code, also wait that long for the host, unless retries are switched off.
  const reconnect = http.reconnectTimeout === 0 ? 0 : left();
  return callHost<ReceivedCode>(http, { method: 'GET', path, signal, patience, repeatable: true, reconnect });
}

async function noCode(
  http: HttpOptions,
  code: NoCodeError['code'] & ('NO_CODE' | 'LEASE_ENDED'),
  message: string,
  of: { leaseId: string; after: string | null; signal: AbortSignal | undefined },
): Promise<NoCodeError> {
  const { messages, hint } = await whatCame(http, of.leaseId, of.after, of.signal);
  return new NoCodeError(code, message, hint, messages);
}

/** As written in the URL: an ISO time or a message's SID. */
function afterOf(after: WaitOptions['after']): string | null {
  if (after === undefined) return null;
  if (after instanceof Date) return after.toISOString();
  return typeof after === 'string' ? after : after.sid;
}
