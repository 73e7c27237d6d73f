import type { Mark, MessagesInput, SearchInput } from '../contract/api.ts';
import type { Result } from '../contract/errors.ts';
import type { Rule, SettingsPatch } from '../contract/settings.ts';
import type {
  AccountState,
  AppState,
  AvailableNumbers,
  Extraction,
  Lease,
  MessagePage,
  OwnedNumber,
} from '../contract/state.ts';
import { CodeFinder } from './codeFinder.ts';
import { Connection, type Session } from './connection.ts';
import { dispatch } from './dispatch.ts';
import { Emitter, type AppEvents } from './emitter.ts';
import { createHandlers } from './handlers.ts';
import { Inbox } from './inbox.ts';
import { Keyring } from './keyring.ts';
import { Notices } from './notices.ts';
import { LeaseBook } from './numbers/leaseBook.ts';
import { Leases } from './numbers/leases.ts';
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

/** The product, without a host: what every window, script and command can ask for. */
export interface App {
  state(): AppState;
  /** `state` is the whole of it, coalesced; `message` and `lease` are what happened. */
  on<E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void): Cancel;
  /** One request of the contract, from an untrusted side. Never rejects. */
  handle(name: unknown, input: unknown): Promise<Result<unknown>>;
  /** `demo`: begin with the demo account instead of the known credentials. */
  start(options?: { demo: boolean }): Promise<void>;
  /** Everything is on disk and closed afterwards. */
  stop(): Promise<void>;
  readonly connection: Pick<Connection, 'connect' | 'verify' | 'forget' | 'startDemo' | 'stopDemo'>;
  readonly leases: Pick<Leases, 'start' | 'extend' | 'end'>;
  /** Asks Twilio about the account again, and opens the way in again where it failed. */
  retry(): Promise<AccountState>;
  lease(id: string): Lease;
  /** All leases in view, newest first. */
  listLeases(): Lease[];
  waitForCode(wait: CodeWait): Promise<CodeOutcome>;
  searchNumbers(query: SearchInput): Promise<AvailableNumbers>;
  ownedNumbers(): Promise<OwnedNumber[]>;
  listMessages(query: MessagesInput): Promise<MessagePage>;
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
  const preferences = new Preferences(ports.settings, notices, (settings) => {
    codes.use(settings.rules);
    store.update({ settings });
  });
  const settings = () => preferences.current();

  const book = new LeaseBook(history, (changed) => {
    store.update({ leases: book.views() });
    if (changed) events.emit('lease', changed);
  });
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
    busy: () => book.hasUnfinished(),
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
  const leases = new Leases({
    book,
    clock,
    history,
    log,
    newId: () => ports.newId(),
    settings,
    session: () => connection.session(),
    smsUrl: () => reception.settledWebhookUrl(),
    onActiveChanged: () => pollIfNeeded(),
    onBought: async (record) => {
      await inbox.adopt(record);
      void connection.verify();
    },
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
    await leases.pause();
    await reception.close();
    store.update({ demo: session?.demo != null, credentials: keyring.state() });
    if (!session) return clearLedger();
    await inbox.load(session.accountSid);
    await book.load(session.accountSid);
    await reception.open(localUrl);
    void leases.resume();
  }

  function clearLedger(): void {
    book.clear();
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
    void reroute(book, session.telephony, url, log).then(pollIfNeeded);
  }

  async function start({ demo } = { demo: false }): Promise<void> {
    const { localUrl: opened, port, portWanted } = await ports.webhook.open(gate);
    localUrl = opened;
    store.update({ webhook: `${localUrl}/webhook` });
    if (port !== portWanted) notices.portTaken(portWanted, port);
    await keyring.load();
    store.update({ credentials: keyring.state() });
    await (demo ? connection.startDemo() : connection.start());
    if (connection.current() && !announcedUrl) log.info(`Twilio webhooks available at ${localUrl}/webhook`);
  }

  async function stop(): Promise<void> {
    stopping = true;
    pollIfNeeded();
    await leases.pause();
    await ports.webhook.close();
    await reception.close();
    await connection.close();
    await history.close();
  }

  async function reopenReception(): Promise<void> {
    store.update({ credentials: keyring.state() });
    if (connection.current()) await reception.open(localUrl);
  }

  const useCases: Omit<App, 'handle'> = {
    state: () => store.get(),
    on: (event, listener) => events.on(event, listener),
    start,
    stop,
    connection,
    leases,
    retry: async () => {
      if (reception.state.state === 'failed') await reopenReception();
      return connection.verify();
    },
    lease: (id) => book.view(id),
    listLeases: () => book.views(),
    waitForCode: (wait) => waitForCode({ book, clock, events, history }, wait),
    searchNumbers: (query) => searchNumbers(connection.session().telephony, query, settings()),
    ownedNumbers: async () =>
      ownedNumbers(await connection.session().telephony.ownedNumbers(), book.records(), clock.now()),
    listMessages: (query) => history.messages({ ...query, account: connection.session().accountSid }),
    updateSettings: async (patch) => {
      if (preferences.update(patch)) await reopenReception();
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
