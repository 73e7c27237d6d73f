import type { LedgerInput, Mark, MessagesInput, SearchInput } from '../contract/api.ts';
import type { Result } from '../contract/errors.ts';
import type { ApiState, DesktopState } from '../contract/host.ts';
import type { Diagnosis, SelfTest } from '../contract/reception.ts';
import type { NumberType, Rule, SettingsPatch } from '../contract/settings.ts';
import type {
  AccountState,
  AppState,
  AvailableNumbers,
  Extraction,
  Lease,
  LedgerPage,
  MessagePage,
  MoneySummary,
  OwnedNumber,
  PolicyCosts,
} from '../contract/state.ts';
import type { Papers } from '../contract/papers.ts';
import { CodeFinder } from './codeFinder.ts';
import { Connection, type Session } from './connection.ts';
import { dispatch } from './dispatch.ts';
import { Emitter, type AppEvents } from './emitter.ts';
import { createHandlers } from './handlers.ts';
import { createIntake } from './intake.ts';
import { Keyring } from './keyring.ts';
import { costsByPolicy, moneySummary } from './money/accounts.ts';
import { Notices } from './notices.ts';
import type { Custody } from './numbers/custody.ts';
import type { Leases } from './numbers/leases.ts';
import { createNumbers } from './numbers/numbers.ts';
import { ownedNumbers } from './numbers/ownedNumbers.ts';
import { searchNumbers } from './numbers/search.ts';
import { proposeRule } from './otp/rules/rules.ts';
import type { Cancel, Ports } from './ports.ts';
import { Preferences } from './preferences.ts';
import { initialState, Store } from './store.ts';
import { toolsOf, type Tools } from './tools.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';
import { waitForCode, type CodeOutcome, type CodeWait } from './waiters.ts';

/** For so long the end of the app waits for numbers to be given back; the rest goes on at the next start. */
const givingBackMs = 10_000;

/** The product, without a host: what every window, script and command can ask for. */
export interface App {
  state(): AppState;
  /** `state` is the whole of it, coalesced; `message` and `lease` are what happened. */
  on<E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void): Cancel;
  /** One request of the contract, from an untrusted side. Never rejects. */
  handle(name: unknown, input: unknown): Promise<Result<unknown>>;
  /** `demo`: begin with the demo account instead of the known credentials. */
  start(options?: { demo: boolean }): Promise<void>;
  /** Everything is on disk and closed afterwards. Running leases go on at the next start, unless they are to be ended. */
  stop(options?: { endLeases: boolean }): Promise<void>;
  /** To be called after the computer slept, or was without a network. */
  wake(): Promise<void>;
  readonly connection: Pick<Connection, 'connect' | 'verify' | 'forget' | 'startDemo' | 'stopDemo'>;
  readonly leases: Pick<Leases, 'start' | 'extend' | 'end' | 'endAll' | 'setPolicy'>;
  readonly custody: Pick<Custody, 'release' | 'takeOver' | 'letGo' | 'setPolicy'>;
  /** Compares the ledger with the account now. */
  reconcile(): Promise<void>;
  /** Asks Twilio about the account again, and opens the way in again where it failed. */
  retry(): Promise<AccountState>;
  lease(id: string): Lease;
  /** All leases in view, newest first. */
  listLeases(): Lease[];
  waitForCode(wait: CodeWait): Promise<CodeOutcome>;
  searchNumbers(query: SearchInput): Promise<AvailableNumbers>;
  ownedNumbers(): Promise<OwnedNumber[]>;
  listMessages(query: MessagesInput): Promise<MessagePage>;
  listLedger(query: LedgerInput): Promise<LedgerPage>;
  moneySummary(): Promise<MoneySummary>;
  policyCosts(wanted: { country?: string | undefined; type?: NumberType | undefined }): Promise<PolicyCosts>;
  papers(): Promise<Papers>;
  updateSettings(patch: SettingsPatch): Promise<void>;
  /** null forgets it. */
  setNgrokToken(token: string | null, remember: boolean): Promise<void>;
  /** Reads Twilio's message list now, for one lease or for all numbers. */
  checkMessages(leaseId?: string): Promise<{ found: number }>;
  diagnose(leaseId: string): Promise<Diagnosis>;
  testReception(): Promise<SelfTest>;
  dismissNotice(id: string): void;
  readonly tools: Tools;
  /** The host says how its automation API is. */
  showApi(api: Omit<ApiState, 'tokenFile'>): void;
  /** The desktop says how it is. */
  showDesktop(desktop: DesktopState): void;
  readonly upkeep: Upkeep;
  /** What would be found in a text, by the present rules. */
  tryText(text: string, from?: string): Extraction;
  proposeRule(mark: Mark): Rule;
}

