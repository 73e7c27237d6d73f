import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import { createLogger, type RuntimeLog } from '../../electron/adapters/log/logger.ts';
import { packageVersion } from '../../electron/adapters/version.ts';
import { builtRenderer } from '../../electron/headless/builtRenderer.ts';
import { startHeadless } from '../../electron/headless/host.ts';
import { chromiumOptions } from '../../test/e2e/harness/chromium.ts';
import { everyScreen } from './everyScreen.ts';

const folder = resolve(import.meta.dirname, '../screenshots');
const everyFolder = resolve(import.meta.dirname, '../../out/screens');
const wide = { width: 1100, height: 760 };
const narrow = { width: 480, height: 860 };

type Scheme = 'light' | 'dark';

/**
 * `npm run screenshots` takes the README's screenshots from the real app in its demo, and puts pictures of every screen
 * in every state into out/screens, to look through. `-- --readme` takes only the former, `-- --every` only the latter,
 * and `-- --every inbox new-number` only the screens whose names begin like that.
 */
async function main(): Promise<void> {
  const log = createLogger((line) => void process.stderr.write(`${line}\n`));
  const rendererFolder = await builtRenderer(log.info);
  if (rendererFolder === null) throw new Error('The user interface could not be built.');
  const browser = await chromium.launch(chromiumOptions());
  try {
    if (!process.argv.includes('--every')) await readme(browser, rendererFolder, log);
    if (process.argv.includes('--readme')) return;
    const count = await everyScreen(browser, rendererFolder, everyFolder, process.argv.slice(3));
    log.info(`${count} pictures are in out/screens.`);
  } finally {
    await browser.close();
  }
}

async function readme(browser: Browser, rendererFolder: string, log: RuntimeLog): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'otp-dock-'));
  const environment = readEnvironment({ OTP_DOCK_DATA_DIR: dataDir, PORT: '0', OTP_DOCK_API_PORT: '0' });
  const host = await startHeadless({
    environment,
    version: packageVersion(),
    log,
    rendererFolder: () => Promise.resolve(rendererFolder),
  });
  try {
    await firstRun(browser, host.ready.ui);
    for (const scheme of ['light', 'dark'] as const) await tour(browser, host.ready.ui, scheme);
  } finally {
    await host.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function open(browser: Browser, url: string, colorScheme: Scheme, viewport = wide): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport, deviceScaleFactor: 1, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function firstRun(browser: Browser, url: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await open(browser, url, scheme);
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    await shot(page, `first-run-${scheme}`);
    if (scheme === 'dark') await startDemo(page);
    await page.context().close();
  }
}

async function startDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.getByRole('dialog', { name: 'New number' }).waitFor();
  await page.keyboard.press('Escape');
  await takeNumber(page, 'United States', 'Checkout test, staging');
  await takeNumber(page, 'India', 'Sign-up test');
  await page.getByTestId('code').first().waitFor();
}

async function takeNumber(page: Page, country: string, label: string): Promise<void> {
  await page.getByRole('button', { name: 'New number' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New number' });
  const field = dialog.getByRole('combobox', { name: 'Country' });
  await field.click();
  await field.fill(country);
  await field.press('Enter');
  await dialog.getByRole('textbox', { name: 'Label' }).fill(label);
  await dialog.getByRole('textbox', { name: 'Duration' }).fill('10 min');
  await dialog.getByText('a month').or(dialog.getByText('full month')).first().waitFor();
  if (label === 'Sign-up test') await shot(page, 'new-number-dark');
  await dialog.getByRole('button', { name: 'Take number' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function tour(browser: Browser, url: string, scheme: Scheme): Promise<void> {
  const page = await open(browser, url, scheme);
  await page.getByTestId('code').first().waitFor();
  await shot(page, `numbers-${scheme}`);
  for (const place of ['Inbox', 'Settings']) {
    await page
      .getByRole('link', { name: place })
      .or(page.getByRole('tab', { name: place }))
      .first()
      .click();
    await page.getByRole('heading', { name: place }).waitFor();
    await shot(page, `${place.toLowerCase()}-${scheme}`);
  }
  await page.context().close();
  const small = await open(browser, url, scheme, narrow);
  await small.getByTestId('code').first().waitFor();
  await shot(small, `numbers-narrow-${scheme}`);
  await small.context().close();
}

async function shot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // The font of the codes is fetched when the first code is drawn, which may be right now.
  await page.evaluate(async () => void (await Promise.all([...document.fonts].map((face) => face.load()))));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

await main();
