import type { Browser, Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import { ask, webhookOf } from '../harness/ask.ts';
import type { Desktop } from '../harness/launch.ts';
import { receptionAt, test as base } from '../harness/fixtures.ts';
import { launchHeadlessProcess } from '../harness/headless.ts';
import { english } from '../../../electron/contract/words/english.ts';

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
  /** Starts the product so that it calls the emulator and is called back by it, at a public URL of its own. */
  startOnEmulator(env?: Record<string, string>): Promise<Product>;
}

export const test = base.extend<Fixtures>({
  host: ['browser', { option: true }],
  start: async ({ host, browser, launch }, use) => {
    const running: Running = [];
    await use(async (env = {}) =>
      host === 'browser' ? inBrowser(browser, env, running) : onDesktop(await launch({ env })),
    );
    for (const each of running) await each.close();
  },
  startOnEmulator: ({ start, emulator, gate }, use) =>
    use(async (env = {}) => {
      const product = await start({ TWILIO_API_BASE_URL: emulator.baseUrl, ...receptionAt(gate), ...env });
      gate.openTo(product.webhook);
      return { ...product, webhook: `${gate.baseUrl}/webhook` };
    }),
});

export { expect } from 'playwright/test';

/** From a connection that has just worked through the other steps of the first run, to the dialog for a new number. */
export async function finishSetup(page: Page): Promise<void> {
  await expect(page.getByText('Connected to ')).toBeVisible();
  await expect(page.getByText('SMS arrive at your own URL.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('radio', { name: 'Keep until the next bill' })).toBeChecked();
  // The numbers of these flows go back when they end.
  await page.getByRole('radio', { name: 'Give back at once' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
}

interface Wanted {
  country?: string;
  label: string;
  seconds: number;
}

/** Takes a number as a person does from the open dialog, once the price is on the screen; answers its card. */
export async function takeNumber(page: Page, { country, label, seconds }: Wanted): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'New number' });
  if (country !== undefined) {
    await dialog.getByRole('combobox', { name: 'Country' }).fill(country);
    await dialog.getByRole('combobox', { name: 'Country' }).press('Enter');
  }
  await dialog.getByRole('textbox', { name: 'Label' }).fill(label);
  await dialog.getByRole('textbox', { name: 'Duration' }).fill(`${seconds} s`);
  await expect(dialog.getByText('Twilio bills a full month at purchase')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take number' }).click();
  await expect(dialog).toBeHidden();
  return page.getByRole('article', { name: label });
}

/** Gives the number back without the seconds of waiting in which that can be undone. */
export async function giveBack(page: Page): Promise<void> {
  await page.clock.install();
  await page.getByRole('button', { name: 'Give back' }).click();
  await page.clock.fastForward(10_000);
}

type Running = { close(): Promise<unknown> }[];

async function inBrowser(browser: Browser, env: Record<string, string>, running: Running): Promise<Product> {
  const host = await launchHeadlessProcess(env);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
  // Among them would be what its Content-Security-Policy forbids.
  const listened = { close: async () => expect(complaints, 'the browser has no complaint').toEqual([]) };
  running.push(context, host, listened);
  await page.goto(host.ready.ui);
  return {
    page,
    webhook: host.ready.webhook,
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

async function onDesktop({ page, readClipboard }: Desktop): Promise<Product> {
  return {
    page,
    webhook: await webhookOf(page),
    ui: null,
    readClipboard: () => readClipboard(),
    ownedNumbers: async () => {
      const numbers = await ask(page, 'numbers.owned');
      if (!numbers.ok) throw new Error(english(numbers.error.message));
      return numbers.value;
    },
  };
}
