import { randomUUID } from 'node:crypto';
import { expect } from 'playwright/test';
import type { Bridge } from '../../../electron/contract/api.ts';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

test('a code that comes while the window is minimised is announced, and a click shows its lease', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const env = { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling' };
  const desktop = await launch({ env });
  const { page, notifications } = desktop;
  await ask(page, 'account.connect', { accountSid, authToken });
  const taken = await ask(page, 'leases.start', { requestId: randomUUID(), country: 'US', label: 'sign-up test' });
  if (!taken.ok) throw new Error(taken.error.message);
  const { id, number } = taken.value;

  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 111222.' });
  await expect.poll(() => codes(page)).toEqual(['111222']);
  expect(await notifications(), 'whoever looks at the window needs no notification').toEqual([]);

  await desktop.minimize();
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect
    .poll(notifications)
    .toMatchObject([{ title: 'Code 482913', body: expect.stringContaining('sign-up test') }]);

  await page.evaluate(() => {
    const { subscribe } = Reflect.get(globalThis, 'otpDock') as Bridge;
    subscribe('reveal', (payload) => Reflect.set(globalThis, 'revealed', payload));
  });
  await desktop.clickNotification(0);
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'revealed') as unknown)).toEqual({ leaseId: id });
  await expect.poll(desktop.windows).toMatchObject([{ minimized: false, focused: true }]);
  // Linux has no buttons on notifications: there the click copies.
  if (process.platform === 'linux') await expect.poll(desktop.readClipboard).toBe('482913');
});

async function codes(page: Parameters<typeof ask>[0]): Promise<(string | null)[]> {
  const state = await ask(page, 'state.get');
  return state.ok ? state.value.messages.map(({ code }) => code) : [];
}

test('codes that are hidden for now are in neither notification nor tray, and are copied all the same', async ({
  launch,
  emulator,
}) => {
  const { page, clickTray, tray, menu, clickMenu, minimize, notifications, readClipboard } = await launch(
    onEmulator(emulator),
  );
  const { number } = await lease(page, { label: 'sign-up' });
  await clickTray('Hide codes for now');
  const view = async () => (await menu()).find(({ label }) => label === 'View')?.items ?? [];
  const isChecked = async () => (await view()).find(({ label }) => label === 'Hide codes for now')?.checked;
  await expect.poll(isChecked).toBe(true);
  await minimize();
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect.poll(notifications).toMatchObject([{ title: 'New code' }]);
  const hidden = `••••••: Acme to sign-up (${number})`;
  await expect.poll(async () => (await tray()).map(({ label }) => label)).toContain(hidden);
  await clickTray(hidden);
  await expect.poll(readClipboard).toBe('482913');
  await clickMenu(['View', 'Hide codes for now']);
  await expect.poll(isChecked).toBe(false);
  expect((await tray()).map(({ label }) => label).join()).toContain('482913');
});
