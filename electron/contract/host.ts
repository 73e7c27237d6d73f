import type { Failure } from './errors.ts';
import type { Lease } from './lease.ts';

/** What this host can do that another cannot. */
export interface Capabilities {
  /** Who copies: the host, which can also clear the clipboard, or the page itself. */
  clipboard: 'host' | 'page';
  /** Whether it shows menus of the system's; elsewhere a right click is the browser's. */
  menus: boolean;
  /** Whether it can show the data folder. */
  openDataDir: boolean;
  /** Whether the automation API can be switched, and its token renewed; otherwise it is always on. */
  switchApi: boolean;
}

/** The automation API of this host. Its token is a secret and not in here. */
export interface ApiState {
  /** Such as http://127.0.0.1:5001; null while it is off. */
  url: string | null;
  /** Where the token lies once the API has been on. */
  tokenFile: string;
  /** The port that was wanted, when another program has it. */
  takenPort: number | null;
  /** Why it could not be switched on. */
  problem: Failure | null;
}

/**
 * How the app keeps itself up to date. `off`: it was not installed; its maker named no place for updates, or one without
 * https; it is not signed (Windows); it came as a package, which the system's package manager updates (Linux).
 */
export type UpdateState =
  | { kind: 'off'; why: 'development' | 'noFeed' | 'unsafeFeed' | 'unsigned' | 'packages' }
  | { kind: 'idle'; checkedAt: string | null }
  | { kind: 'checking' }
  | { kind: 'downloading'; version: string; percent: number }
  /** Installed when the app has quit. */
  | { kind: 'ready'; version: string }
  | { kind: 'failed'; failure: Failure };

/** What only the desktop app has. */
export interface DesktopState {
  system: 'macOS' | 'windows' | 'linux';
  /** Why the global shortcut does not work. */
  shortcutProblem: Failure | null;
  /** Why the app could not be set to start at login, or not to. */
  loginProblem: Failure | null;
  /** Codes are kept out of notifications and the tray for now, because others look at the screen. */
  presenting: boolean;
  /** The app is about to end, and gives numbers back before. */
  closing: boolean;
  update: UpdateState;
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
