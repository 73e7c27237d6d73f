import { CodeFinder } from './codeFinder.ts';
import { Connection } from './connection.ts';
import { diagnosticsText, keptCounts } from './diagnostics.ts';
import { dispatch } from './dispatch.ts';
import { Events } from './events.ts';
import { createHandlers } from './handlers.ts';
import { Inbox } from './inbox.ts';
import { Intake } from './intake.ts';
import { Keyring } from './keyring.ts';
import { Lifecycle } from './lifecycle.ts';
import { costsByPolicy, moneySummary } from './money/accounts.ts';
import { Notices } from './notices.ts';
import { LeaseBook } from './numbers/leaseBook.ts';
import { ttlWithin } from './numbers/leaseLimit.ts';
import { Ledger } from './numbers/ledger.ts';
import { Numbers } from './numbers/numbers.ts';
import { ownedNumbers } from './numbers/ownedNumbers.ts';
import { searchNumbers } from './numbers/search.ts';
import { proposeRule } from './otp/rules/rules.ts';
import type { Ports } from './ports.ts';
import { Preferences } from './preferences.ts';
import { Reception } from './reception.ts';
import { Sharing } from './sharing/sharing.ts';
import { Tokens } from './sharing/tokens.ts';
import { initialState, Store } from './store.ts';
import { subscribe } from './subscriptions.ts';
import { toolsOf } from './tools.ts';
import { Upkeep } from './upkeep.ts';
import type { App } from './useCases.ts';
import { Waiters } from './waiters.ts';

export type { App } from './useCases.ts';

/** The product, without a host, around the ports to the outside world. */
export function createApp(ports: Ports): App {
  const { clock, history, log } = ports;
  const events = new Events();

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
  const tokens = new Tokens(history, events);

  const ledger = new Ledger(ports, preferences, events);
  const book = new LeaseBook(ledger, events);
  const connection = new Connection({
    ...{ ports, keyring, book, events },
    delegate: {
      isBusy: () => numbers.isBusy(),
      sessionChanged: (session) => lifecycle.sessionChanged(session),
    },
  });
  const shared = { ports, preferences, sessions: connection, ledger, book, events };
  const reception = new Reception({ ...shared, keyring, instance: ports.newId() });
  const inbox = new Inbox({ ...shared, codes });
  const numbers = new Numbers({ ...shared, tokens, webhook: reception, inbox });
  const intake = new Intake({ ...shared, inbox, reception });
  const waiters = new Waiters({ book, clock, events, history, paused: () => intake.paused });
  const lifecycle = new Lifecycle({
    ...{ ports, preferences, keyring, tokens, notices, events },
    ...{ connection, numbers, inbox, intake },
  });
  subscribe(events, { log, store, notices, keyring, connection, book, numbers, lifecycle });

  const { leases } = numbers;
  const settings = () => preferences.current();
  const account = () => connection.session().accountSid;
  const money = {
    ledger,
    prices: numbers.prices,
    budget: numbers.budgets.all,
    clock,
    history,
    settings,
    session: () => connection.session(),
  };
  const useCases: Omit<App, 'handle'> = {
    state: () => store.get(),
    on: (event, listener) => events.on(event, listener),
    start: (options) => lifecycle.start(options),
    stop: (options) => lifecycle.stop(options),
    wake: () => lifecycle.wake(),
    setEffort: (effort) => intake.setEffort(effort),
    connection,
    leases: {
      start: async (input, more) => {
        // Nobody shall wait for a number only to be refused then.
        if (input.waitSeconds) ttlWithin(preferences.leaseLimit(), input.ttlSeconds, 0);
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
      if (store.get().tunnel.state === 'failed') await lifecycle.reopen();
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
      return ownedNumbers(listed, { ledger, prices: numbers.prices, settings: settings(), now: clock.now() });
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
      if (receptionChanged) await lifecycle.reopen();
    },
    setNgrokToken: async (token, remember) => {
      await (token === null ? keyring.forget('ngrok') : keyring.setNgrokToken(token, remember));
      await lifecycle.reopen();
    },
    pauseReception: async (paused) => {
      connection.session();
      await intake.setPaused(paused);
    },
    checkMessages: (leaseId) => intake.check(leaseId),
    diagnose: (leaseId) => intake.diagnose(leaseId, store.get().account, connection.session().telephony),
    testReception: () => intake.test(connection.session()),
    tools: toolsOf(ports.tools),
    showApi: (api) => store.update({ api: { ...store.get().api, ...api } }),
    showDesktop: (desktop) => store.update({ desktop }),
    upkeep: new Upkeep({ ports, preferences, keyring, tokens, connection, lifecycle }),
    sharing: new Sharing({ ledger, budgets: numbers.budgets, tokens, clock }),
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
