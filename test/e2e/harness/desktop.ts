import { resolve } from 'node:path';
import { test } from 'playwright/test';
import { electronBinary, hasDisplay } from '../../../build/scripts/electronBinary.ts';
import { desktopAnnotation } from '../desktopReporter.ts';
import { launchDouble, type Machine } from './double.ts';
import { inherited } from './headless.ts';
import type { Desktop, DesktopOptions } from './launch.ts';
import { launchElectron } from './realElectron.ts';
import { testFolder } from './testFolder.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Starts the built desktop app. If it cannot start, rejects with its output. */
export async function launchDesktop(machine: Machine, options: DesktopOptions = {}): Promise<Desktop> {
  const dataDir = options.dataDir ?? testFolder('data-');
  const launch = {
    root,
    dataDir,
    env: { ...inherited(), OTP_DOCK_DATA_DIR: dataDir, PORT: '0', ...options.env },
    args: options.args ?? [],
    answers: options.answers ?? [],
  };
  const binary = realElectron();
  const desktop = binary === null ? await launchDouble(launch, machine) : await launchElectron(binary, launch);
  test.info().annotations.push({ type: desktopAnnotation, description: desktop.version });
  return desktop;
}

/** Whether the specs run on the double: in real Electron, system dialogs before the window cannot be clicked. */
export function onDouble(): boolean {
  return realElectron() === null;
}

/** Electron refuses to run as root with its sandbox on; without it, the test would test a different app. */
function realElectron(): string | null {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return hasDisplay(process.platform, process.env) && !asRoot ? electronBinary(root, process.env) : null;
}
