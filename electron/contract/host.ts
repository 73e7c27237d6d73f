import type { Lease } from './state.ts';

/** What this host can do that another cannot. */
export interface Capabilities {
  /** Who copies: the host, which can also clear the clipboard, or the page itself. */
  clipboard: 'host' | 'page';
  /** Whether it can show the data folder. */
  openDataDir: boolean;
}

export interface LeasePage {
  leases: Lease[];
  /** Pass as `before` to go on; null at the end. */
  next: string | null;
}

/** A number that stays on a Twilio account; `number` is null while it is being bought. */
export interface RemainingNumber {
  account: string;
  number: string | null;
}
