import { test as base } from 'playwright/test';
import { startEmulator, type Emulator } from '../../../electron/emulator/server.ts';
import { launchDesktop } from './desktop.ts';
import type { Desktop, DesktopOptions } from './launch.ts';
import { webhookOf } from './ask.ts';
import { openClipboard } from './clipboard.ts';
import type { Machine } from './double.ts';
import { startGate } from './gate.ts';

interface Fixtures {
  /** Starts the desktop app; whatever is still running is closed after the test. */
  launch(options?: DesktopOptions): Promise<Desktop>;
  /** A Twilio of the test's own. */
  emulator: Emulator;
  /** As `launch`, with the account of the emulator, whose messages come at once to a public URL of the app's own. */
  launchOnEmulator(options?: DesktopOptions): Promise<Desktop>;
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
  launchOnEmulator: async ({ launch, emulator }, use) => {
    const gate = await startGate();
    await use(async ({ env, ...options } = {}) => {
      const reception = { OTP_DOCK_TUNNEL: 'url', WEBHOOK_BASE_URL: gate.baseUrl };
      const desktop = await launch({ ...options, env: { ...accountOf(emulator), ...reception, ...env } });
      gate.openTo(await webhookOf(desktop.page));
      return desktop;
    });
    gate.close();
  },
});

/** The credentials of its account, and where it is. */
export function accountOf({ accountSid, authToken, baseUrl }: Emulator): Record<string, string> {
  return { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: baseUrl };
}
