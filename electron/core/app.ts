import { CodeFinder } from './codeFinder.ts';
import { Connection, type Session } from './connection.ts';
import { diagnosticsText, keptCounts } from './diagnostics.ts';
import { dispatch } from './dispatch.ts';
import { Emitter } from './emitter.ts';
import { createHandlers } from './handlers.ts';
import { createIntake } from './intake.ts';
import { Keyring } from './keyring.ts';
import { costsByPolicy, moneySummary } from './money/accounts.ts';
import { Notices } from './notices.ts';
import { ttlWithin } from './numbers/leaseLimit.ts';
import { createNumbers } from './numbers/numbers.ts';
import { ownedNumbers } from './numbers/ownedNumbers.ts';
import { searchNumbers } from './numbers/search.ts';
import { proposeRule } from './otp/rules/rules.ts';
import type { Ports } from './ports.ts';
import { Preferences } from './preferences.ts';
import { createSharing } from './sharing/sharing.ts';
import { Tokens } from './sharing/tokens.ts';
import { initialState, Store } from './store.ts';
import type { App } from './useCases.ts';
import { toolsOf } from './tools.ts';
import { createUpkeep } from './upkeep.ts';
import { Waiters } from './waiters.ts';

export type { App } from './useCases.ts';

/**
 * For so long the end of the app waits for numbers to be given back; the rest goes on at the next start. What runs
 * containers kills them ten seconds after it has asked them to end.
 */
const givingBackMs = 7_000;

