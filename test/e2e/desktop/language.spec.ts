import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { lease, sendCode, speak } from './leasing.ts';

test('page, menus, tray, notifications and questions speak the language of the system, or at once the one that is chosen', async ({
  launchOnEmulator,
  emulator,
}) => {
  const desktop = await launchOnEmulator({ env: { ELECTRON_DOUBLE_LANGUAGES: 'hi-IN,en-US' } });
  const { page, menu, clickMenu, tray, notifications } = desktop;
  const { number } = await lease(page, { label: 'sign-up' });
  const html = page.locator('html');
  const bar = async () => (await menu()).map(({ label }) => label);
  const inHindi = expect.arrayContaining(['फ़ाइल', 'संपादन', 'दृश्य', 'विंडो', 'मदद']);

  await test.step('without a choice that of the system, in main as in the page', async () => {
    // The language of a real system is what it is.
    if (desktop.kind === 'electron') return;
    await expect(html).toHaveAttribute('lang', 'hi');
    expect(await bar()).toEqual(inHindi);
  });

  await test.step('English once it is chosen', async () => {
    await speak(page, 'en');
    await expect.poll(bar).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Window', 'Help']));
  });

  await test.step('Hindi is chosen in Settings, shows there at once, and stays through a reload', async () => {
    await page.evaluate(() => void (location.hash = 'settings/appearance'));
    const field = page.getByRole('combobox', { name: 'Language' });
    const hindi = page.getByRole('option', { name: 'हिन्दी', exact: true, includeHidden: true });
    await field.press('ArrowDown');
    await expect(hindi).toBeAttached();
    await field.press('ArrowDown');
    await expect(hindi).toHaveAttribute('data-combobox-selected', 'true');
    await field.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'सेटिंग्स' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'भाषा' })).toHaveValue('हिन्दी');
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'भाषा' })).toHaveValue('हिन्दी');
    await expect(html).toHaveAttribute('lang', 'hi');
  });

  await test.step('menus, tray and notifications follow', async () => {
    await expect.poll(bar).toEqual(inHindi);
    expect((await tray()).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['अभी कोई कोड नहीं', 'नया नंबर…', 'SMS पाना रोकें', 'OTP Dock बंद करें']),
    );
    expect(await desktop.trayTip()).toBe('OTP Dock: 1 नंबर इस्तेमाल में');
    await clickMenu(['फ़ाइल', 'नया नंबर…']);
    await expect(page.getByRole('dialog')).toBeVisible();
    await desktop.minimize();
    await sendCode(emulator, number, '482913');
    await expect.poll(notifications).toMatchObject([{ title: 'कोड 482 913', body: expect.stringContaining('Acme से') }]);
  });

  await test.step('and so does the question before quitting', async () => {
    await desktop.quit();
    expect(await desktop.openedBox()).toMatchObject({
      message: '1 नंबर अब भी इस्तेमाल में है।',
      checkbox: 'हर बार यही करें',
    });
    await desktop.answerBox('रखें');
    expect(await desktop.exited).toBe(0);
  });
});
