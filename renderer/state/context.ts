import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState, Message } from '../../electron/contract/state.ts';
import type { ConnectionStatus, HostBridge } from '../bridge.ts';
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

export function useStoreView(): StoreView {
  const { store } = useServices();
  return useSyncExternalStore(store.subscribe, store.view);
}

/** Only below the point where App has made sure that there is a state. */
export function useAppState(): AppState {
  const { state } = useStoreView();
  if (state === null) throw new Error('The state is not known yet.');
  return state;
}

const noMessages: readonly Message[] = [];

/** The messages of a lease, newest first. The component renders again when they change, not with every state. */
export function useLeaseMessages(leaseId: string): readonly Message[] {
  const { store } = useServices();
  return useSyncExternalStore(store.subscribe, () => store.view().messagesOf[leaseId] ?? noMessages);
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
  const { ticker } = useServices();
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
