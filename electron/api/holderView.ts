import { appError, plainError, type AppError } from '../contract/errors.ts';
import type { Fault } from '../contract/faults.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { AppState, Lease, Message, TunnelState } from '../contract/state.ts';
import type { App } from '../core/app.ts';

const say = phrases.numbers;
const notYourNumber = 'A token with a name may change only what befalls the messages to the numbers of its leases.';
const sayShared = phrases.sharing;

/** What a script may see of the state; a user interface sees all of it: AppState. */
export type ViewState = Pick<
  AppState,
  | 'revision'
  | 'version'
  | 'host'
  | 'demo'
  | 'account'
  | 'tunnel'
  | 'polling'
  | 'pausedSince'
  | 'leases'
  | 'waiting'
  | 'messages'
  | 'notices'
>;

/** What the automation API needs from the app for a holder: the host's own user, or a named token. */
export type HolderView = Pick<
  App,
  | 'carrier'
  | 'lease'
  | 'listLeases'
  | 'waitFor'
  | 'searchNumbers'
  | 'ownedNumbers'
  | 'listMessages'
  | 'countMessages'
  | 'messageFacets'
  | 'deleteMessages'
  | 'heartbeats'
> & {
  state(): Omit<ViewState, 'revision'>;
  readonly faults: Pick<App['faults'], 'list' | 'set' | 'clear'>;
  readonly leases: Pick<App['leases'], 'start' | 'extend' | 'pin' | 'end' | 'endAll' | 'setPolicy'>;
};

/** The view of the token with this name; null: of the host's own user, who sees everything. */
export function viewFor(app: App, holder: string | null): HolderView {
  return holder === null ? app : ownView(app, holder);
}

/** Its own leases and their messages. Other leases do not exist for it: they give NOT_FOUND. */
function ownView(app: App, holder: string): HolderView {
  const own = (id: string): string => {
    if (app.lease(id).holder !== holder) throw noLease(id);
    return id;
  };
  const listLeases = () => app.listLeases().filter((lease) => lease.holder === holder);
  const ownNumber = (number?: string): string => {
    if (number !== undefined && listLeases().some((lease) => lease.number === number)) return number;
    throw plainError('FORBIDDEN', notYourNumber, 'Give the number of a lease of yours as “to”.');
  };
  const ownFaults = (faults: readonly Fault[]) => {
    const numbers = listLeases().map(({ number }) => number);
    return faults.filter(({ to }) => to === null || numbers.includes(to));
  };
  return {
    state: () => ownState(app.state(), holder),
    carrier: () => app.carrier(),
    lease: (id) => app.lease(own(id)),
    listLeases,
    waitFor: async (wait) => {
      const { target } = wait;
      if ('leaseId' in target) return app.waitFor({ ...wait, target: { leaseId: own(target.leaseId) } });
      return app.waitFor({ ...wait, target: { ...target, holder } });
    },
    searchNumbers: (query) => app.searchNumbers(query),
    ownedNumbers: async () => (await app.ownedNumbers()).filter((number) => number.holder === holder),
    listMessages: (query) => app.listMessages({ ...query, holder }),
    countMessages: (filter) => app.countMessages({ ...filter, holder }),
    messageFacets: () => app.messageFacets(holder),
    deleteMessages: (sids) => app.deleteMessages(sids, holder),
    heartbeats: {
      beat: (id) => app.heartbeats.beat(own(id)),
      heard: (id) => {
        if (app.holderOf(id) === holder) app.heartbeats.heard(id);
      },
      hold: (id) => app.heartbeats.hold(own(id)),
    },
    faults: {
      list: () => ownFaults(app.faults.list()),
      set: (input) => ownFaults(app.faults.set({ ...input, to: ownNumber(input.to) })),
      clear: (to) => ownFaults(app.faults.clear(ownNumber(to))),
    },
    leases: {
      // Two holders who choose the same key mean different leases.
      start: (input, more) =>
        app.leases.start({ ...input, holder, requestId: JSON.stringify([holder, input.requestId]) }, more),
      extend: async (id, seconds) => app.leases.extend(own(id), seconds),
      pin: async (id, pinned) => app.leases.pin(own(id), pinned),
      end: async (id) => app.leases.end(own(id), 'onRequest', holder),
      endAll: () => app.leases.endAll({ holder, by: holder }),
      setPolicy: async (id, policy) => {
        // The number existed before this lease: only those who kept it may decide about it.
        if (app.lease(own(id)).reused) throw appError('FORBIDDEN', sayShared.keptByOthers, sayShared.keptByOthersHint);
        return app.leases.setPolicy(id, policy);
      },
    },
  };
}

/** The holder's part of the state: without the account's balance, or whether others' leases are polled. */
export function ownState(state: ViewState, holder: string): Omit<ViewState, 'revision'> {
  const { version, host, demo, account, tunnel, polling, pausedSince } = state;
  const leases = state.leases.filter((lease) => lease.holder === holder);
  return {
    version,
    host,
    demo,
    account: account.kind === 'connected' ? { ...account, balance: null } : account,
    tunnel,
    polling: polling && !isReached(tunnel) && leases.some((lease) => lease.state === 'active'),
    pausedSince,
    leases,
    waiting: state.waiting.filter((request) => request.holder === holder),
    messages: messagesOf(leases, state.messages),
    // They describe the host and where its files are.
    notices: [],
  };
}

/** Whether Twilio's calls reach us; otherwise, the list is polled for each running lease. */
function isReached({ state, url }: TunnelState): boolean {
  return state === 'online' && url !== null;
}

function messagesOf(leases: Lease[], messages: Message[]): Message[] {
  const own = new Set(leases.map(({ id }) => id));
  return messages.filter(({ leaseId }) => leaseId !== null && own.has(leaseId));
}

/** The same error as for a lease that does not exist. */
function noLease(id: string): AppError {
  return appError('NOT_FOUND', say.noLease({ id }), say.listLeases);
}