/** The product, without a host, around the ports to the outside world. */
export function createApp(ports: Ports): App {
  const { clock, history, log } = ports;
  const events = new Emitter();
  const keyring = new Keyring(ports.secrets, ports.environment, log);
  const store = new Store(initialState(ports, keyring.state()), (state, change) => {
    events.emit('state', state);
    events.emit('stateChanged', change);
  });
  const notices = new Notices((list) => store.update({ notices: list }), log);
  const codes = new CodeFinder(log);
  const preferences = new Preferences(ports, notices, (settings) => {
    codes.use(settings.rules);
    store.update({ settings });
  });
  const settings = () => preferences.current();
  const leaseLimit = () => ports.environment.maxLeaseSeconds ?? settings().maxLeaseSeconds;
  const tokens = new Tokens(history, (name) => {
    events.emit('tokenRemoved', name);
    numbers.desk.clear(name);
    leases.endAll({ holder: name }).catch((thrown: unknown) => log.error('Leases could not be ended.', thrown));
  });

  const numbers = createNumbers({
    clock,
    history,
    log,
    random: () => ports.random(),
    newId: () => ports.newId(),
    settings,
    unknownLimits: () => preferences.unknownLimits(),
    leaseLimit,
    limitsOf: (holder) => tokens.find(holder)?.limits ?? null,
    setPoolSize: (poolSize) => void preferences.update({ poolSize }),
    installation: () => preferences.installation(),
    session: () => connection.session(),
    webhookUrl: () => intake.reception.webhookUrl(),
    settledWebhookUrl: () => intake.reception.settledWebhookUrl(),
    givenUrls: () => intake.reception.givenUrls(),
    onWebhooks: () => intake.route(),
    onLease: (lease) => events.emit('lease', lease),
    onView: () => store.update(numbers.view()),
    onCode: () => store.update({ leases: book.views() }),
    onNumbers: () => store.update({ numbersRevision: store.get().numbersRevision + 1 }),
    onActiveChanged: () => intake.pollIfNeeded(),
    onEnded: (leaseId) => intake.leaseEnded(leaseId),
    onJump: () => void wake(),
    onClockSet: (byMs) => notices.clockSet(byMs),
    onBought: async (lease) => {
      if (lease) await inbox.adopt(lease);
      void connection.verify();
    },
    onRecovered: (boughtAt) => intake.readSince(boughtAt),
    onStrays: (strays) => notices.strays(strays),
    onDiverted: (number) => notices.diverted(number),
    onPoolTrouble: (reason) => notices.pool(reason),
    onReleaseTrouble: (number) => notices.releaseFails(number),
  });
  const { book, ledger, leases } = numbers;
  const connection = new Connection({
    clock,
    log,
    keyring,
    connect: (credentials, onAnswer) => ports.connect(credentials, onAnswer),
    onClockDiffers: (aheadMs) => notices.clockDiffers(aheadMs),
    startDemo: () => ports.startDemo(() => book.activeNumbers()),
    busy: () => numbers.isBusy(),
    onAccount: (account) =>
      store.update({ account, demo: connection.current()?.demo != null, credentials: keyring.state() }),
    onSession: (session) => adoptSession(session),
    onRecovered: () => void wake(),
  });
  const intake = createIntake({
    ports,
    ledger,
    book,
    codes,
    settings,
    ngrokToken: () => keyring.ngrokToken(),
    onNgrokAccepted: (token) => void keepNgrokToken(token),
    session: () => connection.current(),
    account: () => store.get().account,
    onMessage: (message) => events.emit('message', message),
    onMessagesChanged: (change) => events.emit('messagesChanged', change),
    show: (patch) => store.update(patch),
  });
  const { inbox } = intake;
  const waiters = new Waiters({ book, clock, events, history, paused: () => intake.paused() });

  async function keepNgrokToken(token: string | null): Promise<void> {
    try {
      if (await keyring.ngrokAccepted(token)) store.update({ credentials: keyring.state() });
    } catch (thrown) {
      log.error('The ngrok token could not be stored; it holds until OTP Dock ends.', thrown);
    }
  }

  /** The account whose numbers are in view. */
  let inView: string | null = null;

  async function adoptSession(session: Session | null): Promise<void> {
    if (session?.accountSid !== inView) numbers.desk.clear();
    inView = session?.accountSid ?? null;
    await numbers.pause();
    await intake.leave();
    store.update({ credentials: keyring.state() });
    if (!session) {
      numbers.clear();
      inbox.clear();
      intake.pollIfNeeded();
      return intake.reopen();
    }
    await inbox.load(session.accountSid);
    await numbers.load(session.accountSid);
    await intake.reopen();
    void numbers.resume();
    void intake.readMissed();
  }

  async function start({ demo } = { demo: false }): Promise<void> {
    const { localUrl, port, portWanted } = await ports.webhook.open(intake.gate);
    intake.listening(localUrl);
    if (ports.environment.credentials) preferences.skipSetup();
    if (history.recovered) preferences.spendingLost();
    notices.ofHistory(history, ports.tools.dataDir, () => intake.readSince(clock.now()));
    if (history.logDamage) intake.missed(Date.parse(history.logDamage.since));
    if (port !== portWanted) notices.portTaken(portWanted, port);
    await Promise.all([keyring.load(), tokens.load()]);
    store.update({ credentials: keyring.state() });
    await (demo ? connection.startDemo() : connection.start());
  }

  async function stop({ endLeases } = { endLeases: settings().onQuit === 'release' }): Promise<void> {
    numbers.desk.clear();
    if (endLeases && connection.current()) {
      await leases.endAll({ pinned: false });
      await numbers.givenBack(givingBackMs);
    }
    intake.stop();
    await numbers.pause();
    await ports.webhook.close();
    await intake.leave();
    await connection.close();
    await history.close();
  }

  /** After sleep or an outage, or when the clock was changed: what ran out ends, and what was missed is fetched. */
  async function wake(): Promise<void> {
    if (!connection.current()) return;
    await Promise.all([numbers.wake(), intake.wake()]);
  }

  async function reopenReception(): Promise<void> {
    store.update({ credentials: keyring.state() });
    await intake.reopen();
  }

  /** For work on what is in view: nothing is written meanwhile, and it is read anew. */
  async function meanwhile<T>(account: string, work: () => Promise<T>): Promise<T> {
    await numbers.pause();
    try {
      return await work();
    } finally {
      await inbox.load(account);
      await numbers.load(account);
      void numbers.resume();
    }
  }

  const account = () => connection.session().accountSid;
  const money = { ...numbers, clock, history, settings, session: () => connection.session() };
  const useCases: Omit<App, 'handle'> = {
    state: () => store.get(),
    on: (event, listener) => events.on(event, listener),
    start,
    stop,
    wake,
    setEffort: (effort) => intake.setEffort(effort),
    connection,
    leases: {
      start: async (input, more) => {
        // Nobody shall wait for a number only to be refused then.
        if (input.waitSeconds) ttlWithin(leaseLimit(), input.ttlSeconds, 0);
        return numbers.desk.take(input, more);
      },
      extend: (id, seconds) => leases.extend(id, seconds),
      pin: (id, pinned) => leases.pin(id, pinned),
      end: (id, because) => leases.end(id, because),
      endAll: (which) => leases.endAll(which),
      setPolicy: (id, policy) => leases.setPolicy(id, policy),
    },
    heartbeats: numbers.heartbeats,
    custody: numbers.custody,
    reconcile: () => numbers.reconcile(),
    retry: async () => {
      if (store.get().tunnel.state === 'failed') await reopenReception();
      return connection.verify();
    },
    lease: (id) => book.view(id),
    holderOf: (id) => ledger.lease(id)?.holder ?? null,
    listLeases: () => book.views(),
    waitForCode: (wait) => waiters.waitForCode(wait),
    searchNumbers: (query) =>
      searchNumbers({ telephony: connection.session().telephony, prices: numbers.prices, settings: settings() }, query),
    ownedNumbers: async () => {
      const listed = await connection.session().telephony.ownedNumbers();
      return ownedNumbers(listed, { ...numbers, settings: settings(), now: clock.now() });
    },
    listLedger: (query) => history.ledger(connection.session().accountSid, query),
    moneySummary: () => moneySummary(money),
    policyCosts: (wanted) => costsByPolicy(money, wanted),
    papers: () => connection.session().telephony.papers(),
    listMessages: (query) => history.messages({ ...query, account: account() }),
    countMessages: (filter) => history.countMessages(account(), filter),
    messageFacets: (holder) => history.messageFacets(account(), holder),
    deleteMessages: (sids, holder) => inbox.delete(account(), sids, holder),
    restoreMessages: (sids) => inbox.restore(account(), sids),
    updateSettings: async (patch) => {
      const receptionChanged = preferences.update(patch);
      await numbers.settingsChanged();
      if (receptionChanged) await reopenReception();
    },
    setNgrokToken: async (token, remember) => {
      await (token === null ? keyring.forget('ngrok') : keyring.setNgrokToken(token, remember));
      await reopenReception();
    },
    pauseReception: async (paused) => {
      connection.session();
      await intake.setPaused(paused);
    },
    checkMessages: (leaseId) => intake.check(leaseId),
    diagnose: (leaseId) => intake.diagnose(leaseId, connection.session().telephony),
    testReception: () => intake.test(connection.session()),
    tools: toolsOf(ports.tools),
    showApi: (api) => store.update({ api: { ...store.get().api, ...api } }),
    showDesktop: (desktop) => store.update({ desktop }),
    upkeep: createUpkeep({
      history,
      now: () => clock.now(),
      account: () => connection.session().accountSid,
      meanwhile,
      disconnect: () => connection.disconnect(),
      forgetSecrets: () => keyring.forgetAll(),
      forgetTokens: () => tokens.clear(),
      resetSettings: () => preferences.reset(),
      reconnect: () => connection.start(),
      forgetApiToken: async () => ports.tools.api.change?.rotateToken(),
      forgetLog: () => ports.diagnostics.forgetLog(),
    }),
    sharing: createSharing({ ...numbers, tokens, clock }),
    dismissNotice: (id) => notices.dismiss(id),
    diagnostics: async () => {
      const kept = await keptCounts(history, connection.current()?.accountSid ?? null);
      const { version, host, diagnostics: port } = ports;
      return diagnosticsText({ version, host, now: clock.now(), port, app: { state: store.get(), kept } });
    },
    tellFault: () => notices.fault(),
    tryText: (text, from) => codes.find(text, from),
    proposeRule: (mark) => proposeRule(mark, ports.newId()),
  };
  const handlers = createHandlers(useCases);
  return { ...useCases, handle: (name, input) => dispatch(handlers, log, name, input) };
}
