import { createServer, type AddressInfo } from 'node:net';
import { expect, type Page } from 'playwright/test';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import type { Desktop } from '../harness/desktop.ts';
import { test as base } from '../harness/fixtures.ts';
import { launchHeadlessProcess } from '../harness/headless.ts';

export type Host = 'browser' | 'desktop';

/** The whole product, as a person has it in front of them. */
export interface Product {
  page: Page;
  /** Where its webhooks arrive. */
  webhook: string;
  readClipboard(): Promise<string>;
  /** What the connected account owns, asked through the product. */
  ownedNumbers(): Promise<OwnedNumber[]>;
  /** The address of the user interface, with its token; null where it is no page of a browser. */
  ui: string | null;
}

interface Fixtures {
  host: Host;
  start(env?: Record<string, string>): Promise<Product>;
  /** Starts the product so that it calls the emulator and is called back by it. */
  startOnEmulator(env?: Record<string, string>): Promise<Product>;
}

export const test = base.extend<Fixtures>({
  host: ['browser', { option: true }],
  permissions: ['clipboard-read', 'clipboard-write'],
  start: async ({ host, page, launch }, use) => {
    const running: Running = [];
    await use(async (env = {}) => {
      const port = String(await freePort());
      const given = { PORT: port, ...env };
      const product =
        host === 'browser' ? await inBrowser(page, given, running) : onDesktop(await launch({ env: given }));
      return { ...product, webhook: `http://127.0.0.1:${port}/webhook` };
    });
    for (const each of running) await each.close();
  },
  startOnEmulator: async ({ start, emulator }, use) => {
    await use(async (env = {}) => {
      const port = String(await freePort());
      const reception = { PORT: port, OTP_DOCK_TUNNEL: 'url', WEBHOOK_BASE_URL: `http://127.0.0.1:${port}` };
      const product = await start({ TWILIO_API_BASE_URL: emulator.baseUrl, ...reception, ...env });
      return { ...product, webhook: `http://127.0.0.1:${port}/webhook` };
    });
  },
});

export { expect } from 'playwright/test';

/** From a connection that has just worked through the other steps of the first run, where the environment chose the way in. */
export async function finishSetup(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByText('Twilio accepts these credentials')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('The environment chooses your own URL.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

type Running = { close(): Promise<unknown> }[];

async function inBrowser(page: Page, env: Record<string, string>, running: Running): Promise<Omit<Product, 'webhook'>> {
  const host = await launchHeadlessProcess(env);
  running.push(host);
  await page.goto(host.ready.ui);
  return {
    page,
    ui: host.ready.ui,
    readClipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    ownedNumbers: async () => {
      const response = await fetch(`${host.ready.api}/v1/numbers`, {
        headers: { authorization: `Bearer ${host.token}` },
      });
      return ((await response.json()) as { numbers: OwnedNumber[] }).numbers;
    },
  };
}

function onDesktop(desktop: Desktop): Omit<Product, 'webhook'> {
  const { page } = desktop;
  return {
    page,
    ui: null,
    readClipboard: () => desktop.readClipboard(),
    ownedNumbers: () => page.evaluate(askOwnedNumbers),
  };
}

/** Runs in the page. */
async function askOwnedNumbers(): Promise<OwnedNumber[]> {
  const { otpDock } = window as unknown as { otpDock: { request(name: string): Promise<{ value: OwnedNumber[] }> } };
  return (await otpDock.request('numbers.owned')).value;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
