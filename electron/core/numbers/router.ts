import pLimit from 'p-limit';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import type { Cancel, CorePorts } from '../ports.ts';
import { backoffMs } from './backoff.ts';
import type { Ledger } from './ledger.ts';
import { pointTo } from './reroute.ts';
import { isOwned } from './number.ts';

const retries = { firstMs: 2_000, longestMs: 120_000 };

/** Twilio rejects too many requests at once. */
const changesAtOnce = 3;

export interface RouterDeps {
  ports: CorePorts;
  sessions: Sessions;
  ledger: Ledger;
  events: Events;
}

/** Keeps all our numbers pointed to the webhook's current URL, a few at a time, and retries what failed. */
export class Router {
  #deps: RouterDeps;
  #slots = pLimit(changesAtOnce);
  #url: string | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #retry: Cancel = () => undefined;

  constructor(deps: RouterDeps) {
    this.#deps = deps;
  }

  /** null: there is no webhook right now; the numbers stay as they are. Never rejects. */
  route(url: string | null): void {
    if (url !== this.#url) this.#failures = 0;
    this.#url = url;
    this.#retry();
    if (url === null) return;
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => (this.#running = null));
  }

  stop(): void {
    this.#url = null;
    this.#again = false;
    this.#retry();
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #rounds(): Promise<void> {
    while (this.#again && this.#url !== null) {
      this.#again = false;
      await this.#round(this.#url);
    }
  }

  async #round(url: string): Promise<void> {
    const { events } = this.#deps;
    const { clock, random } = this.#deps.ports;
    const stale = this.#stale(url);
    await Promise.all(stale.map((id) => this.#slots(() => this.#point(id, url))));
    if (stale.length > 0) events.emit('webhooksPutRight');
    if (this.#url !== url || this.#stale(url).length === 0) return;
    this.#failures += 1;
    this.#retry = clock.after(backoffMs(retries, this.#failures, random()), () => this.route(this.#url));
  }

  // Leased ones go first: somebody is waiting for their messages.
  #stale(url: string): string[] {
    return this.#deps.ledger
      .numbers()
      .flatMap(({ id, life }) =>
        isOwned(life) && !life.holding.diverted && life.holding.smsUrl !== url
          ? [{ id, idle: life.state === 'idle' ? life.since : 0 }]
          : [],
      )
      .sort((a, b) => a.idle - b.idle)
      .map(({ id }) => id);
  }

  async #point(id: string, url: string): Promise<void> {
    if (this.#deps.sessions.current() && this.#url === url) await pointTo(this.#deps, id, url);
  }
}
