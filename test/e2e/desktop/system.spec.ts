import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

test('while the computer sleeps Twilio is not asked, and what came is there when it wakes up', async ({
  launch,
  emulator,
}) => {
  const { page, power } = await launch(onEmulator(emulator));
  const { number } = await lease(page, { label: 'sign-up' });
  const polling = async () => {
    const state = await ask(page, 'state.get');
    return state.ok && state.value.polling;
  };
  await expect.poll(polling).toBe(true);
  await power('suspend');
  await expect.poll(polling).toBe(false);
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect(page.getByRole('article', { name: 'sign-up' }).getByText('Waiting for an SMS')).toBeVisible();
  await power('resume');
  await expect(page.getByRole('article', { name: 'sign-up' }).getByTestId('code')).toHaveText('482913');
  await power('on-battery');
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 111222.' });
  await expect(page.getByRole('article', { name: 'sign-up' }).getByTestId('code')).toHaveText('111222');
  await power('on-ac');
  expect(await polling()).toBe(true);
});

test('on a locked screen the code is hidden where Settings say so, and shown once it is unlocked', async ({
  launch,
  emulator,
}) => {
  const { page, power, minimize, notifications } = await launch(onEmulator(emulator));
  const { number } = await lease(page);
  await ask(page, 'settings.update', { notificationCodes: 'hideWhenLocked' });
  await minimize();
  await power('lock-screen');
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect.poll(notifications).toMatchObject([{ title: 'New code' }]);
  expect(JSON.stringify(await notifications())).not.toContain('482913');
  await power('unlock-screen');
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 111222.' });
  await expect.poll(notifications).toMatchObject([{}, { title: 'Code 111222' }]);
});

test('a window on a display that is taken away comes to one that is there', async ({ launch }) => {
  const { setDisplays, moveWindow, place } = await launch();
  const [left, right] = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 0, width: 1920, height: 1040 },
  ];
  await setDisplays([left, right]);
  await moveWindow({ x: 2400, y: 100, width: 1000, height: 700 });
  await setDisplays([left, right]);
  expect((await place()).bounds).toEqual({ x: 2400, y: 100, width: 1000, height: 700 });
  await setDisplays([left]);
  const { x, width } = (await place()).bounds;
  expect([x >= 0, x + width <= left.width]).toEqual([true, true]);
});

test('when the system turns dark the page and what is behind it do, unless Settings say otherwise', async ({
  launch,
}) => {
  const { page, setSystemDark, background } = await launch();
  expect(await background()).toBe('#ffffff');
  await setSystemDark(true);
  expect(await background()).toBe('#1a1b1e');
  await ask(page, 'settings.update', { theme: 'light' });
  await expect.poll(background).toBe('#ffffff');
});

test('after an outage of the network what was missed is fetched', async ({ launch, emulator }) => {
  const { page } = await launch({
    env: { ...onEmulator(emulator).env, OTP_DOCK_TUNNEL: 'url', WEBHOOK_BASE_URL: 'http://127.0.0.1:9' },
  });
  const { number } = await lease(page, { label: 'sign-up', policy: 'keep' });
  await page.context().setOffline(true);
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await page.context().setOffline(false);
  await expect(page.getByRole('article', { name: 'sign-up' }).getByTestId('code')).toHaveText('482913');
});
