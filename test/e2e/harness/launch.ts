import type { Page } from 'playwright';
import type { Controls } from '../electron-double/controls.ts';

export interface DesktopOptions {
  /** Added to the app's environment, which inherits no Twilio, ngrok or OTP Dock variables. */
  env?: Record<string, string>;
  /** By default a new folder in the test results; giving the same folder again restarts the same app. */
  dataDir?: string;
  /** For example `--demo`. */
  args?: string[];
  /** Buttons to click, in order, on the boxes before the window. Works only on the double, see `onDouble`. */
  answers?: string[];
}

/** A running desktop app: real Electron if its binary and a display are available, else its double. */
export interface Desktop extends Controls {
  page: Page;
  kind: 'electron' | 'double';
  /** For example `Electron 45.4.1`. */
  version: string;
  dataDir: string;
  /** The main process's id. */
  pid: number;
  /** Its output on stdout and stderr so far. */
  said(): string;
  /** Starts the app again with the same data and perhaps a link to open; resolves with that process's exit status. */
  startSecond(args?: string[]): Promise<number | null>;
  /** Resolves with the exit status when the app has ended, for whatever reason. */
  exited: Promise<number | null>;
  /** Quits the app, keeping the leases if it asks about them, and resolves with its exit status. */
  close(): Promise<number | null>;
}

/** What a launcher needs to know. */
export interface Launch {
  root: string;
  dataDir: string;
  env: Record<string, string>;
  args: string[];
  answers: string[];
}

/** Adds `close` and the app's controls to what its launcher knows. */
export function desktopOf(own: Omit<Desktop, keyof Controls | 'close'>, controls: Controls): Desktop {
  let hasEnded = false;
  void own.exited.then(() => (hasEnded = true));
  const close = () => {
    if (!hasEnded) {
      controls.answerAllBoxes('Keep').catch(() => undefined);
      controls.quit().catch(() => undefined);
    }
    return own.exited;
  };
  const known = { ...own, close };
  const get = (_known: object, name: string | symbol) => Reflect.get(name in known ? known : controls, name) as unknown;
  return new Proxy(known, { get }) as Desktop;
}
