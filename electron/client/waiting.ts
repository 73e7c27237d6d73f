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
  /** Milliseconds; 30,000 unless given. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
  /**
   * Only a code that came later counts: than a message or its SID, or than a time. Unless given, later than the code
   * that this lease object waited for before, if it did.
   */
  after?: Message | Date | string | undefined;
}

const defaultTimeoutMs = 30_000;
/** So long one request waits at most: shorter than what proxies, and fetch itself, put up with. */
const longestAskMs = 25_000;
/** What the host may take beyond the time that it was asked to wait. */
const graceMs = 10_000;

/**
 * Waits for a lease's code by long polls, through restarts of the host. Rejects with NoCodeError when none came in time
 * or before the lease ended, with another OtpDockError when the host refuses or stays away, and with the signal's reason.
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

/** As `waitForCode`, but null when none came in time, and LEASE_ENDED as the host says it. */
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
  /** Milliseconds until the time is up. */
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
  // Who waits for a code for a minute can wait for the host as long, but for who never does.
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

/** As it stands in the address: an ISO time or a message's SID. */
function afterOf(after: WaitOptions['after']): string | null {
  if (after === undefined) return null;
  if (after instanceof Date) return after.toISOString();
  return typeof after === 'string' ? after : after.sid;
}
