import type { Connection, Session } from './connection.ts';
import type { Events } from './events.ts';
import type { Inbox } from './inbox.ts';
import type { Intake } from './intake.ts';
import type { Keyring } from './keyring.ts';
import type { Notices } from './notices.ts';
import type { Numbers } from './numbers/numbers.ts';
import type { EmulatedAccount, Ports } from './ports.ts';
import type { Preferences } from './preferences.ts';
import type { Retention } from './retention.ts';
import type { EndedSessions } from './sharing/endedSessions.ts';
import type { Tokens } from './sharing/tokens.ts';

/**
 * How long shutdown waits for numbers to be given back; the rest follows at the next start. Container runtimes kill a
 * container ten seconds after asking it to stop.
 */
const givingBackMs = 7_000;

export interface LifecycleDeps {
  ports: Ports;
  preferences: Preferences;
  keyring: Keyring;
  tokens: Tokens;
  endedSessions: EndedSessions;
  notices: Notices;
  events: Events;
  connection: Connection;
  numbers: Numbers;
  inbox: Inbox;
  intake: Intake;
  retention: Retention;
}

/** The start and end of the app, of an account and of a sleep, with their steps in the right order. */
export class Lifecycle {
  readonly #deps: LifecycleDeps;
  /** The account whose numbers are in view. */
  #inView: string | null = null;

  constructor(deps: LifecycleDeps) {
    this.#deps = deps;
  }

  async start(emulated?: EmulatedAccount['kind']): Promise<void> {
    const { connection, endedSessions, events, intake, keyring, notices, ports, preferences, tokens } = this.#deps;
    const { history } = ports;
    const { localUrl, port, portWanted } = await ports.webhook.open(intake.gate);
    intake.listening(localUrl);
    if (ports.environment.credentials) preferences.skipSetup();
    if (history.recovered) await preferences.spendingLost();
    notices.ofHistory(history, ports.tools.dataDir, () => intake.readSince(ports.clock.now()));
    if (history.logDamage) intake.missed(Date.parse(history.logDamage.since));
    if (port !== portWanted) notices.portTaken(portWanted, port);
    await Promise.all([keyring.load(), tokens.load(), endedSessions.load()]);
    events.emit('viewChanged');
    this.#deps.retention.start();
    await (emulated ? connection.startEmulated(emulated) : connection.start());
  }

  async stop({ endLeases } = { endLeases: this.#deps.preferences.current().onQuit === 'release' }): Promise<void> {
    const { connection, intake, numbers, ports } = this.#deps;
    numbers.leaseQueue.clear();
    if (endLeases && connection.current()) {
      await numbers.leases.endAll({ pinned: false });
      await numbers.givenBack(givingBackMs);
    }
    intake.stop();
    await numbers.pause();
    await ports.webhook.close();
    await intake.leave();
    await this.#deps.retention.stop();
    await connection.close();
    await ports.history.close();
  }

  /** From now on there is another account, or none. */
  async sessionChanged(session: Session | null): Promise<void> {
    const { events, inbox, intake, notices, numbers } = this.#deps;
    if (session?.accountSid !== this.#inView) {
      numbers.leaseQueue.clear();
      notices.accountChanged();
    }
    this.#inView = session?.accountSid ?? null;
    await numbers.pause();
    await intake.leave();
    events.emit('viewChanged');
    if (!session) {
      numbers.clear();
      inbox.clear();
      intake.pollIfNeeded();
      return intake.reopen();
    }
    await this.#load(session.accountSid);
    await intake.reopen();
    void numbers.resume();
    void intake.readMissed();
  }

  /** After sleep, an outage or a clock change: ends what ran out, and fetches what was missed. */
  async wake(): Promise<void> {
    const { connection, intake, numbers } = this.#deps;
    if (!connection.current()) return;
    await Promise.all([numbers.wake(), intake.wake()]);
  }

  /** Reopens the way in with changed settings or secrets. */
  async reopen(): Promise<void> {
    this.#deps.events.emit('viewChanged');
    await this.#deps.intake.reopen();
  }

  /** For work on what is in view: nothing else is written meanwhile, and the view is read again afterwards. */
  async meanwhile<T>(account: string, work: () => Promise<T>): Promise<T> {
    const { numbers } = this.#deps;
    await numbers.pause();
    try {
      return await work();
    } finally {
      await this.#load(account);
      void numbers.resume();
    }
  }

  /** ngrok accepted this token. Never rejects. */
  async keepNgrokToken(token: string | null): Promise<void> {
    const { events, keyring, ports } = this.#deps;
    try {
      if (await keyring.ngrokAccepted(token)) events.emit('viewChanged');
    } catch (thrown) {
      ports.log.error('The ngrok token could not be stored; it holds until OTP Dock ends.', thrown);
    }
  }

  async #load(account: string): Promise<void> {
    const { inbox, numbers } = this.#deps;
    await inbox.load(account);
    await numbers.load(account);
  }
}
