import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState, Message } from '../../electron/contract/state.ts';
import type { ConnectionStatus, HostBridge } from '../../electron/contract/hostBridge.ts';
import type { Client } from '../client.ts';
import type { Delayed } from './delayed.ts';
import type { AppStore, StoreView } from './store.ts';
import type { Ticker } from './ticker.ts';
import type { Unseen } from './unseen.ts';

/** The services that main.tsx creates for all components. */
export interface Services {
  bridge: HostBridge;
  client: Client;
  store: AppStore;
  ticker: Ticker;
  delayed: Delayed;
  unseen: Unseen;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('ServicesContext is missing.');
  return services;
}

export function useClient(): Client {
  return useServices().client;
}

/**
 * A part of the store's view. The component renders again only when that part changes, not with every state. So
 * `select` has to return something that is in the view, or a primitive value, but no new object.
 */
export function useStoreView<T>(select: (view: StoreView) => T): T {
  const { store } = useServices();
  return useSyncExternalStore(store.subscribe, () => select(store.view()));
}

/** Use this only where App has made sure that there is a state. */
export function useAppState(): AppState {
  return useSelected((state) => state);
}

/** A part of the state, as with `useStoreView`; use it only where `useAppState` works. */
export function useSelected<T>(select: (state: AppState) => T): T {
  return useStoreView(({ state }) => {
    if (state === null) throw new Error('The state is not known yet.');
    return select(state);
  });
}

const noMessages: readonly Message[] = [];

/** The messages of a lease, newest first. The component renders again only when they change. */
export function useLeaseMessages(leaseId: string): readonly Message[] {
  return useStoreView(({ messagesOf }) => messagesOf.get(leaseId) ?? noMessages);
}

/** Whether what is shown is up to date: the host answers, and in the desktop app the team's host does, too. */
export function useConnection(): ConnectionStatus {
  const { bridge } = useServices();
  const isTeamLost = useStoreView(({ state }) => state?.desktop?.team?.kind === 'lost');
  const status = useSyncExternalStore(
    (listener) => bridge.onStatus(listener),
    () => bridge.status(),
  );
  return status === 'open' && isTeamLost ? 'lost' : status;
}

/** The current second in milliseconds since the epoch; the component renders again every second. */
export function useNow(): number {
  return useAtNow((now) => now);
}

/** Calls `tell` with the current second (ms since the epoch). The component renders again when the result changes. */
export function useAtNow<T extends string | number | boolean>(tell: (now: number) => T): T {
  const { ticker } = useServices();
  return useSyncExternalStore(ticker.subscribe, () => tell(ticker.now()));
}
