import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { testFolder } from '../harness/testFolder.ts';
import { ask } from '../harness/ask.ts';

test('the window opens with the user interface, comes to the front at a second start, and follows the system', async ({
  launch,
}) => {
  const desktop = await launch();
  const { page, windows } = desktop;

  await test.step('it opens in front, with the page in it', async () => {
    await expect(page).toHaveTitle('OTP Dock');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // It is shown when it is ready, which may be a moment after the page is.
    await expect.poll(windows).toEqual([{ visible: true, minimized: false, focused: true }]);
  });

  await test.step('a second start brings it to the front and ends', async () => {
    await desktop.minimize();
    await expect.poll(windows).toMatchObject([{ minimized: true }]);
    expect(await desktop.startSecond()).toBe(0);
    await expect.poll(windows).toMatchObject([{ minimized: false, visible: true, focused: true }]);
  });

  await test.step('when the system turns dark so does what is behind the page, unless Settings say otherwise', async () => {
    expect(await desktop.background()).toBe('#f6f8f9');
    await desktop.setSystemDark(true);
    expect(await desktop.background()).toBe('#0d1317');
    await ask(page, 'settings.update', { theme: 'light' });
    await expect.poll(desktop.background).toBe('#f6f8f9');
  });
});

test('“start at login” is set with the system, and the start it makes shows no window until one is asked for', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere it is set in the system itself');
  const config = testFolder('config-');
  const { page, windows, startSecond } = await launch({ env: { XDG_CONFIG_HOME: config }, args: ['--hidden'] });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await windows()).toMatchObject([{ visible: false }]);

  const entry = join(config, 'autostart/otp-dock.desktop');
  await ask(page, 'settings.update', { startAtLogin: true });
  await expect.poll(() => existsSync(entry)).toBe(true);
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
  await ask(page, 'settings.update', { startAtLogin: false });
  await expect.poll(() => existsSync(entry)).toBe(false);

  expect(await startSecond()).toBe(0);
  await expect.poll(windows).toMatchObject([{ visible: true }]);
});
