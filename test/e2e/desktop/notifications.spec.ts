import { randomUUID } from 'node:crypto';
import { expect } from 'playwright/test';
import type { Bridge } from '../../../electron/contract/api.ts';
import { ask, test } from './fixture.ts';

test('a code that comes while the window is minimised is announced, and a click shows its lease', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const env = { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling' };
  const desktop = await launch({ env });
  const { page, notifications } = desktop;
  await ask(page, 'account.connect', { accountSid, authToken });
  const lease = await ask(page, 'leases.start', { requestId: randomUUID(), country: 'US', label: 'sign-up test' });
  if (!lease.ok) throw new Error(lease.error.message);
  const { id, number } = lease.value;

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
