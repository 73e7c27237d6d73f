import { test as base } from 'playwright/test';
import { startEmulator, type Emulator } from '../../../electron/emulator/server.ts';
import { launchDesktop } from './desktop.ts';
import type { Desktop, DesktopOptions } from './launch.ts';
import { webhookOf } from './ask.ts';
import { openClipboard } from './clipboard.ts';
import type { Machine } from './double.ts';
import { startGate, type Gate } from './gate.ts';

interface Fixtures {
  /** Starts the desktop app; it is closed after the test if it is still running. */
  launch(options?: DesktopOptions): Promise<Desktop>;
  /** The test's own Twilio. */
  emulator: Emulator;
  /** The app's own public URL; requests to it wait until it is opened to the app. */
  gate: Gate;
  /** Like `launch`, with the emulator's account. Its messages arrive at once, at the app's own public URL. */
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
  // oxlint-disable-next-line no-empty-pattern
  gate: async ({}, use) => {
    const gate = await startGate();
    await use(gate);
    gate.close();
  },
  launchOnEmulator: ({ launch, emulator, gate }, use) =>
    use(async ({ env, ...options } = {}) => {
      const desktop = await launch({ ...options, env: { ...accountOf(emulator), ...receptionAt(gate), ...env } });
      gate.openTo(await webhookOf(desktop.page));
      return desktop;
    }),
});

/** The environment in which messages arrive at once, at this public URL. */
export function receptionAt({ baseUrl }: Gate): Record<string, string> {
  return { OTP_DOCK_TUNNEL: 'url', WEBHOOK_BASE_URL: baseUrl };
}

/** The environment with the credentials of the emulator's account, and its address. */
export function accountOf({ accountSid, authToken, baseUrl }: Emulator): Record<string, string> {
  return { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: baseUrl };
}
