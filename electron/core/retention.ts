import { iso } from '../contract/time.ts';
import { rememberedMs } from './backfill.ts';
import type { Connection } from './connection.ts';
import type { Inbox } from './inbox.ts';
import type { Span } from './messageHistory.ts';
import type { Cancel, CorePorts } from './ports.ts';
import type { Preferences } from './preferences.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Messages wiped in one go, which blocks everything else: about 3 ms each, most of it for the search index. */
const atOnce = 5;
const pauseMs = 50;

/** Until the next round, and until the next look whether Twilio has confirmed the time. */
const roundMs = hourMs;
const unsureMs = 10_000;

/** A person who mistypes the setting has this long to correct it. */
const graceMs = 30_000;

export interface RetentionDeps {
  ports: Pick<CorePorts, 'clock' | 'log'>;
  preferences: Pick<Preferences, 'retentionDays'>;
  connection: Pick<Connection, 'confirmedTime' | 'current'>;
  inbox: Pick<Inbox, 'deleteOld'>;
}

/**
 * Wipes messages that are older than Settings allow, in the background and bit by bit, so that messages come in
 * meanwhile. Those of a running lease stay.
 *
 * A wrong clock must not wipe what is young. Nothing is wiped until an answer of Twilio confirms the time in this run;
 * of the two clocks, the one that is behind counts. And what came in while the clock was behind, before it was set
 * forward, is younger than it seems.
 *
 * In the demo and while SMS are captured, there is no Twilio to confirm the time, and nothing that could be lost but the
 * app's own tests: the clock of this machine counts, and nothing of another account is wiped.
 */
export class Retention {
  readonly #deps: RetentionDeps;
  #cancel: Cancel = () => undefined;
  #forgetClock: Cancel = () => undefined;
  #running: Promise<void> | null = null;
  #stopped = true;
  /** In this round. */
  #wiped = 0;
  /** Since when messages of this run have their times by the clock as it is now. */
  #since = 0;
  #beforeSet: (Span & { byMs: number })[] = [];

  constructor(deps: RetentionDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { clock } = this.#deps.ports;
    this.#stopped = false;
    this.#since = clock.now();
    this.#forgetClock = clock.onSet((byMs) => this.#clockSet(byMs));
    this.#later(unsureMs);
  }

  /** The next round comes soon, but not at once. */
  settingsChanged(): void {
    if (!this.#stopped) this.#later(graceMs);
  }

  /** Resolves when the step under way is done; no other follows. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#forgetClock();
    await this.#running;
  }

  #later(ms: number): void {
    this.#cancel();
    this.#cancel = this.#deps.ports.clock.after(ms, () => this.#step());
  }

  #step(): void {
    this.#running ??= this.#wipeAndGoOn();
  }

  async #wipeAndGoOn(): Promise<void> {
    const ms = await this.#wipe().catch((thrown: unknown) => {
      this.#deps.ports.log.error('Old messages could not be wiped; trying again later.', thrown);
      return roundMs;
    });
    this.#running = null;
    if (!this.#stopped) this.#later(ms);
  }

  /** Resolves to how long to wait before the next step, in milliseconds. */
  async #wipe(): Promise<number> {
    const { connection, inbox, ports, preferences } = this.#deps;
    const days = preferences.retentionDays();
    const session = connection.current();
    const isEmulated = session !== null && session.emulated !== null;
    const now = isEmulated ? ports.clock.now() : connection.confirmedTime();
    if (days === null) return roundMs;
    if (now === null) return unsureMs;
    const oldest = now - days * dayMs;
    const deleted = await inbox.deleteOld({
      ...(isEmulated && { account: session.accountSid }),
      before: iso(oldest),
      except: this.#beforeSet.filter(({ to, byMs }) => Date.parse(to) + byMs > oldest),
      remember: iso(now - rememberedMs),
      most: atOnce,
    });
    this.#wiped += deleted;
    if (deleted === atOnce) return pauseMs;
    if (this.#wiped > 0) ports.log.info(`Messages older than ${days} days were wiped: ${this.#wiped}.`);
    this.#wiped = 0;
    return roundMs;
  }

  #clockSet(byMs: number): void {
    const now = this.#deps.ports.clock.now();
    const before = now - byMs;
    // Less than that makes no difference to days.
    if (byMs >= hourMs) this.#beforeSet.push({ from: iso(this.#since), to: iso(before + 1), byMs });
    this.#since = now;
  }
}
