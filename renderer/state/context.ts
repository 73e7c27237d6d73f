import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState, Message } from '../../electron/contract/state.ts';
import type { ConnectionStatus, HostBridge } from '../hostBridge.ts';
import type { Client } from '../client.ts';
import type { Delayed } from './delayed.ts';
import type { AppStore, StoreView } from './store.ts';
import type { Ticker } from './ticker.ts';

/** What main.tsx puts together and every component may reach. */
export interface Services {
  bridge: HostBridge;
  client: Client;
  store: AppStore;
  ticker: Ticker;
  delayed: Delayed;
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
 * A part of what is known of the host. The component renders again when that part changes, not with every state; so
 * `select` answers what is there, or a plain value, and nothing newly made.
 */
export function useStoreView<T>(select: (view: StoreView) => T): T {
  const { store } = useServices();
  return useSyncExternalStore(store.subscribe, () => select(store.view()));
}

/** Only below the point where App has made sure that there is a state. */
export function useAppState(): AppState {
  return useSelected((state) => state);
}

/** A part of the state, as with `useStoreView`; where `useAppState` may be used. */
export function useSelected<T>(select: (state: AppState) => T): T {
  return useStoreView(({ state }) => {
    if (state === null) throw new Error('The state is not known yet.');
    return select(state);
  });
}

const noMessages: readonly Message[] = [];

/** The messages of a lease, newest first. The component renders again when they change, not with every state. */
export function useLeaseMessages(leaseId: string): readonly Message[] {
  return useStoreView(({ messagesOf }) => messagesOf.get(leaseId) ?? noMessages);
}

export function useConnection(): ConnectionStatus {
  const { bridge } = useServices();
  return useSyncExternalStore(
    (listener) => bridge.onStatus(listener),
    () => bridge.status(),
  );
}

/** The current second in milliseconds since the epoch; the component renders again with each one. */
export function useNow(): number {
  return useAtNow((now) => now);
}

/** What holds at the current second (milliseconds since the epoch). The component renders again when that changes. */
export function useAtNow<T extends string | number | boolean>(tell: (now: number) => T): T {
  const { ticker } = useServices();
  return useSyncExternalStore(ticker.subscribe, () => tell(ticker.now()));
}
