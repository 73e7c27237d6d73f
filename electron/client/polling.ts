import type { Message } from './types.ts';
import { OtpDockError } from './errors.ts';
import { callHost, type HttpOptions } from './http.ts';
import { afterOf, timeoutOf, type Target, type WaitOptions } from './waitOptions.ts';

/** A code and the message that brought it. */
export interface ReceivedCode {
  code: string;
  message: Message;
}

/** The longest a single request waits: proxies, and fetch itself, would give up on longer ones. */
const longestAskMs = 25_000;
/** Extra time for the host's answer, beyond the wait itself. */
const graceMs = 10_000;

/** Waits for a code; null when none came in time. Rejects with the host's OtpDockError, or the signal's reason. */
export function pollForCode(http: HttpOptions, target: Target, options: WaitOptions): Promise<ReceivedCode | null> {
  return new Poll<ReceivedCode>(http, target, 'code', options).next(options.after);
}

/** Like `pollForCode`, for a message that `pick` finds something in. */
export async function pollForMessage<T>(
  http: HttpOptions,
  target: Target,
  options: WaitOptions,
  pick: (message: Message) => T | null,
): Promise<T | null> {
  const poll = new Poll<{ message: Message }>(http, target, 'message', options);
  for (let after = options.after; ;) {
    const received = await poll.next(after);
    if (!received) return null;
    const picked = pick(received.message);
    if (picked !== null) return picked;
    after = received.message;
  }
}

/** One wait, even across restarts of the host, or while another host takes over. */
class Poll<T> {
  readonly #http: HttpOptions;
  readonly #path: string;
  readonly #query: Record<string, string | undefined>;
  readonly #signal: AbortSignal | undefined;
  readonly #end: number;

  constructor(http: HttpOptions, target: Target, awaited: 'code' | 'message', options: WaitOptions) {
    const { from, contains, service, signal } = options;
    this.#http = http;
    this.#path = 'to' in target ? `/v1/${awaited}` : `/v1/leases/${encodeURIComponent(target.leaseId)}/${awaited}`;
    this.#query = { to: 'to' in target ? target.to : undefined, from, contains, service };
    this.#signal = signal;
    this.#end = performance.now() + timeoutOf(options);
  }

  async next(after: WaitOptions['after']): Promise<T | null> {
    try {
      return await this.#after(afterOf(after));
    } catch (thrown) {
      // The message may have been deleted since.
      const isGone = thrown instanceof OtpDockError && thrown.code === 'NOT_FOUND';
      if (!isGone || typeof after !== 'object' || after instanceof Date) throw thrown;
      return this.#after(after.receivedAt);
    }
  }

  async #after(after: string | undefined): Promise<T | null> {
    const path = () => `${this.#path}?${this.#queryNow(after)}`;
    const patience = () => Math.ceil(Math.min(this.#leftMs(), longestAskMs)) + graceMs;
    do {
      // While waiting, also wait that long for the host, unless retries are switched off.
      const reconnect = this.#http.reconnectTimeout === 0 ? 0 : this.#leftMs();
      const call = { method: 'GET', path, signal: this.#signal, patience, repeatable: true, reconnect } as const;
      const received = await callHost<T>(this.#http, call);
      if (received) return received;
    } while (this.#leftMs() > 0);
    return null;
  }

  #queryNow(after: string | undefined): string {
    const timeoutSeconds = String(Math.min(this.#leftMs(), longestAskMs) / 1000);
    const given = Object.entries({ timeoutSeconds, ...this.#query, after });
    return new URLSearchParams(
      given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ).toString();
  }

  #leftMs(): number {
    return Math.max(0, this.#end - performance.now());
  }
}
