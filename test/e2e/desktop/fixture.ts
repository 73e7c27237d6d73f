import type { Page } from 'playwright';
import { test as base } from 'playwright/test';
import type { Bridge, Input, Output, RequestName } from '../../../electron/contract/api.ts';
import type { Result } from '../../../electron/contract/errors.ts';
import { startEmulator, type Emulator } from '../../../electron/emulator/server.ts';
import { launchDesktop, type Desktop, type DesktopOptions } from '../harness/desktop.ts';

interface Fixtures {
  /** Starts the desktop app; whatever is still running is closed after the test. */
  launch(options?: DesktopOptions): Promise<Desktop>;
  /** A Twilio of the test's own. */
  emulator: Emulator;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
  launch: async ({}, use) => {
    const running: Desktop[] = [];
    await use(async (options) => {
      const desktop = await launchDesktop(options);
      running.push(desktop);
      return desktop;
    });
    await Promise.all(running.map((desktop) => desktop.close()));
  },
  // oxlint-disable-next-line no-empty-pattern
  emulator: async ({}, use) => {
    const emulator = await startEmulator({ port: 0 });
    await use(emulator);
    await emulator.close();
  },
});

/** One request as the user interface makes it. */
export function ask<N extends RequestName>(page: Page, name: N, input?: Input<N>): Promise<Result<Output<N>>> {
  return askAnything(page, name, input) as Promise<Result<Output<N>>>;
}

/** A request that the contract may not know. */
export function askAnything(page: Page, name: string, input?: unknown): Promise<Result<unknown>> {
  return page.evaluate(
    ([name, input]) => (globalThis as unknown as { otpDock: Bridge }).otpDock.request(name as RequestName, input),
    [name, input] as const,
  );
}
