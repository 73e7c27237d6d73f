import { randomUUID } from 'node:crypto';
import type { Carrier, Fault, LeaseState, Message, NumberType, Policy, TestMode } from './types.ts';
import { readCapture } from './capture.ts';
import { OwnFaults, type FaultsRequest } from './faults.ts';
import { callHost, type HttpOptions } from './http.ts';
import { Lease } from './lease.ts';
import { modeIn } from './mode.ts';
import { inSlices } from './slices.ts';
import type { ReceivedCode } from './polling.ts';
import { waitForCode, waitForLink, waitForMessage, type ReceivedLink } from './waiting.ts';
import type { LinkOptions, WaitOptions } from './waitOptions.ts';
import type { Health } from './whatCame.ts';

export { HostUnreachableError, NoCodeError, NoMessageError, OtpDockError, type OtpDockErrorCode } from './errors.ts';
export type { HostOptions } from './discovery.ts';
export type { ReceivedCode } from './polling.ts';
export type { ReceivedLink } from './waiting.ts';
export type { LinkOptions, WaitOptions } from './waitOptions.ts';
export type * from './types.ts';
export type { FaultsRequest, Health, HttpOptions as OtpDockOptions, Lease };

/** What number is wanted, and for how long. Anything absent is as in Settings. */
export interface LeaseRequest {
  /** Two letters, e.g. US. */
  country?: string;
  /** By default mobile, then local, then toll-free. */
  type?: NumberType;
  /** US and Canada: three digits. */
  areaCode?: string;
  /** Two to sixteen digits, letters or `*` that the number must contain. */
  contains?: string;
  /** A city. */
  locality?: string;
  /** What the number must do besides SMS. */
  capabilities?: ('mms' | 'voice')[];
  /** 1 to 604,800 seconds. Then the lease ends, even if the script has died. */
  ttlSeconds?: number;
  /** What happens to the number at the end; with `renewal` or `keep`, the next test can use it at no cost. */
  policy?: Policy;
  /** A label shown to people, at most 80 characters. */
  label?: string;
  /** The service under test, e.g. GitHub; see `fresh`. */
  service?: string;
  /** Only a number that was never used before or, with `service`, never for that service. */
  fresh?: boolean;
  /**
   * 0 to 600 seconds: how long to wait for a free number when none is available because as many as allowed are in use,
   * or because the kept number that fits still rests. 0 or absent: don't wait.
   */
  waitSeconds?: number;
  /**
   * 0 to 3600 seconds: how long a kept number rests after this lease before another one gets it, so that late messages
   * are not taken for the next lease's. By default as in Settings.
   */
  quarantineSeconds?: number;
  /**
   * 5 to 600 seconds: the lease also ends when this process has been silent for this long, so that a crash leaves no
   * number behind. The lease sends heartbeats by itself until it is released. null or absent: none.
   */
  heartbeatSeconds?: number | null;
  /**
   * What the test is meant for: `capture` for captured SMS, `real` for real numbers. Another OTP Dock refuses, and buys
   * nothing. By default as `OTP_DOCK_MODE` says; if that is not set either, whatever it offers.
   */
  mode?: TestMode;
}

/** A number, leased or not. */
export interface Recipient {
  /** E.164, such as +14155550123; with a channel (`whatsapp:+14155550123`), only what came by it. */
  to: string;
}

/** A purchase may be retried with Twilio for two minutes before it fails. */
const takePatienceMs = 180_000;

export interface RequestOptions {
  signal?: AbortSignal | undefined;
}

/** Leases numbers from, and waits for messages at, a running OTP Dock: the headless host, or the desktop app with its automation API on. */
export class OtpDock {
  readonly #http: HttpOptions;
  /** What was there before does not count by number, and nothing counts twice. */
  #since = now();
  readonly #seen = new Map<string, Message>();
  readonly #faults: OwnFaults;

  /**
   * What the app under test is started with while SMS are captured; null in an OTP Dock with real numbers, and before
   * `connected`. Its `authToken` is null when the host has it from its environment.
   */
  capture: Carrier | null = null;

  /** By default found through `OTP_DOCK_URL` and `OTP_DOCK_TOKEN`, or else through the data folder. */
  constructor(options: HttpOptions = {}) {
    this.#http = options;
    this.#faults = new OwnFaults(options);
  }

