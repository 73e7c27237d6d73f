import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

test('the tray copies the newest code and shows which numbers are in use', async ({ launch, emulator }) => {
  const { page, tray, clickTray, readClipboard, windows, minimize } = await launch(onEmulator(emulator));
  const { number } = await lease(page, { label: 'sign-up' });
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  const label = `482913: Acme to sign-up (${number})`;
  await expect.poll(async () => (await tray()).map((item) => item.label)).toContain(label);
  expect((await tray()).map((item) => item.label)).toContainEqual(expect.stringMatching(/^sign-up, .* left$/));
  await clickTray(label);
  await expect.poll(readClipboard).toBe('482913');
  await minimize();
  await clickTray('New number…');
  await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  await expect.poll(windows).toMatchObject([{ visible: true }]);
});

test('quitting from the tray ends the app', async ({ launch }) => {
  const { clickTray, exited } = await launch();
  await clickTray('Quit OTP Dock');
  expect(await exited).toBe(0);
});

test('reception paused from the tray brings nothing until it is resumed, and then everything', async ({
  launch,
  emulator,
}) => {
  const { page, tray, trayTip, clickTray, notifications, minimize } = await launch(onEmulator(emulator));
  const { number } = await lease(page, { label: 'sign-up' });
  const isPaused = async () => (await tray()).find(({ label }) => label === 'Pause reception')?.checked;
  expect(await isPaused()).toBe(false);
  await clickTray('Pause reception');
  await expect.poll(isPaused).toBe(true);
  expect(await trayTip()).toBe('OTP Dock: reception is paused, 1 number in use');
  const banner = page.getByRole('region', { name: 'Reception' });
  await expect(banner).toContainText('Reception is paused since');
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  const card = page.getByRole('article', { name: 'sign-up' });
  await expect(card.getByText('Reception is paused')).toBeVisible();
  expect(await ask(page, 'messages.check', {})).toMatchObject({ ok: false, error: { code: 'RECEPTION_PAUSED' } });
  await minimize();
  expect(await notifications()).toEqual([]);

  await clickTray('Pause reception');
  await expect(card.getByTestId('code')).toHaveText('482913');
  await expect.poll(notifications).toMatchObject([{ title: 'Code 482913' }]);
  await expect.poll(isPaused).toBe(false);
  await expect(banner).toBeHidden();
});

test('the icon counts the codes that nobody has seen, until somebody looks', async ({ launch, emulator }) => {
  test.skip(process.platform === 'win32', 'there the count is drawn over the icon of the task bar');
  const { page, badge, minimize, clickTray } = await launch(onEmulator(emulator));
  const { number } = await lease(page);
  await minimize();
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect.poll(badge).toBe(1);
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 111222.' });
  await expect.poll(badge).toBe(2);
  await clickTray('Open OTP Dock');
  await expect.poll(badge).toBe(0);
});

test('with “keep running” the closed window leaves the app in the tray, which is told once', async ({ launch }) => {
  test.skip(process.platform === 'darwin', 'there an app goes on without a window anyway');
  const { page, closeWindow, clickTray, windows, notifications, quit, exited } = await launch();
  expect(await ask(page, 'settings.update', { closeToTray: true })).toMatchObject({ ok: true });
  for (const _time of [1, 2]) {
    await closeWindow();
    await expect.poll(windows).toMatchObject([{ visible: false }]);
    await clickTray('Open OTP Dock');
    await expect.poll(windows).toMatchObject([{ visible: true }]);
  }
  expect(await notifications()).toMatchObject([{ title: 'OTP Dock is still running' }]);
  await quit();
  expect(await exited).toBe(0);
});
