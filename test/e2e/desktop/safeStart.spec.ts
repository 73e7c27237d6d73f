import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'playwright/test';
import { onDouble } from '../harness/desktop.ts';
import { testFolder } from '../harness/testFolder.ts';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator, owned } from './leasing.ts';

/** The interface stands, and the start counts as one that went well. */
async function started(dataDir: string): Promise<void> {
  await expect.poll(() => existsSync(join(dataDir, 'unfinished-starts'))).toBe(false);
}

test.beforeEach(() => test.skip(!onDouble(), 'a box of the system that comes before the window cannot be clicked'));

test('after two starts that came to nothing the third asks, and the history that is to blame can be set aside', async ({
  launch,
  emulator,
}) => {
  test.slow();
  const options = onEmulator(emulator);
  const first = await launch(options);
  const { dataDir } = first;
  const { number } = await lease(first.page, { policy: 'keep' });
  await started(dataDir);
  expect(await first.close()).toBe(0);
  // As a newer version leaves it.
  const db = new DatabaseSync(join(dataDir, 'history.db'));
  db.exec('PRAGMA user_version = 999');
  db.close();
  await expect(launch({ ...options, dataDir })).rejects.toThrow(/from a newer version of OTP Dock/);
  expect(readFileSync(join(dataDir, 'unfinished-starts'), 'utf8')).toBe('1');
  // And so once more.
  writeFileSync(join(dataDir, 'unfinished-starts'), '2');

  const third = await launch({ ...options, dataDir, answers: ['Set history aside', 'Start normally'] });
  const boxes = await third.messageBoxes();
  expect(boxes[0]).toMatchObject({
    message: 'How shall OTP Dock start?',
    detail: expect.stringContaining('The last two starts ended before there was a window.'),
    onWindow: false,
  });
  expect(boxes[1]!.detail).toContain('The history is set aside.');
  expect(readdirSync(dataDir).filter((name) => name.startsWith('history.set-aside-'))).not.toEqual([]);
  // The number is found again on the account, by its mark.
  await expect
    .poll(() => ask(third.page, 'numbers.owned'))
    .toMatchObject({ ok: true, value: [{ number, origin: 'recovered' }] });
  expect(owned(emulator)).toEqual([number]);
  await started(dataDir);
});

test('--safe-mode resets the settings and keeps the credentials, before anything is asked of Twilio', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const env = { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling' };
  const first = await launch({ env });
  const { dataDir } = first;
  await ask(first.page, 'account.connect', { accountSid, authToken, remember: true });
  await ask(first.page, 'settings.update', { country: 'GB', theme: 'dark' });
  expect(await first.close()).toBe(0);

  const asked = emulator.state().requests;
  await expect(launch({ env, dataDir, args: ['--safe-mode'], answers: ['Quit'] })).rejects.toThrow(/ended with 0/);
  expect(emulator.state().requests).toEqual(asked);

  const again = await launch({ env, dataDir, args: ['--safe-mode'], answers: ['Reset settings', 'Start normally'] });
  await expect
    .poll(() => ask(again.page, 'state.get'))
    .toMatchObject({
      value: { settings: { country: 'IN', theme: 'system' }, account: { kind: 'connected', sid: accountSid } },
    });
});

test('the diagnostics can be copied before anything is opened', async ({ launch }) => {
  const { readClipboard } = await launch({ args: ['--safe-mode'], answers: ['Copy diagnostics', 'Start normally'] });
  expect(await readClipboard()).toMatch(/^OTP Dock \d+\.\d+\.\d+ \(desktop\)[\s\S]*Node: 24/);
});

test('--data-dir names the folder for everything, and wins over the environment', async ({ launch }) => {
  const dataDir = join(testFolder('stick-'), 'my data');
  const { page, dataDir: given } = await launch({ args: [`--data-dir=${dataDir}`] });
  expect(await ask(page, 'state.get')).toMatchObject({ value: { dataDir } });
  expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['history.db', 'logs']));
  expect(readdirSync(given)).toEqual([]);
});

test('a folder that cannot be used is said in words, and the app ends', async ({ launch }) => {
  const file = join(testFolder('stick-'), 'taken');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'no folder');
  await expect(launch({ args: [`--data-dir=${file}/data`] })).rejects.toThrow(/The data folder .* cannot be used/);
});
