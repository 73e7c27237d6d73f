import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { electronBinary, hasDisplay } from '../../../build/scripts/electronBinary.ts';
import { desktopAnnotation } from '../desktopReporter.ts';
import type { Controls } from '../electron-double/control.ts';
import { launchDouble, type Machine } from './double.ts';
import { launchElectron } from './realElectron.ts';
import { testFolder } from './testFolder.ts';

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

const root = resolve(import.meta.dirname, '../../..');

/** Starts the built desktop app. Rejects with what it says when it cannot start. */
export async function launchDesktop(machine: Machine, options: DesktopOptions = {}): Promise<Desktop> {
  const dataDir = options.dataDir ?? testFolder('data-');
  const launch = {
    root,
    dataDir,
    env: environment(dataDir, options.env),
    args: options.args ?? [],
    answers: options.answers ?? [],
  };
  const binary = realElectron();
  const desktop = binary === null ? await launchDouble(launch, machine) : await launchElectron(binary, launch);
  test.info().annotations.push({ type: desktopAnnotation, description: desktop.version });
  return desktop;
}

/** Whether the specs run on the double: a box of the system cannot be clicked in real Electron before there is a window. */
export function onDouble(): boolean {
  return realElectron() === null;
}

/** Electron refuses to run as root with its sandbox on, and a test without it would test another app. */
function realElectron(): string | null {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return hasDisplay(process.platform, process.env) && !asRoot ? electronBinary(root, process.env) : null;
}

const ours = /^(TWILIO_|NGROK_|OTP_DOCK_|ELECTRON_|VITE_|WEBHOOK_BASE_URL$|PORT$|DEBUG$|NODE_ENV$|NODE_OPTIONS$)/;

function environment(dataDir: string, added: Record<string, string> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name, value]) => !ours.test(name) && value !== undefined);
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    OTP_DOCK_DATA_DIR: dataDir,
    PORT: '0',
    ...added,
  };
}
