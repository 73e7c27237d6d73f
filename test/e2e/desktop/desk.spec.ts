import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { testFolder } from '../harness/testFolder.ts';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { asked, lease, onEmulator } from './leasing.ts';

const keysField = 'Keys that copy the newest code from any app';

test('keys recorded in Settings copy the newest code from any app', async ({ launch, emulator }) => {
  const { page, pressGlobal, readClipboard, minimize, notifications } = await launch(onEmulator(emulator));
  const { number } = await lease(page);
  await page.evaluate(() => void (location.hash = 'settings'));
  const field = page.getByRole('textbox', { name: keysField });
  await field.press('Control+Alt+Shift+K');
  await expect(field).toHaveValue(/Shift \+ K$/);
  await minimize();
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect.poll(notifications).toHaveLength(1);
  expect(await pressGlobal('Control+Alt+Shift+K')).toBe(true);
  await expect.poll(readClipboard).toBe('482913');
  await expect.poll(notifications).toMatchObject([{}, { title: 'Copied 482913' }]);
  await field.press('Backspace');
  await expect(field).toHaveValue('');
  await expect.poll(() => pressGlobal('Control+Alt+Shift+K')).toBe(false);
});

test('keys that another program has are said to be taken', async ({ launch, emulator }) => {
  const { env = {} } = onEmulator(emulator);
  const desktop = await launch({ env: { ...env, ELECTRON_DOUBLE_TAKEN_KEYS: 'Control+Alt+K' } });
  test.skip(desktop.kind === 'electron', 'no other program is there to take keys');
  const { page } = desktop;
  await page.evaluate(() => void (location.hash = 'settings'));
  const field = page.getByRole('textbox', { name: keysField });
  await field.press('Control+Alt+K');
  await expect(page.getByText(/Another program has this key combination/)).toBeVisible();
  await field.press('Control+Alt+J');
  await expect(page.getByText(/Another program has this key combination/)).toBeHidden();
});

test('the window opens where it was, and on a display that is there', async ({ launch }) => {
  const first = await launch();
  // Who quits before the page stands, twice in a row, is asked how to start.
  const stands = () => expect.poll(() => existsSync(join(first.dataDir, 'unfinished-starts'))).toBe(false);
  await stands();
  const bounds = { x: 120, y: 90, width: 900, height: 700 };
  await first.moveWindow(bounds);
  await first.close();
  const again = await launch({ dataDir: first.dataDir });
  expect(await again.place()).toEqual({ bounds, maximized: false });
  await stands();
  await again.moveWindow({ ...bounds, x: 30_000, y: -9_000 });
  await again.close();
  const moved = await launch({ dataDir: first.dataDir });
  const { x, y } = (await moved.place()).bounds;
  expect([x < 10_000, y >= 0]).toEqual([true, true]);
});

test('“start at login” is set with the system, and the start it makes shows no window', async ({ launch }) => {
  test.skip(process.platform !== 'linux', 'elsewhere it is set in the system itself');
  const config = testFolder('config-');
  const entry = join(config, 'autostart/otp-dock.desktop');
  const env = { XDG_CONFIG_HOME: config };
  const first = await launch({ env });
  await ask(first.page, 'settings.update', { startAtLogin: true });
  await expect.poll(() => existsSync(entry)).toBe(true);
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
  await ask(first.page, 'settings.update', { startAtLogin: false });
  await expect.poll(() => existsSync(entry)).toBe(false);
  await first.close();

  const hidden = await launch({ env, dataDir: first.dataDir, args: ['--hidden'] });
  await expect(hidden.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await hidden.windows()).toMatchObject([{ visible: false }]);
  expect(await hidden.startSecond()).toBe(0);
  await expect.poll(hidden.windows).toMatchObject([{ visible: true }]);
});

test('while numbers are given back at the end the window says so', async ({ launch, emulator }) => {
  const desktop = await launch(onEmulator(emulator));
  const { page } = desktop;
  await lease(page);
  emulator.setFaults({ latencyMs: 5_000 });
  await desktop.quit();
  await asked(desktop);
  await desktop.answerBox('Give back');
  await expect(page.getByRole('heading', { name: 'Giving numbers back…' })).toBeVisible();
  await expect(page.getByText(/^One number is left/)).toBeVisible();
  expect(await desktop.exited).toBe(0);
});
