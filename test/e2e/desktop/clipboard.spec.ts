import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { ask } from '../harness/ask.ts';
import { lease, sendCode } from './leasing.ts';

test('a link to sign in opens in the browser; the newest code is copied by its button, by keys from any app, and by itself when Settings say so', async ({
  launchOnEmulator,
  emulator,
}) => {
  const desktop = await launchOnEmulator({ env: { ELECTRON_DOUBLE_TAKEN_KEYS: 'Control+Alt+K' } });
  const { page, pressGlobal, readClipboard, minimize, notifications } = desktop;
  const { number } = await lease(page);

  await test.step('the link opens through the app, which asks first', async () => {
    const body = 'Sign in to Acme: https://acme.example/l/8fKq2?a=b';
    await emulator.sendSms({ to: number!, from: '+12025550147', body });
    await page.getByRole('button', { name: 'Open link to acme.example' }).click();
    await expect(page.getByRole('dialog').getByText('https://acme.example/l/8fKq2?a=b')).toBeVisible();
    expect(await desktop.openedExternally()).toEqual([]);
    await page.getByRole('button', { name: 'Open in browser' }).click();
    await expect.poll(desktop.openedExternally).toEqual(['https://acme.example/l/8fKq2?a=b']);
  });

  await test.step('the button copies through the app, which knows then what to clear', async () => {
    await ask(page, 'settings.update', { clearClipboardSeconds: 600 });
    await sendCode(emulator, number, '111222');
    await page
      .getByRole('button', { name: /^Copy code/ })
      .first()
      .click();
    await expect.poll(readClipboard).toBe('111222');
    expect(await ask(page, 'state.get')).toMatchObject({ value: { capabilities: { clipboard: 'host' } } });
  });

  await page.evaluate(() => void (location.hash = 'settings/desktop'));
  const field = page.getByRole('textbox', { name: 'Keys to copy the newest code from any app' });

  await test.step('keys that another program has are said to be taken', async () => {
    // No other program is there to take keys of real Electron.
    if (desktop.kind === 'electron') return;
    await field.press('Control+Alt+K');
    await expect(page.getByText(/Another program uses these keys/)).toBeVisible();
    await field.press('Control+Alt+J');
    await expect(page.getByText(/Another program uses these keys/)).toBeHidden();
  });

  await test.step('keys recorded in Settings copy it from any app', async () => {
    await field.press('Control+Alt+Shift+K');
    await expect(field).toHaveValue(/Shift \+ K$/);
    await minimize();
    await sendCode(emulator, number, '482913');
    await expect.poll(notifications).toHaveLength(1);
    expect(await pressGlobal('Control+Alt+Shift+K')).toBe(true);
    await expect.poll(readClipboard).toBe('482913');
    await expect.poll(notifications).toMatchObject([{}, { title: 'Copied 482 913' }]);
    await field.press('Backspace');
    await expect(field).toHaveValue('');
    await expect.poll(() => pressGlobal('Control+Alt+Shift+K')).toBe(false);
  });

  await test.step('as it arrives, also behind another app', async () => {
    await ask(page, 'settings.update', { autoCopy: true });
    await sendCode(emulator, number, '333444');
    await expect.poll(readClipboard).toBe('333444');
  });
});
