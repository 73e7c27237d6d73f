/// <reference lib="esnext.disposable" preserve="true" />

import type { LeaseState, Message } from './types.ts';
import { OtpDockError } from './errors.ts';
import { beginHeartbeat } from './heartbeat.ts';
import { callHost, type HttpOptions } from './http.ts';
import { waitForCode, type ReceivedCode, type WaitOptions } from './waiting.ts';

/** A number that is yours until its time is up or it is released. */
export class Lease implements AsyncDisposable {
  readonly id: string;
  /** E.164, such as +14155550123. */
  readonly number: string;
  readonly #http: HttpOptions;
  #state: LeaseState;
  /** SID of the message whose code was waited for last. */
  #seen: string | undefined;
  readonly #heartbeat: { stop(): void } | null;

  /** `isOurs`: this process took it, and says that it is there as long as the lease asks for that. */
  constructor(http: HttpOptions, state: LeaseState, isOurs = false) {
    this.id = state.id;
    this.number = state.number ?? '';
    this.#http = http;
    this.#state = state;
    const { heartbeatSeconds } = state;
    this.#heartbeat = isOurs && heartbeatSeconds ? beginHeartbeat(http, state.id, heartbeatSeconds) : null;
  }

  /** As the host told it last; `refresh` asks again. */
  get state(): LeaseState {
    return this.#state;
  }

  /**
   * Waits for the next code: the first time the newest that came, afterwards one that came later than the last. Rejects
   * with NoCodeError when none came in time.
   */
  async waitForCode(options: WaitOptions = {}): Promise<ReceivedCode> {
    const received = await waitForCode(this.#http, this.id, { ...options, after: options.after ?? this.#seen });
    this.#seen = received.message.sid;
    return received;
  }

  /** What came to the number during the lease, newest first; 100 at most. */
  async messages(): Promise<Message[]> {
    const path = `/v1/messages?lease=${encodeURIComponent(this.id)}&limit=100`;
    const page = await callHost<{ messages: Message[] }>(this.#http, { method: 'GET', path, repeatable: true });
    return page?.messages ?? [];
  }

  /** Adds to the time that is left. Rejects with LEASE_ENDED. */
  async extend(seconds: number): Promise<this> {
    return this.#take({ method: 'POST', path: this.#path('/extend'), body: { seconds }, repeatable: false });
  }

  /** Asks the host how the lease is now. */
  async refresh(): Promise<this> {
    return this.#take({ method: 'GET', path: this.#path(), repeatable: true });
  }

  /** Ends the lease; its number goes back, or is kept, by its policy. Again it does nothing. */
  async release(): Promise<void> {
    this.#heartbeat?.stop();
    await this.#take({ method: 'DELETE', path: this.#path(), repeatable: true }).catch((thrown: unknown) => {
      // Somebody has deleted the history of a lease that was over.
      if (!(thrown instanceof OtpDockError && thrown.code === 'NOT_FOUND')) throw thrown;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.release();
  }

  /** As the automation API tells it. */
  toJSON(): LeaseState {
    return this.#state;
  }

  #path(more = ''): string {
    return `/v1/leases/${encodeURIComponent(this.id)}${more}`;
  }

  async #take(call: Parameters<typeof callHost>[1]): Promise<this> {
    this.#state = (await callHost<LeaseState>(this.#http, call)) ?? this.#state;
    return this;
  }
}
