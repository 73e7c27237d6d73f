import { appError } from '../contract/errors.ts';
import type { Diagnosis, RefusalReason, SelfTest } from '../contract/reception.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { AccountState, AppState, TunnelPhase, TunnelState } from '../contract/state.ts';
import { iso } from '../contract/time.ts';
import { Backfill, longestMs } from './backfill.ts';
import type { Session, Sessions } from './connection.ts';
import { diagnose, receptionPaused } from './diagnosis.ts';
import { Doubt } from './doubt.ts';
import type { PowerMode } from './powerMode.ts';
import type { Events } from './events.ts';
import type { Inbox, Outcome } from './inbox.ts';
import { MissingTexts } from './missingTexts.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Ledger } from './numbers/ledger.ts';
import { holdingOf } from './numbers/number.ts';
import { Router } from './numbers/router.ts';
import { Poller } from './poller.ts';
import type { IncomingSms, Ports, WebhookGate } from './ports.ts';
import type { Preferences } from './preferences.ts';
import { canVerify, type Reception } from './reception.ts';
import { ReceptionLog } from './receptionLog.ts';
import { WebhookTest } from './selfTest.ts';

const say = phrases.reception;

type IntakeView = Pick<AppState, 'tunnel' | 'polling' | 'webhook' | 'reception' | 'pausedSince'>;

export interface IntakeDeps {
  ports: Ports;
  preferences: Preferences;
  sessions: Sessions;
  ledger: Ledger;
  book: LeaseBook;
  inbox: Inbox;
  reception: Reception;
  events: Events;
}

/** Puts together everything that brings messages in (webhook, tunnel, list), and what tells why one is late. */
export class Intake {
  /** What the webhook listener needs. */
  readonly gate: WebhookGate;
  readonly #deps: IntakeDeps;
  readonly #received: ReceptionLog;
  readonly #crowd: Doubt;
  readonly #poller: Poller;
  readonly #backfill: Backfill;
  readonly #texts: MissingTexts;
  readonly #router: Router;
  readonly #test: WebhookTest;
  #localUrl = '';
  #before: TunnelPhase = 'off';
  #stopped = false;
  /** Milliseconds since the epoch; null while messages come in. */
  #pausedSince: number | null = null;

  constructor(deps: IntakeDeps) {
    const { ports, events, reception } = deps;
    const { clock, log } = ports;
    this.#deps = deps;
    this.#received = new ReceptionLog(clock, () => events.emit('cameIn'));
    this.#crowd = new Doubt(clock, () => this.#crowdChanged());
    this.#poller = new Poller({ ...deps, webhookUrl: () => this.#trustedUrl() });
    this.#backfill = new Backfill(deps);
    this.#texts = new MissingTexts({ clock, log, read: (leaseId) => this.#backfill.checkLease(leaseId) });
    this.#router = new Router(deps);
    this.#test = new WebhookTest({ ports, instance: reception.instance });
    this.gate = {
      publicUrls: () => reception.givenUrls(),
      accountSid: () => deps.sessions.current()?.credentials.accountSid ?? null,
      authToken: () => deps.sessions.current()?.credentials.authToken ?? null,
      receive: (sms) => this.#receive(sms),
      refused: (reason) => this.#refused(reason),
      answered: (ms) => events.emit('webhookAnswered', ms),
      mayHaveMissed: () => this.#crowd.raise(),
      instance: () => reception.instance,
    };
    this.#listen(events);
  }