  /** Asks the host for `capture`; resolves to this object. Rejects with WRONG_MODE if `OTP_DOCK_MODE` asks for the other. */
  async connected(): Promise<this> {
    this.capture = await readCapture(this.#http, modeIn(process.env));
    return this;
  }

  /**
   * Leases a number; resolves once it is ready: in a second or two, or up to two minutes when Twilio is busy. One call
   * never buys two. Rejects with an OtpDockError such as NO_NUMBERS_AVAILABLE, SPEND_LIMIT or WRONG_MODE, or with the signal's
   * reason; a number that arrives after that is given back. With `waitSeconds` it waits for a number to become free,
   * and rejects with NO_FREE_NUMBER if none does.
   */
  async lease(request: LeaseRequest = {}, { signal }: RequestOptions = {}): Promise<Lease> {
    const mode = request.mode ?? modeIn(process.env);
    const take = this.#taking(mode === undefined ? request : { ...request, mode });
    try {
      return new Lease(this.#http, await take(signal), true);
    } catch (thrown) {
      // A request waiting in the host's queue leaves it when its connection closes.
      if (signal?.aborted && !request.waitSeconds) void this.#giveBack(take);
      throw thrown;
    }
  }

  /** Finds a lease taken by another script; the heartbeat stays with that script. Rejects with NOT_FOUND. */
  async findLease(id: string): Promise<Lease> {
    return new Lease(this.#http, await this.#get<LeaseState>(`/v1/leases/${encodeURIComponent(id)}`));
  }

  /** All leases the host knows, newest first. */
  async leases(): Promise<LeaseState[]> {
    return (await this.#get<{ leases: LeaseState[] }>('/v1/leases')).leases;
  }

  /**
   * Waits for the newest code that comes to a number, leased or not. Unless `after` says otherwise, what came since
   * this object was made counts, or since the last message to this number that it returned; so make it before the app
   * sends. Rejects with NoCodeError when none came in time.
   */
  async code({ to, ...options }: Recipient & WaitOptions): Promise<ReceivedCode> {
    const received = await waitForCode(this.#http, { to }, this.#withAfter(to, options));
    this.#seen.set(to, received.message);
    return received;
  }

  /** Like `code`, for the first message, with or without a code. Rejects with NoMessageError when none came in time. */
  async waitForMessage({ to, ...options }: Recipient & WaitOptions): Promise<Message> {
    const message = await waitForMessage(this.#http, { to }, this.#withAfter(to, options));
    this.#seen.set(to, message);
    return message;
  }

  /** Like `waitForMessage`, for the first link (http or https) of the first message that has one. */
  async waitForLink({ to, ...options }: Recipient & LinkOptions): Promise<ReceivedLink> {
    const received = await waitForLink(this.#http, { to }, this.#withAfter(to, options));
    this.#seen.set(to, received.message);
    return received;
  }

  /** By number, only what comes from now on counts: for the start of a test, where this object serves several. */
  countFromNow(): void {
    this.#since = now();
    this.#seen.clear();
  }

  /** The newest messages, leased for or not; with `to`, those to this number. `limit`: 1 to 500, by default 50. */
  async messages({ limit = 50, ...which }: { limit?: number; to?: string } = {}): Promise<Message[]> {
    const query = new URLSearchParams({ limit: String(limit), ...textOf(which) });
    return (await this.#get<{ messages: Message[] }>(`/v1/messages?${query}`)).messages;
  }

  /**
   * Deletes all messages for good, or with `to` those to this number; resolves to how many there were. Tests that run
   * at the same time should not delete all. Rejects with FORBIDDEN for a token with a name.
   */
  async clearMessages(which: { to?: string } = {}): Promise<number> {
    const path = `/v1/messages?${new URLSearchParams(textOf(which))}`;
    return (
      (await callHost<{ deleted: number }>(this.#http, { method: 'DELETE', path, repeatable: true }))?.deleted ?? 0
    );
  }

  /**
   * While the host captures: lets the next messages to one recipient, or with no `to` those to everybody, be refused,
   * late, doubled, undelivered and so on, in place of what was set for that recipient before. Resolves to all that is
   * active. Rejects with CONFLICT unless SMS are captured.
   */
  setFaults(request: FaultsRequest): Promise<Fault[]> {
    return this.#faults.set(request);
  }

  /** Ends the faults of one recipient; without `to`, all that were set by this object. */
  clearFaults({ to }: { to?: string } = {}): Promise<void> {
    return this.#faults.clear(to);
  }

  health(): Promise<Health> {
    return this.#get<Health>('/v1/health');
  }

  #withAfter<O extends WaitOptions>(to: string, options: O): O {
    return { ...options, after: options.after ?? this.#seen.get(to) ?? this.#since };
  }

  async #get<T>(path: string): Promise<T> {
    return (await callHost<T>(this.#http, { method: 'GET', path, repeatable: true })) as T;
  }

  /** Uses its own idempotency key, so that a retry never buys a second number. */
  #taking(request: LeaseRequest): (signal?: AbortSignal) => Promise<LeaseState> {
    const headers = { 'idempotency-key': randomUUID() };
    const call = { method: 'POST', path: '/v1/leases', headers, repeatable: true } as const;
    return (signal) =>
      inSlices(request.waitSeconds ?? 0, async (waitSeconds) => {
        const body = waitSeconds > 0 ? { ...request, waitSeconds } : request;
        const patience = takePatienceMs + Math.ceil(waitSeconds * 1000);
        return (await callHost<LeaseState>(this.#http, { ...call, body, patience, signal })) as LeaseState;
      });
  }

  /** A purchase already under way continues without us. */
  async #giveBack(take: () => Promise<LeaseState>): Promise<void> {
    try {
      await new Lease(this.#http, await take()).release();
    } catch {
      // Nothing was bought; or the host is gone, and will end the lease when its time is up.
    }
  }
}

/** A number that is undefined, as from an empty variable, is refused by the host: it does not mean all. */
function textOf(which: { to?: string }): Record<string, string> {
  return 'to' in which ? { to: which.to ?? '' } : {};
}

/** What comes in the same millisecond is later. */
function now(): Date {
  return new Date(Date.now() - 1);
}
