import { appError, type AppError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { AppState, Lease, Message, TunnelState } from '../contract/state.ts';
import type { App } from '../core/app.ts';

const say = phrases.numbers;
const sayShared = phrases.sharing;

/** What a script may see of the whole; all that a user interface sees is AppState. */
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

/** What the automation API asks of the app for whoever holds a token: the host's own user, or a token with a name. */
export type HolderView = Pick<
  App,
  | 'lease'
  | 'listLeases'
  | 'waitForCode'
  | 'searchNumbers'
  | 'ownedNumbers'
  | 'listMessages'
  | 'countMessages'
  | 'messageFacets'
  | 'deleteMessages'
  | 'heartbeats'
> & {
  state(): Omit<ViewState, 'revision'>;
  readonly leases: Pick<App['leases'], 'start' | 'extend' | 'pin' | 'end' | 'endAll' | 'setPolicy'>;
};

/** The view of the token of this name; null: of the host's own user, who sees all. */
export function viewFor(app: App, holder: string | null): HolderView {
  return holder === null ? app : ownView(app, holder);
}

/** Its own leases, and what came for them. Those of others are not there: they answer NOT_FOUND. */
function ownView(app: App, holder: string): HolderView {
  const own = (id: string): string => {
    if (app.lease(id).holder !== holder) throw noLease(id);
    return id;
  };
  const listLeases = () => app.listLeases().filter((lease) => lease.holder === holder);
  return {
    state: () => ownState(app.state(), holder),
    lease: (id) => app.lease(own(id)),
    listLeases,
    waitForCode: async (wait) => app.waitForCode({ ...wait, leaseId: own(wait.leaseId) }),
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
    leases: {
      // Two holders who choose the same key mean two leases.
      start: (input, more) =>
        app.leases.start({ ...input, holder, requestId: JSON.stringify([holder, input.requestId]) }, more),
      extend: async (id, seconds) => app.leases.extend(own(id), seconds),
      pin: async (id, pinned) => app.leases.pin(own(id), pinned),
      end: async (id) => app.leases.end(own(id)),
      endAll: () => app.leases.endAll({ holder }),
      setPolicy: async (id, policy) => {
        // The number was there before: what becomes of it is for those who kept it to say.
        if (app.lease(own(id)).reused) throw appError('FORBIDDEN', sayShared.keptByOthers, sayShared.keptByOthersHint);
        return app.leases.setPolicy(id, policy);
      },
    },
  };
}

/** What of the state concerns this holder. The balance is the account's, and whose list is read besides is theirs to know. */
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
    // They tell of the host, and of where its files are.
    notices: [],
  };
}

/** Whether Twilio's calls get here; while they do not, the list is read for each lease that runs. */
function isReached({ state, url }: TunnelState): boolean {
  return state === 'online' && url !== null;
}

function messagesOf(leases: Lease[], messages: Message[]): Message[] {
  const own = new Set(leases.map(({ id }) => id));
  return messages.filter(({ leaseId }) => leaseId !== null && own.has(leaseId));
}

/** The same as for a lease that does not exist. */
function noLease(id: string): AppError {
  return appError('NOT_FOUND', say.noLease({ id }), say.listLeases);
}
