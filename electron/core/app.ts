import type { LedgerInput, Mark, MessagesInput, SearchInput } from '../contract/api.ts';
import type { Result } from '../contract/errors.ts';
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
  Papers,
  PolicyCosts,
} from '../contract/state.ts';
import { CodeFinder } from './codeFinder.ts';
import { Connection, type Session } from './connection.ts';
import { dispatch } from './dispatch.ts';
import { Emitter, type AppEvents } from './emitter.ts';
import { createHandlers } from './handlers.ts';
import { Inbox } from './inbox.ts';
import { Keyring } from './keyring.ts';
import { costsByPolicy, moneySummary } from './money/accounts.ts';
import { Notices } from './notices.ts';
import type { Custody } from './numbers/custody.ts';
import type { Leases } from './numbers/leases.ts';
import { createNumbers } from './numbers/numbers.ts';
import { ownedNumbers } from './numbers/ownedNumbers.ts';
import { reroute } from './numbers/reroute.ts';
import { searchNumbers } from './numbers/search.ts';
import { proposeRule } from './otp/rules/rules.ts';
import { Poller } from './poller.ts';
import type { Cancel, Ports, WebhookGate } from './ports.ts';
import { Preferences } from './preferences.ts';
import { Reception } from './reception.ts';
import { initialState, Store } from './store.ts';
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
  dismissNotice(id: string): void;
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
    webhookUrl: () => reception.webhookUrl(),
    settledWebhookUrl: () => reception.settledWebhookUrl(),
    onLease: (lease) => events.emit('lease', lease),
    onView: () => store.update(numbers.view()),
    onNumbers: () => store.update({ numbersRevision: store.get().numbersRevision + 1 }),
    onActiveChanged: () => pollIfNeeded(),
    onBought: async (lease) => {
      if (lease) await inbox.adopt(lease);
      void connection.verify();
    },
    onStrays: (strays) => notices.strays(strays),
    onPoolTrouble: (reason) => notices.pool(reason),
    onReleaseTrouble: (number) => notices.releaseFails(number),
  });
  const { book, ledger, leases } = numbers;
  const inbox = new Inbox({
    history,
    book,
    codes,
    account: () => connection.current()?.accountSid ?? null,
    onMessage: (message) => events.emit('message', message),
    onView: (messages) => store.update({ messages }),
  });
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
  const reception = new Reception({
    clock,
    log,
    environment: ports.environment,
    settings,
    ngrokToken: () => keyring.ngrokToken(),
    tunnel: (config) => ports.tunnel(config),
    demo: () => connection.current()?.demo != null,
    onState: () => tunnelChanged(),
  });
  const poller = new Poller({
    book,
    clock,
    log,
    telephony: () => connection.current()?.telephony ?? null,
    webhookUrl: () => reception.webhookUrl(),
    receive: (sms, source) => inbox.receive(sms, source),
  });
  const gate: WebhookGate = {
    publicUrls: () => reception.givenUrls(),
    accountSid: () => connection.current()?.accountSid ?? null,
    authToken: () => connection.current()?.authToken ?? null,
    receive: (sms) => inbox.receive(sms, 'webhook'),
  };
  let localUrl = '';
  let announcedUrl = '';
  let stopping = false;

  async function adoptSession(session: Session | null): Promise<void> {
    await numbers.pause();
    await reception.close();
    store.update({ demo: session?.demo != null, credentials: keyring.state() });
    if (!session) return clearLedger();
    await inbox.load(session.accountSid);
    await numbers.load(session.accountSid);
    await reception.open(localUrl);
    void numbers.resume();
  }

  function clearLedger(): void {
    numbers.clear();
    inbox.clear();
    pollIfNeeded();
  }

  function pollIfNeeded(): void {
    poller.want(!stopping && connection.current() !== null && reception.state.state !== 'connecting');
    store.update({ polling: poller.running });
  }

  function tunnelChanged(): void {
    store.update({ tunnel: reception.state });
    pollIfNeeded();
    const [url, session] = [reception.webhookUrl(), connection.current()];
    if (!url || !session) return;
    if (url !== announcedUrl) log.info(`Twilio webhooks available at ${localUrl}/webhook (public: ${url})`);
    announcedUrl = url;
    // Also at the URL from before: a number that was bought while the tunnel was down calls no webhook yet.
    void reroute({ ledger, book, telephony: session.telephony, log }, url).then(pollIfNeeded);
  }

  async function start({ demo } = { demo: false }): Promise<void> {
    const { localUrl: opened, port, portWanted } = await ports.webhook.open(gate);
    localUrl = opened;
    store.update({ webhook: `${localUrl}/webhook` });
    if (history.recovered) notices.historyRecovered(history.recovered.movedTo);
    if (port !== portWanted) notices.portTaken(portWanted, port);
    await keyring.load();
    store.update({ credentials: keyring.state() });
    await (demo ? connection.startDemo() : connection.start());
    if (connection.current() && !announcedUrl) log.info(`Twilio webhooks available at ${localUrl}/webhook`);
  }

  async function stop({ endLeases } = { endLeases: settings().onQuit === 'release' }): Promise<void> {
    if (endLeases && connection.current()) {
      await leases.endAll();
      await numbers.givenBack(givingBackMs);
    }
    stopping = true;
    pollIfNeeded();
    await numbers.pause();
    await ports.webhook.close();
    await reception.close();
    await connection.close();
    await history.close();
  }

  async function reopenReception(): Promise<void> {
    store.update({ credentials: keyring.state() });
    if (connection.current()) await reception.open(localUrl);
  }

  const money = { ...numbers, clock, history, settings, session: () => connection.session() };
  const useCases: Omit<App, 'handle'> = {
    state: () => store.get(),
    on: (event, listener) => events.on(event, listener),
    start,
    stop,
    connection,
    leases,
    custody: numbers.custody,
    reconcile: () => numbers.reconcile(),
    retry: async () => {
      if (reception.state.state === 'failed') await reopenReception();
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
    dismissNotice: (id) => notices.dismiss(id),
    tryText: (text, from) => codes.find(text, from),
    proposeRule: (mark) => proposeRule(mark, ports.newId()),
  };
  const handlers = createHandlers(useCases);
  return { ...useCases, handle: (name, input) => dispatch(handlers, log, name, input) };
}