export function createApp(ports: Ports): App {
  const { clock, history, log } = ports;
  const events = new Emitter();
  const keyring = new Keyring(ports.secrets, ports.environment, log);
  const store = new Store(initialState(ports, keyring.state()), (state) => events.emit('state', state));
  const notices = new Notices((list) => store.update({ notices: list }));
  const codes = new CodeFinder(log);
  const preferences = new Preferences(
    ports.settings,
    notices,
    () => ports.newId(),
    (settings) => {
      codes.use(settings.rules);
      store.update({ settings });
    },
  );
  const settings = () => preferences.current();

  const numbers = createNumbers({
    clock,
    history,
    log,
    random: () => ports.random(),
    newId: () => ports.newId(),
    settings,
    setPoolSize: (poolSize) => void preferences.update({ poolSize }),
    installation: () => preferences.installation(),
    session: () => connection.session(),
    webhookUrl: () => intake.reception.webhookUrl(),
    settledWebhookUrl: () => intake.reception.settledWebhookUrl(),
    givenUrls: () => intake.reception.givenUrls(),
    onWebhooks: () => intake.route(),
    onLease: (lease) => events.emit('lease', lease),
    onView: () => store.update(numbers.view()),
    onNumbers: () => store.update({ numbersRevision: store.get().numbersRevision + 1 }),
    onActiveChanged: () => intake.pollIfNeeded(),
    onEnded: (leaseId) => intake.leaseEnded(leaseId),
    onJump: () => void wake(),
    onClockSet: (byMs) => notices.clockSet(byMs),
    onBought: async (lease) => {
      if (lease) await inbox.adopt(lease);
      void connection.verify();
    },
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
    connect: (credentials) => ports.connect(credentials),
    startDemo: () => ports.startDemo(() => book.activeNumbers()),
    busy: () => numbers.isBusy(),
    onAccount: (account) => store.update({ account, credentials: keyring.state() }),
    onSession: (session) => adoptSession(session),
  });
  const intake = createIntake({
    ports,
    ledger,
    book,
    codes,
    settings,
    ngrokToken: () => keyring.ngrokToken(),
    session: () => connection.current(),
    account: () => store.get().account,
    onMessage: (message) => events.emit('message', message),
    show: (patch) => store.update(patch),
  });
  const { inbox } = intake;

  async function adoptSession(session: Session | null): Promise<void> {
    await numbers.pause();
    await intake.pause();
    store.update({ demo: session?.demo != null, credentials: keyring.state() });
    if (!session) return clearLedger();
    await inbox.load(session.accountSid);
    await numbers.load(session.accountSid);
    await intake.reopen();
    void numbers.resume();
    void intake.resume();
  }

  function clearLedger(): void {
    numbers.clear();
    inbox.clear();
    intake.pollIfNeeded();
  }

  async function start({ demo } = { demo: false }): Promise<void> {
    const { localUrl, port, portWanted } = await ports.webhook.open(intake.gate);
    intake.listening(localUrl);
    if (history.recovered) notices.historyRecovered(history.recovered.movedTo);
    if (port !== portWanted) notices.portTaken(portWanted, port);
    await keyring.load();
    store.update({ credentials: keyring.state() });
    await (demo ? connection.startDemo() : connection.start());
    if (connection.current() && !intake.announced()) log.info(`Twilio webhooks available at ${localUrl}/webhook`);
  }

  async function stop({ endLeases } = { endLeases: settings().onQuit === 'release' }): Promise<void> {
    if (endLeases && connection.current()) {
      await leases.endAll();
      await numbers.givenBack(givingBackMs);
    }
    intake.stop();
    await numbers.pause();
    await ports.webhook.close();
    await intake.pause();
    await connection.close();
    await history.close();
  }

  /** After sleep, or when the clock was changed: what ran out ends, and what was missed is fetched. */
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

  const money = { ...numbers, clock, history, settings, session: () => connection.session() };
  const useCases: Omit<App, 'handle'> = {
    state: () => store.get(),
    on: (event, listener) => events.on(event, listener),
    start,
    stop,
    wake,
    connection,
    leases,
    custody: numbers.custody,
    reconcile: () => numbers.reconcile(),
    retry: async () => {
      if (store.get().tunnel.state === 'failed') await reopenReception();
      return connection.verify();
    },
    lease: (id) => book.view(id),
    listLeases: () => book.views(),
    waitForCode: (wait) => waitForCode({ book, clock, events, history }, wait),
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
    listMessages: (query) => history.messages({ ...query, account: connection.session().accountSid }),
    updateSettings: async (patch) => {
      const receptionChanged = preferences.update(patch);
      numbers.settingsChanged();
      if (receptionChanged) await reopenReception();
    },
    setNgrokToken: async (token, remember) => {
      await (token === null ? keyring.forget('ngrok') : keyring.setNgrokToken(token, remember));
      await reopenReception();
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
      resetSettings: () => preferences.reset(),
      reconnect: () => connection.start(),
      forgetApiToken: async () => ports.tools.api.change?.rotateToken(),
    }),
    dismissNotice: (id) => notices.dismiss(id),
    tryText: (text, from) => codes.find(text, from),
    proposeRule: (mark) => proposeRule(mark, ports.newId()),
  };
  const handlers = createHandlers(useCases);
  return { ...useCases, handle: (name, input) => dispatch(handlers, log, name, input) };
}
