import type { Bridge } from '../electron/contract/api.ts';

/** `lost`: reconnects by itself. `refused`: the host does not accept our token; no more tries. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

/** The Bridge, and whether it can reach the host at the moment. */
export interface HostBridge extends Bridge {
  status(): ConnectionStatus;
  /** Returns the function that ends the subscription. */
  onStatus(listener: () => void): () => void;
}
