import type { HostBridge } from '../electron/contract/hostBridge.ts';
import { createClient } from './client.ts';
import type { Services } from './state/context.ts';
import { Delayed } from './state/delayed.ts';
import { AppStore } from './state/store.ts';
import { Ticker } from './state/ticker.ts';
import { Unseen } from './state/unseen.ts';

/** Everything that components use, on top of this bridge. Asks for the state at once. */
export function createServices(bridge: HostBridge): Services {
  const client = createClient(bridge);
  const store = new AppStore(bridge);
  store.start();
  return {
    bridge,
    client,
    store,
    ticker: new Ticker(document),
    delayed: new Delayed(document, window),
    unseen: new Unseen(),
  };
}
