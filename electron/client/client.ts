import { randomUUID } from 'node:crypto';
import type { LeaseState, Message, NumberType, Policy } from './types.ts';
import { callHost, type HttpOptions } from './http.ts';
import { Lease } from './lease.ts';
import { inSlices } from './slices.ts';
import type { Health } from './whatCame.ts';

export { HostUnreachableError, NoCodeError, OtpDockError, type OtpDockErrorCode } from './errors.ts';
export type { HostOptions } from './discovery.ts';
export type { ReceivedCode, WaitOptions } from './waiting.ts';
export type * from './types.ts';
export type { Health, HttpOptions as OtpDockOptions, Lease };

/** What number is wanted, and for how long. What is absent is as Settings say. */
export interface LeaseRequest {
  /** Two letters, such as US. */
  country?: string;
  /** Unless given: mobile, then local, then toll-free. */
  type?: NumberType;
  /** US and Canada: three digits. */
  areaCode?: string;
  /** Two to sixteen digits, letters or `*` that the number contains. */
  contains?: string;
  /** A city. */
  locality?: string;
  /** What the number must do beside SMS. */
  capabilities?: ('mms' | 'voice')[];
  /** 1 to 604,800 seconds. When it is up, the number goes its way, whatever became of the script. */
  ttlSeconds?: number;
  /** What happens to the number at the end; `renewal` and `keep` let it serve the next test, which costs nothing. */
  policy?: Policy;
  /** What it is for: shown to people, 80 characters at most. */
  label?: string;
  /** What is tested, such as GitHub; see `fresh`. */
  service?: string;
  /** A number that never served before or, with `service`, never served that. */
  fresh?: boolean;
  /**
   * 0 to 600 seconds: for so long a free number is waited for where none is to be had at once, because as many as allowed
   * are in use. 0 or absent: not at all.
   */
  waitSeconds?: number;
  /**
   * 5 to 600 seconds: the lease ends, too, when this process has not been heard for so long, so that one that dies
   * leaves no number behind. The lease says by itself that it is there, until it is released. null or absent: none.
   */
  heartbeatSeconds?: number | null;
}

/** Twilio may be tried for two minutes before a purchase fails. */
const takePatienceMs = 180_000;

export interface RequestOptions {
  signal?: AbortSignal | undefined;
}

/** Takes numbers from a running OTP Dock: the headless host, or the desktop app with its automation API switched on. */
export class OtpDock {
  readonly #http: HttpOptions;

  /** Found by `OTP_DOCK_URL` and `OTP_DOCK_TOKEN`, else by the data folder, unless the options say where it is. */
  constructor(options: HttpOptions = {}) {
    this.#http = options;
  }

  /**
   * Takes a number; resolves when it is there: in a second or two, or after up to two minutes while Twilio is busy. One
   * call never buys two. Rejects with an OtpDockError such as NO_NUMBERS_AVAILABLE or SPEND_LIMIT, and with the signal's
   * reason; a number that comes after that is given back. With `waitSeconds` it waits for a number to become free, and
   * rejects with NO_FREE_NUMBER when none did.
   */
  async lease(request: LeaseRequest = {}, { signal }: RequestOptions = {}): Promise<Lease> {
    const take = this.#taking(request);
    try {
      return new Lease(this.#http, await take(signal), true);
    } catch (thrown) {
      // Who waits in the queue of the host leaves it by going away.
      if (signal?.aborted && !request.waitSeconds) void this.#giveBack(take);
      throw thrown;
    }
  }

  /** A lease that another script took; its heartbeat stays with that script. Rejects with NOT_FOUND. */
  async findLease(id: string): Promise<Lease> {
    return new Lease(this.#http, await this.#get<LeaseState>(`/v1/leases/${encodeURIComponent(id)}`));
  }

  /** Every lease that the host knows, newest first. */
  async leases(): Promise<LeaseState[]> {
    return (await this.#get<{ leases: LeaseState[] }>('/v1/leases')).leases;
  }

  /** The newest messages, also of no lease. `limit`: 1 to 500; 50 unless given. */
  async messages({ limit = 50 }: { limit?: number } = {}): Promise<Message[]> {
    return (await this.#get<{ messages: Message[] }>(`/v1/messages?limit=${limit}`)).messages;
  }

  health(): Promise<Health> {
    return this.#get<Health>('/v1/health');
  }

  async #get<T>(path: string): Promise<T> {
    return (await callHost<T>(this.#http, { method: 'GET', path, repeatable: true })) as T;
  }

  /** With a key of its own, so that asking again never buys again. */
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

  /** A purchase that was asked for goes on without us. */
  async #giveBack(take: () => Promise<LeaseState>): Promise<void> {
    try {
      await new Lease(this.#http, await take()).release();
    } catch {
      // Nothing was bought; or the host is gone, and ends the lease when its time is up.
    }
  }
}
