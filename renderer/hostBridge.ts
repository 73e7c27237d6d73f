import type { Bridge } from '../electron/contract/api.ts';

/** `lost`: it is tried again by itself. `refused`: the host does not know our token; nothing is tried again. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

/** The Bridge, and whether the host can be reached through it just now. */
export interface HostBridge extends Bridge {
  status(): ConnectionStatus;
  /** Returns the function that ends the subscription. */
  onStatus(listener: () => void): () => void;
}