  #listen(events: Events): void {
    events.on('tunnelChanged', (tunnel) => this.#tunnelChanged(tunnel));
    events.on('activeLeasesChanged', () => this.pollIfNeeded());
    events.on('webhooksPutRight', () => this.pollIfNeeded());
    events.on('webhooksChanged', () => this.#route());
    // While paused, the list is left alone: it is read at the end of the pause.
    events.on('leaseEnded', (leaseId) => void (this.paused || this.#backfill.leaseEnded(leaseId)));
    events.on('numberRecovered', (boughtAt) => this.readSince(boughtAt));
    events.on('listRead', (found) => this.#received.listed(found));
    events.on('messageReceived', ({ sid, outcome, source }) => {
      if (outcome === 'completed') this.#texts.found(sid);
      if (source === 'webhook') this.#received.pushed(outcome === 'stored');
    });
  }

  get paused(): boolean {
    return this.#pausedSince !== null;
  }

  /** What is shown of the way in. */
  view(): IntakeView {
    const since = this.#pausedSince;
    return {
      tunnel: this.#deps.reception.state,
      polling: this.#poller.running,
      webhook: this.#localUrl === '' ? null : `${this.#localUrl}/webhook`,
      reception: this.#received.state,
      pausedSince: since === null ? null : iso(since),
    };
  }

  pollIfNeeded(): void {
    this.#poller.want(!this.#stopped && !this.paused && this.#deps.sessions.current() !== null);
    this.#deps.events.emit('viewChanged');
  }

  /** Opens the way in that settings, environment and account ask for. */
  async reopen(): Promise<void> {
    const { reception, sessions } = this.#deps;
    if (!sessions.current()) reception.foresee(this.#localUrl);
    else if (!this.paused) await reception.open(this.#localUrl);
  }

  /** The webhook listener is up at this URL, such as http://localhost:5000. */
  listening(url: string): void {
    this.#localUrl = url;
    this.#deps.events.emit('viewChanged');
  }

  /** Leaves the account: nothing comes in until there is another one. This ends a pause. */
  async leave(): Promise<void> {
    this.#become(null);
    this.#router.stop();
    this.#backfill.stop();
    this.#texts.stop();
    await this.#deps.reception.close();
    await Promise.all([this.#router.settled(), this.#backfill.settled()]);
  }

  /** Reads what came while nothing was listening, unless that already started when the tunnel came up. */
  async readMissed(): Promise<void> {
    if (this.#deps.reception.state.state !== 'online') await this.#backfill.all();
  }

  /** Messages since this instant may be missing: they are looked for as soon as Twilio's list can be read. */
  missed(since: number): void {
    this.#backfill.missed(since);
  }

  /** Looks now for messages since this instant that could not be stored, or were not known to be ours. */
  readSince(since: number): void {
    this.#backfill.missed(Math.max(since, this.#deps.ports.clock.now() - longestMs));
    if (!this.paused) void this.#backfill.all();
  }

  /** While paused, nothing comes in. Afterwards, what came meanwhile is read from Twilio's list. */
  async setPaused(wanted: boolean): Promise<void> {
    if (wanted !== this.paused) await (wanted ? this.#pause() : this.#resume());
  }

  setPowerMode(powerMode: PowerMode): void {
    this.#poller.setPowerMode(powerMode);
    this.pollIfNeeded();
  }

  /** After sleep or a clock jump. */
  async wake(): Promise<void> {
    // The clock may reveal the end of a sleep that the system does not report.
    this.#poller.wakeUp();
    if (this.paused) return;
    const { state } = this.#deps.reception.state;
    if (state === 'failed' || state === 'degraded') await this.reopen();
    this.#route();
    await this.#backfill.all();
  }

  /** Reads Twilio's list now, for one lease or all numbers. Rejects with RECEPTION_PAUSED. */
  async check(leaseId: string | undefined): Promise<{ found: number }> {
    if (this.paused) throw receptionPaused();
    const found = leaseId === undefined ? await this.#backfill.checkAll() : await this.#backfill.checkLease(leaseId);
    return { found };
  }

  /** Why this lease may have received no code. */
  async diagnose(leaseId: string, account: AccountState, { credentials, telephony }: Session): Promise<Diagnosis> {
    const { ledger, ports, reception } = this.#deps;
    const lease = ledger.getLease(leaseId);
    const number = ledger.number(lease.numberId);
    const input = {
      account,
      tunnel: reception.state,
      polling: this.#poller.running,
      crowded: this.#crowd.isRaised,
      paused: this.paused,
      reception: this.#received.state,
      withoutToken: !canVerify(credentials),
      lease,
      holding: number && holdingOf(number.life),
      now: ports.clock.now(),
    };
    return diagnose(input, telephony);
  }

  /** Rejects with RECEPTION_PAUSED, or with TUNNEL_FAILED when there is no public URL. */
  async test({ credentials }: Session): Promise<SelfTest> {
    if (this.paused) throw receptionPaused();
    const { url } = this.#deps.reception.state;
    const { accountSid, authToken } = credentials;
    if (url !== null && authToken) return this.#test.run({ publicUrl: url, accountSid, authToken });
    throw appError('TUNNEL_FAILED', say.nothingToTest, say.nothingToTestHint);
  }

  stop(): void {
    this.#stopped = true;
    this.#deps.inbox.forgetDeleted();
    this.#crowd.stop();
    this.pollIfNeeded();
  }

  async #receive(sms: IncomingSms): Promise<Outcome> {
    if (this.#test.takes(sms)) return 'stored';
    // Not held back for later: there would be two kinds of stored messages, and the list has it anyway.
    if (this.paused) throw receptionPaused();
    const session = this.#deps.sessions.current();
    const isOurs = session !== null && sms.accountSid === session.credentials.accountSid;
    const known = isOurs ? { ...sms, accountSid: session.accountSid } : sms;
    const outcome = await this.#deps.inbox.receive(known, 'webhook');
    if (outcome === 'stored') this.#lookForText(sms);
    return outcome;
  }

  #refused(reason: RefusalReason): void {
    this.#received.refused(reason);
    if (reason === 'notStored' && !this.#stopped) this.#backfill.notStored(this.#deps.ports.clock.now());
  }

  #lookForText({ sid, to, body, numMedia, receivedAt }: IncomingSms): void {
    if (body.trim() !== '' || numMedia > 0) return;
    const { book } = this.#deps;
    const lease = book.leaseFor(to, receivedAt, 'webhook');
    if (lease && book.isOpen(lease.id)) this.#texts.missing(lease.id, sid);
  }

  /** The URL at which messages are sure to arrive by themselves. */
  #trustedUrl(): string | null {
    const { reception } = this.#deps;
    return reception.state.state === 'online' && !this.#crowd.isRaised ? reception.webhookUrl() : null;
  }

  #crowdChanged(): void {
    this.pollIfNeeded();
    if (this.#crowd.isRaised)
      this.#deps.ports.log.warn(
        'The webhook listener has no room for all connections. Twilio’s message list is read until it has.',
      );
    // Also for numbers without a lease, which were not polled.
    else if (!this.#stopped && !this.paused) void this.#backfill.all();
  }

  #tunnelChanged(tunnel: TunnelState): void {
    const isBack = tunnel.state === 'online' && this.#before !== 'online';
    this.#before = tunnel.state;
    this.#deps.events.emit('viewChanged');
    this.#route();
    // Also at the start: messages that came since the list was read reached no webhook.
    if (isBack) void this.#backfill.all();
  }

  /** Points the numbers to the current URL, and polls for those that do not call it. */
  #route(): void {
    const { reception, sessions } = this.#deps;
    this.pollIfNeeded();
    this.#router.route(sessions.current() && reception.webhookUrl());
  }

  #become(pausedSince: number | null): void {
    this.#pausedSince = pausedSince;
    this.#deps.events.emit('viewChanged');
  }

  async #pause(): Promise<void> {
    const now = this.#deps.ports.clock.now();
    this.#become(now);
    this.#backfill.missed(now);
    this.#router.stop();
    this.#backfill.stop();
    this.#texts.stop();
    this.pollIfNeeded();
    await this.#deps.reception.close();
  }

  async #resume(): Promise<void> {
    this.#become(null);
    await this.reopen();
    void this.readMissed();
  }
}
