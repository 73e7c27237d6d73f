import type { MessagesChange } from '../contract/messages.ts';
import { appError } from '../contract/errors.ts';
import { iso } from '../contract/time.ts';
import type { Diagnosis, SelfTest } from '../contract/reception.ts';
import { reception as sentences } from '../contract/sentences/reception.ts';
import { phrases } from '../contract/sentences/sentence.ts';
import type { Settings } from '../contract/settings.ts';
import type { AccountState, Message, TunnelPhase } from '../contract/state.ts';
import { Backfill, longestMs } from './backfill.ts';
import type { CodeFinder } from './codeFinder.ts';
import type { Session } from './connection.ts';
import { diagnose } from './diagnosis.ts';
import { Doubt } from './doubt.ts';
import type { Effort } from './effort.ts';
import { Inbox } from './inbox.ts';
import { MissingTexts } from './missingTexts.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Ledger } from './numbers/ledger.ts';
import { holdingOf } from './numbers/number.ts';
import { Router } from './numbers/router.ts';
import { Poller } from './poller.ts';
import type { IncomingSms, Ports, WebhookGate } from './ports.ts';
import { Reception } from './reception.ts';
import { receptionPaused } from './receptionPaused.ts';
import { ReceptionLog } from './receptionLog.ts';
import { WebhookTest } from './selfTest.ts';
import type { StatePatch } from './store.ts';

const say = phrases(sentences);

export interface IntakeDeps {
  ports: Ports;
  ledger: Ledger;
  book: LeaseBook;
  codes: CodeFinder;
  settings(): Settings;
  ngrokToken(): string | null;
  /** ngrok has let us in with this token. */
  onNgrokAccepted(token: string | null): void;
  session(): Session | null;
  account(): AccountState;
  onMessage(message: Message): void;
  onMessagesChanged(change: MessagesChange): void;
  show(patch: StatePatch): void;
}

