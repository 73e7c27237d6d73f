import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { ask } from '../harness/ask.ts';
import { lease, sendCode } from './leasing.ts';

test('the tray copies the newest code, leads into the window and pauses reception; the icon counts what nobody saw', async ({
  launchOnEmulator,
  emulator,
}) => {
  const desktop = await launchOnEmulator();
  const { page, tray, clickTray, minimize, windows, notifications } = desktop;
  const { number } = await lease(page, { label: 'sign-up' });
  const labels = async () => (await tray()).map(({ label }) => label);

  await test.step('the icon counts the codes that nobody has seen, until somebody looks', async () => {
    // On Windows the count is drawn over the icon of the task bar.
    const counts = async (count: number) => {
      if (process.platform !== 'win32') await expect.poll(desktop.badge).toBe(count);
    };
    await minimize();
    await sendCode(emulator, number, '111222');
    await counts(1);
    await sendCode(emulator, number, '482913');
    await counts(2);
    await clickTray('Open OTP Dock');
    await counts(0);
    await expect.poll(windows).toMatchObject([{ visible: true }]);
  });

  await test.step('it copies the newest code, and shows which numbers are in use', async () => {
    const newest = `482 913: Acme to sign-up (${number})`;
    await expect.poll(labels).toContain(newest);
    expect(await labels()).toContainEqual(expect.stringMatching(/^sign-up, .* left$/));
    await clickTray(newest);
    await expect.poll(desktop.readClipboard).toBe('482913');
  });

  await test.step('paused, reception brings nothing until it is resumed, and then everything', async () => {
    const isPaused = async () => (await tray()).find(({ label }) => label === 'Pause reception')?.checked;
    expect(await isPaused()).toBe(false);
    const waiting = await lease(page, { label: 'checkout' });
    await clickTray('Pause reception');
    await expect.poll(isPaused).toBe(true);
    expect(await desktop.trayTip()).toBe('OTP Dock: reception is paused, 2 numbers in use');
    const banner = page.getByRole('region', { name: 'Reception' });
    await expect(banner).toContainText('Reception paused since');
    const told = await notifications();
    await sendCode(emulator, waiting.number, '333444');
    const card = page.getByRole('article', { name: 'checkout' });
    await expect(card.getByText('Reception paused')).toBeVisible();
    expect(await ask(page, 'messages.check', {})).toMatchObject({ ok: false, error: { code: 'RECEPTION_PAUSED' } });
    await minimize();
    expect(await notifications()).toEqual(told);

    await clickTray('Pause reception');
    await expect(card.getByTestId('code')).toHaveText('333444');
    await expect.poll(notifications).toMatchObject([...told, { title: 'Code 333 444' }]);
    await expect.poll(isPaused).toBe(false);
    await expect(banner).toBeHidden();
  });
});

test('with “keep running” the closed window leaves the app in the tray, which is told once; quitting from there asks nothing in the demo', async ({
  launch,
}) => {
  const { page, closeWindow, clickTray, windows, notifications, exited } = await launch({ args: ['--demo'] });
  await expect
    .poll(() => ask(page, 'state.get'))
    .toMatchObject({ value: { demo: true, leases: [{ state: 'active' }] } });

  await test.step('the closed window is opened again from the tray', async () => {
    // On macOS an app goes on without a window anyway.
    if (process.platform === 'darwin') return;
    expect(await ask(page, 'settings.update', { closeToTray: true })).toMatchObject({ ok: true });
    for (const _time of [1, 2]) {
      await closeWindow();
      await expect.poll(windows).toMatchObject([{ visible: false }]);
      await clickTray('Open OTP Dock');
      await expect.poll(windows).toMatchObject([{ visible: true }]);
    }
    const titles = (await notifications()).map(({ title }) => title);
    expect(titles.filter((title) => !/code/i.test(title))).toEqual(['OTP Dock is still running']);
  });

  await test.step('the numbers of the demo end with the app', async () => {
    await clickTray('Quit OTP Dock');
    expect(await exited).toBe(0);
  });
});
