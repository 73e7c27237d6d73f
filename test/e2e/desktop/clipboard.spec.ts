import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

test('a code is copied as it arrives, when Settings say so, also behind another app', async ({ launch, emulator }) => {
  const desktop = await launch(onEmulator(emulator));
  const { page } = desktop;
  await ask(page, 'settings.update', { autoCopy: true });
  const { number } = await lease(page);
  await desktop.minimize();
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect.poll(desktop.readClipboard).toBe('482913');
});

test('the copy buttons copy through the app, which knows then what to clear', async ({ launch, emulator }) => {
  const desktop = await launch(onEmulator(emulator));
  const { page } = desktop;
  await ask(page, 'settings.update', { clearClipboardSeconds: 600 });
  const { number } = await lease(page);
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 111222.' });
  await page
    .getByRole('button', { name: /^Copy code/ })
    .first()
    .click();
  await expect.poll(desktop.readClipboard).toBe('111222');
  const state = await ask(page, 'state.get');
  expect(state).toMatchObject({ value: { capabilities: { clipboard: 'host' } } });
});