/** Everything by which messages come in, put together: webhook, tunnel, list, and what tells why one is late. */
export function createIntake(deps: IntakeDeps) {
  const { ports, ledger, book, session, show } = deps;
  const { clock, history, log } = ports;
  const instance = ports.newId();
  const received = new ReceptionLog(clock, (reception) => show({ reception }));
  const inbox = new Inbox({
    history,
    book,
    codes: deps.codes,
    clock,
    account: () => session()?.accountSid ?? null,
    // Counted in the same turn as it is shown, so that both are one push.
    onReceived: (outcome, source) => source === 'webhook' && received.pushed(outcome === 'stored'),
    onMessage: deps.onMessage,
    onChange: deps.onMessagesChanged,
    onView: (messages) => show({ messages }),
  });
  const receive = async (sms: IncomingSms, source: Message['source']) => {
    const outcome = await inbox.receive(sms, source);
    if (outcome === 'completed') texts.found(sms.sid);
    return outcome;
  };
  const reception = new Reception({
    clock,
    log,
    environment: ports.environment,
    instance,
    settings: deps.settings,
    ngrokToken: deps.ngrokToken,
    tunnel: (config) => ports.tunnel(config),
    demo: () => session()?.demo != null,
    onState: () => tunnelChanged(),
    onNgrokAccepted: (token) => deps.onNgrokAccepted(token),
  });
  const crowd = new Doubt(clock, () => crowdChanged());
  const poller = new Poller({
    book,
    clock,
    log,
    telephony: () => session()?.telephony ?? null,
    webhookUrl: () => (reception.state.state === 'online' && !crowd.isRaised ? reception.webhookUrl() : null),
    receive,
    onListed: (found) => received.listed(found),
  });
  const backfill = new Backfill({
    ledger,
    book,
    history,
    clock,
    log,
    session,
    receive,
    onListed: (found) => received.listed(found),
  });
  const texts = new MissingTexts({ clock, log, read: (leaseId) => backfill.checkLease(leaseId) });
  const router = new Router({
    ledger,
    clock,
    log,
    random: () => ports.random(),
    telephony: () => session()?.telephony ?? null,
    onRouted: () => pollIfNeeded(),
  });
  const test = new WebhookTest({ probe: ports.probe, now: () => clock.now(), instance, newId: () => ports.newId() });
  const gate: WebhookGate = {
    publicUrls: () => reception.givenUrls(),
    accountSid: () => session()?.accountSid ?? null,
    authToken: () => session()?.authToken ?? null,
    receive: async (sms) => {
      if (test.takes(sms)) return 'stored';
      // Not kept back and shown later: on disk there would be two kinds of messages, and the list has it in any case.
      if (paused) throw receptionPaused();
      const outcome = await receive(sms, 'webhook');
      if (outcome === 'stored') lookForText(sms);
      return outcome;
    },
    refused: (reason) => received.refused(reason),
    mayHaveMissed: () => crowd.raise(),
    instance: () => instance,
  };
  let localUrl = '';
  let before: TunnelPhase = 'off';
  let stopped = false;
  let paused = false;

  function lookForText({ sid, to, body, numMedia, receivedAt }: IncomingSms): void {
    if (body.trim() !== '' || numMedia > 0) return;
    const lease = book.leaseFor(to, receivedAt);
    if (lease && book.isOpen(lease.id)) texts.missing(lease.id, sid);
  }

  function pollIfNeeded(): void {
    poller.want(!stopped && !paused && session() !== null);
    show({ polling: poller.running });
  }

  function tunnelChanged(): void {
    const { state } = reception.state;
    const isBack = state === 'online' && before !== 'online';
    before = state;
    show({ tunnel: reception.state });
    pollIfNeeded();
    const url = session() && reception.webhookUrl();
    router.route(url);
    // Also at the start: what came since the list was read has called no webhook.
    if (isBack) void backfill.all();
  }

  function crowdChanged(): void {
    pollIfNeeded();
    if (crowd.isRaised)
      log.warn('The webhook listener has no room for all connections. Twilio’s message list is read until it has.');
    // Also for the numbers without a lease, which were not asked for.
    else if (!stopped && !paused) void backfill.all();
  }

  /** Points the numbers to the present URL, and asks for the messages of those that do not call it. */
  function route(): void {
    router.route(session() && reception.webhookUrl());
    pollIfNeeded();
  }

  async function reopen(): Promise<void> {
    if (!session()) reception.foresee(localUrl);
    else if (!paused) await reception.open(localUrl);
  }

  function become(pausedSince: number | null): void {
    paused = pausedSince !== null;
    show({ pausedSince: pausedSince === null ? null : iso(pausedSince) });
  }

  async function pause(): Promise<void> {
    become(clock.now());
    backfill.missed(clock.now());
    router.stop();
    backfill.stop();
    texts.stop();
    pollIfNeeded();
    await reception.close();
  }

  /** Reads what came while nothing was listening, unless that was begun when the tunnel came up. */
  async function readMissed(): Promise<void> {
    if (reception.state.state !== 'online') await backfill.all();
  }

  async function resume(): Promise<void> {
    become(null);
    await reopen();
    void readMissed();
  }

  return {
    gate,
    inbox,
    reception,
    pollIfNeeded,
    route,
    reopen,
    /** The webhook listener is there; such as http://localhost:5000. */
    listening(url: string): void {
      localUrl = url;
      show({ webhook: `${url}/webhook` });
    },
    /** The account is left: nothing comes in until another one is there. That ends a pause. */
    async leave(): Promise<void> {
      become(null);
      router.stop();
      backfill.stop();
      texts.stop();
      await reception.close();
      await Promise.all([router.settled(), backfill.settled()]);
    },
    readMissed,
    /** What came since this instant may not be there, and is looked for in Twilio's list as soon as it can be read. */
    missed: (since: number) => backfill.missed(since),
    /** What came since this instant could not be taken in, or was not known to be ours: it is looked for now. */
    readSince(since: number): void {
      backfill.missed(Math.max(since, clock.now() - longestMs));
      if (!paused) void backfill.all();
    },
    paused: () => paused,
    /** Nothing comes in while it is paused; then what came meanwhile is read from Twilio's list. */
    setPaused: async (wanted: boolean): Promise<void> => {
      if (wanted !== paused) await (wanted ? pause() : resume());
    },
    /** While it is paused the list is left alone: all of it is read at the end of the pause. */
    leaseEnded(id: string): void {
      if (!paused) backfill.leaseEnded(id);
    },
    setEffort(effort: Effort): void {
      poller.setEffort(effort);
      pollIfNeeded();
    },
    /** After sleep, or a jump of the clock. */
    async wake(): Promise<void> {
      // The clock may tell of the end of a sleep when the system does not.
      poller.wakeUp();
      if (paused) return;
      if (reception.state.state === 'failed' || reception.state.state === 'degraded') await reopen();
      route();
      await backfill.all();
    },
    async check(leaseId: string | undefined): Promise<{ found: number }> {
      if (paused) throw receptionPaused();
      return { found: leaseId === undefined ? await backfill.checkAll() : await backfill.checkLease(leaseId) };
    },
    async diagnose(leaseId: string, telephony: Session['telephony']): Promise<Diagnosis> {
      const lease = ledger.getLease(leaseId);
      const number = ledger.number(lease.numberId);
      const holding = number && holdingOf(number.life);
      const { state: tunnel } = reception;
      const input = {
        account: deps.account(),
        tunnel,
        polling: poller.running,
        crowded: crowd.isRaised,
        paused,
        reception: received.state,
        lease,
        holding,
        now: clock.now(),
      };
      return diagnose(input, telephony);
    },
    /** Rejects with RECEPTION_PAUSED, or with TUNNEL_FAILED when there is no public URL. */
    async test({ accountSid, authToken }: Session): Promise<SelfTest> {
      if (paused) throw receptionPaused();
      const { url } = reception.state;
      if (url !== null) return test.run({ publicUrl: url, accountSid, authToken });
      throw appError('TUNNEL_FAILED', say.nothingToTest, say.nothingToTestHint);
    },
    stop(): void {
      stopped = true;
      inbox.forgetDeleted();
      crowd.stop();
      pollIfNeeded();
    },
  };
}
