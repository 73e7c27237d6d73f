import type { Failure } from './errors.ts';
import type { Lease } from './lease.ts';

/** What this host can do that others may not. */
export interface Capabilities {
  /** Who copies: the host, which can also clear the clipboard, or the page itself. */
  clipboard: 'host' | 'page';
  /** Who opens a message's link in the person's browser: the host, or the page, which is in a browser already. */
  links: 'host' | 'page';
  /** Whether it shows system menus; elsewhere a right click opens the browser's. */
  menus: boolean;
  /** Whether it can show the data folder. */
  openDataDir: boolean;
  /** Whether the automation API can be switched, and its token renewed; otherwise it is always on. */
  switchApi: boolean;
}

/** The automation API of this host. Its token is secret and not included. */
export interface ApiState {
  /** Such as http://127.0.0.1:5001; null while it is off. */
  url: string | null;
  /** The file that holds the token once the API has been on; null: the token is in OTP_DOCK_API_TOKEN. */
  tokenFile: string | null;
  /** The wanted port, if another program has taken it. */
  takenPort: number | null;
  /** Why it could not be switched on. */
  problem: Failure | null;
}

/**
 * How the app keeps itself up to date. `off`: it was not installed; its maker named no update server, or one without
 * https; it is not signed (Windows); or the system's package manager updates it (Linux).
 */
export type UpdateState =
  | { kind: 'off'; why: 'development' | 'noFeed' | 'unsafeFeed' | 'unsigned' | 'packages' }
  | { kind: 'idle'; checkedAt: string | null }
  | { kind: 'checking' }
  | { kind: 'downloading'; version: string; percent: number }
  /** Will be installed after the app quits. */
  | { kind: 'ready'; version: string }
  | { kind: 'failed'; failure: Failure };

/** The team's host that the desktop app shows instead of its own numbers. */
export interface TeamState {
  /** Such as https://dock.example.com. */
  url: string;
  /**
   * `connecting`: nothing is known of it yet. `lost`: what is shown may be out of date. Both are tried again by
   * themselves. `refused`: a person has to do something first.
   */
  kind: 'connecting' | 'online' | 'lost' | 'refused';
  /** How many numbers the app keeps on its own account meanwhile, which nobody sees. */
  kept: number;
  /** Why it is not online; null while it is, and before the first answer. */
  problem: Failure | null;
}

/** What only the desktop app has. */
export interface DesktopState {
  system: 'macOS' | 'windows' | 'linux';
  /** null: the app shows its own numbers. */
  team: TeamState | null;
  /** Why the global shortcut does not work. */
  shortcutProblem: Failure | null;
  /** Why starting at login could not be switched on or off. */
  loginProblem: Failure | null;
  /** Codes are kept out of notifications and the tray for now, because others can see the screen. */
  presenting: boolean;
  /** The app is closing, and gives numbers back first. */
  closing: boolean;
  update: UpdateState;
}

export interface LeasePage {
  leases: Lease[];
  /** Pass as `before` to get the next page; null at the end. */
  next: string | null;
}

/** A number that stays on a Twilio account; `number` is null while it is being bought. */
export interface RemainingNumber {
  account: string;
  number: string | null;
}
