/// <reference lib="esnext.disposable" preserve="true" />

import type { LeaseState, Message } from './types.ts';
import { OtpDockError } from './errors.ts';
import { beginHeartbeat } from './heartbeat.ts';
import { callHost, type HttpOptions } from './http.ts';
import type { ReceivedCode } from './polling.ts';
import { waitForCode, waitForLink, waitForMessage, type ReceivedLink } from './waiting.ts';
import type { LinkOptions, WaitOptions } from './waitOptions.ts';

/** A lease's messages are all later. */
const beginning = new Date(0);

/** A number that is yours until its time is up or it is released. */
export class Lease implements AsyncDisposable {
  readonly id: string;
  /** E.164, e.g. +14155550123. */
  readonly number: string;
  readonly #http: HttpOptions;
  #state: LeaseState;
  /** The last message that was returned, with or without its code. */
  #seen: Message | undefined;
  readonly #heartbeat: { stop(): void } | null;

  /** `isOurs`: this process took the lease, and sends heartbeats if the lease wants them. */
  constructor(http: HttpOptions, state: LeaseState, isOurs = false) {
    this.id = state.id;
    this.number = state.number ?? '';
    this.#http = http;
    this.#state = state;
    const { heartbeatSeconds } = state;
    this.#heartbeat = isOurs && heartbeatSeconds ? beginHeartbeat(http, state.id, heartbeatSeconds) : null;
  }

  /** The host's last answer; `refresh` asks again. */
  get state(): LeaseState {
    return this.#state;
  }

  /**
   * Waits for the next code: the first call returns the newest so far, later calls only a newer one. Rejects with
   * NoCodeError when none came in time.
   */
  async waitForCode(options: WaitOptions = {}): Promise<ReceivedCode> {
    const received = await waitForCode(this.#http, this.#target, { ...options, after: options.after ?? this.#seen });
    this.#seen = received.message;
    return received;
  }

  /**
   * Waits for the next message, with or without a code: one call after the other returns them in the order in which
   * they came. Rejects with NoMessageError when none came in time.
   */
  async waitForMessage(options: WaitOptions = {}): Promise<Message> {
    return (this.#seen = await waitForMessage(this.#http, this.#target, this.#withAfter(options)));
  }

  /** Like `waitForMessage`, for the first link (http or https) of the next message that has one. */
  async waitForLink(options: LinkOptions = {}): Promise<ReceivedLink> {
    const received = await waitForLink(this.#http, this.#target, this.#withAfter(options));
    this.#seen = received.message;
    return received;
  }

  /** Messages to the number during the lease, newest first; at most 100. */
  async messages(): Promise<Message[]> {
    const path = `/v1/messages?lease=${encodeURIComponent(this.id)}&limit=100`;
    const page = await callHost<{ messages: Message[] }>(this.#http, { method: 'GET', path, repeatable: true });
    return page?.messages ?? [];
  }

  /** Extends the remaining time. Rejects with LEASE_ENDED. */
  async extend(seconds: number): Promise<this> {
    return this.#take({ method: 'POST', path: this.#path('/extend'), body: { seconds }, repeatable: false });
  }

  /** Asks the host for the current state. */
  async refresh(): Promise<this> {
    return this.#take({ method: 'GET', path: this.#path(), repeatable: true });
  }

  /** Ends the lease; its policy decides whether the number is kept. Calling it again does nothing. */
  async release(): Promise<void> {
    this.#heartbeat?.stop();
    await this.#take({ method: 'DELETE', path: this.#path(), repeatable: true }).catch((thrown: unknown) => {
      // The lease was over, and someone has deleted its history.
      if (!(thrown instanceof OtpDockError && thrown.code === 'NOT_FOUND')) throw thrown;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.release();
  }

  /** As in the automation API. */
  toJSON(): LeaseState {
    return this.#state;
  }

  get #target(): { leaseId: string } {
    return { leaseId: this.id };
  }

  #withAfter<O extends WaitOptions>(options: O): O {
    return { ...options, after: options.after ?? this.#seen ?? beginning };
  }

  #path(more = ''): string {
    return `/v1/leases/${encodeURIComponent(this.id)}${more}`;
  }

  async #take(call: Parameters<typeof callHost>[1]): Promise<this> {
    this.#state = (await callHost<LeaseState>(this.#http, call)) ?? this.#state;
    return this;
  }
}
