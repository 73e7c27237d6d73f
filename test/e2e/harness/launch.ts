import type { Page } from 'playwright';
import type { Controls } from '../electron-double/controls.ts';

export interface DesktopOptions {
  /** Added to the environment of the app; nothing of Twilio, ngrok or OTP Dock is inherited. */
  env?: Record<string, string>;
  /** A new folder among the test's results unless given; the same folder again is a second start of the same app. */
  dataDir?: string;
  /** Such as `--demo`. */
  args?: string[];
  /** Buttons to click, in order, on the boxes that come before the window. On the double alone, see `onDouble`. */
  answers?: string[];
}

/** A running desktop app: real Electron where its binary and a display are there, else its double. */
export interface Desktop extends Controls {
  page: Page;
  kind: 'electron' | 'double';
  /** Such as `Electron 45.4.1`. */
  version: string;
  dataDir: string;
  /** Of the main process. */
  pid: number;
  /** What it has written to stdout and stderr so far. */
  said(): string;
  /** Starts the app once more with the same data, and maybe a link to open; resolves with that process's exit status. */
  startSecond(args?: string[]): Promise<number | null>;
  /** Resolves with the exit status when the app has ended, however it came to. */
  exited: Promise<number | null>;
  /** Quits the app, keeps the leases if it asks about them, and resolves with its exit status. */
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

/** Quits it at the end, and adds its controls to what a launcher knows of it. */
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
