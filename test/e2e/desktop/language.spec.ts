import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

test('Hindi is chosen in Settings, shows there at once, and stays through a reload and a restart', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await ask(page, 'demo.start');
  await page.evaluate(() => (window.location.hash = 'settings'));
  // Sections above may still be loading: they move the field out of sight, and its list hides with it.
  await expect(async () => {
    await page.getByRole('combobox', { name: 'Language' }).click({ timeout: 2000 });
    await page.getByRole('option', { name: 'हिन्दी' }).click({ timeout: 2000 });
  }).toPass();
  await expect(page.getByRole('heading', { level: 1, name: 'सेटिंग्स' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'भाषा' })).toHaveValue('हिन्दी');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'भाषा' })).toHaveValue('हिन्दी');
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await first.close();

  const second = await launch({ dataDir: first.dataDir });
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'hi');
});

test('menus, tray and notifications follow the language, at once', async ({ launch, emulator }) => {
  const { page, menu, clickMenu, tray, trayTip, minimize, notifications } = await launch(onEmulator(emulator));
  const { number } = await lease(page, { label: 'sign-up' });
  // The page is made anew for another language, before it has the answer.
  const speak = (language: 'en' | 'hi') => void ask(page, 'settings.update', { language }).catch(() => undefined);
  speak('hi');
  const bar = async () => (await menu()).map(({ label }) => label);
  await expect.poll(bar).toEqual(expect.arrayContaining(['फ़ाइल', 'संपादन', 'दृश्य', 'विंडो', 'मदद']));
  expect((await tray()).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['अभी कोई कोड नहीं', 'नया नंबर…', 'SMS पाना रोकें', 'OTP Dock बंद करें']),
  );
  expect(await trayTip()).toBe('OTP Dock: 1 नंबर इस्तेमाल में');
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await clickMenu(['फ़ाइल', 'नया नंबर…']);
  await expect(page.getByRole('dialog')).toBeVisible();
  await minimize();
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect.poll(notifications).toMatchObject([{ title: 'कोड 482913', body: expect.stringContaining('Acme से') }]);
  speak('en');
  await expect.poll(bar).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Window', 'Help']));
});

test('without a choice the system’s language counts, in main as in the page', async ({ launch, emulator }) => {
  const { env = {} } = onEmulator(emulator);
  const desktop = await launch({ env: { ...env, ELECTRON_DOUBLE_LANGUAGES: 'hi-IN,en-US' } });
  test.skip(desktop.kind === 'electron', 'the system’s language is what it is');
  const { page, quit, messageBoxes, answerBox, exited } = desktop;
  await lease(page);
  await quit();
  await expect.poll(messageBoxes).toMatchObject([{ message: '1 नंबर अब भी लीज़ पर है।', checkbox: 'हर बार यही करें' }]);
  await answerBox('रखें');
  expect(await exited).toBe(0);
});
