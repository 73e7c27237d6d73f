import { expect } from 'playwright/test';
import type { Bridge } from '../../../electron/contract/api.ts';
import { test } from '../harness/fixtures.ts';
import { ask } from '../harness/ask.ts';
import { lease, sendCode } from './leasing.ts';

test('a code is told while nobody looks, a click shows its lease, and where it is to be hidden it is', async ({
  launchOnEmulator,
  emulator,
}) => {
  const desktop = await launchOnEmulator();
  const { page, power, minimize, notifications, readClipboard } = desktop;
  const { id, number } = await lease(page, { label: 'sign-up' });
  const titles = async () => (await notifications()).map(({ title }) => title);

  await test.step('whoever looks at the window needs no notification', async () => {
    await sendCode(emulator, number, '111222');
    await expect(page.getByTestId('code')).toHaveText('111222');
    expect(await notifications()).toEqual([]);
  });

  // Three notifications in all: more within two seconds would be told as one.
  await test.step('on a locked screen it is hidden where Settings say so', async () => {
    await ask(page, 'settings.update', { notificationCodes: 'hideWhenLocked' });
    await minimize();
    await power('lock-screen');
    await sendCode(emulator, number, '333444');
    await expect.poll(titles).toEqual(['New code']);
    expect(JSON.stringify(await notifications())).not.toContain('333444');
  });

  await test.step('one that comes once it is unlocked is announced, and a click shows its lease', async () => {
    await power('unlock-screen');
    await sendCode(emulator, number, '482913');
    await expect
      .poll(notifications)
      .toMatchObject([{}, { title: 'Code 482 913', body: expect.stringContaining('sign-up') }]);
    await page.evaluate(() => {
      const { subscribe } = Reflect.get(globalThis, 'otpDock') as Bridge;
      subscribe('reveal', (payload) => Reflect.set(globalThis, 'revealed', payload));
    });
    await desktop.clickNotification(1);
    await expect
      .poll(() => page.evaluate(() => Reflect.get(globalThis, 'revealed') as unknown))
      .toEqual({ leaseId: id });
    await expect.poll(desktop.windows).toMatchObject([{ minimized: false, focused: true }]);
    // Linux has no buttons on notifications: there the click copies.
    if (process.platform === 'linux') await expect.poll(readClipboard).toBe('482913');
  });

  await test.step('codes that are hidden for now are in neither notification nor tray, and are copied all the same', async () => {
    const { tray, clickTray, menu, clickMenu } = desktop;
    const view = async () => (await menu()).find(({ label }) => label === 'View')?.items ?? [];
    const isChecked = async () => (await view()).find(({ label }) => label === 'Hide codes for now')?.checked;
    const labels = async () => (await tray()).map(({ label }) => label);
    await minimize();
    await clickTray('Hide codes for now');
    await expect.poll(isChecked).toBe(true);
    await sendCode(emulator, number, '777888');
    await expect.poll(titles).toEqual(['New code', 'Code 482 913', 'New code']);
    expect(JSON.stringify(await notifications())).not.toContain('777 888');
    const hidden = `••••••: Acme to sign-up (${number})`;
    await expect.poll(labels).toContain(hidden);
    await clickTray(hidden);
    await expect.poll(readClipboard).toBe('777888');
    await clickMenu(['View', 'Hide codes for now']);
    await expect.poll(isChecked).toBe(false);
    expect((await labels()).join()).toContain('777 888');
  });
});
