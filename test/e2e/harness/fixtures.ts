import { test as base } from 'playwright/test';
import { startEmulator, type Emulator } from '../../../electron/emulator/server.ts';
import { launchDesktop, type Desktop, type DesktopOptions } from './desktop.ts';
import { openClipboard } from './clipboard.ts';
import type { Machine } from './double.ts';

interface Fixtures {
  /** Starts the desktop app; whatever is still running is closed after the test. */
  launch(options?: DesktopOptions): Promise<Desktop>;
  /** A Twilio of the test's own. */
  emulator: Emulator;
}

interface WorkerFixtures {
  machine: Machine;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  machine: [async ({ browser }, use) => use({ browser, clipboard: await openClipboard(browser) }), { scope: 'worker' }],
  launch: async ({ machine }, use) => {
    await machine.clipboard.write('');
    const running: Desktop[] = [];
    await use(async (options) => {
      const desktop = await launchDesktop(machine, options);
      running.push(desktop);
      return desktop;
    });
    await Promise.all(running.map((desktop) => desktop.close()));
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
  emulator: async ({}, use) => {
    const emulator = await startEmulator({ port: 0 });
    await use(emulator);
    await emulator.close();
  },
});
