import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'playwright/test';
import { onDouble } from '../harness/desktop.ts';
import { test } from '../harness/fixtures.ts';
import { testFolder } from '../harness/testFolder.ts';
import { ask } from '../harness/ask.ts';
import { lease, onEmulator, owned, started } from './leasing.ts';

test('a start that cannot be is explained in words, and the app ends', async ({ launch }) => {
  await test.step('an environment that makes no sense', async () => {
    await expect(launch({ env: { PORT: 'many' } })).rejects.toThrow(/PORT/);
  });
  await test.step('a folder that cannot be used', async () => {
    const file = join(testFolder('stick-'), 'taken');
    writeFileSync(file, 'no folder');
    await expect(launch({ args: [`--data-dir=${file}/data`] })).rejects.toThrow(/The data folder .* cannot be used/);
  });
});

test('--data-dir names the folder for everything, and a settings file there that cannot be read is put aside', async ({
  launch,
}) => {
  const dataDir = testFolder('my data ');
  writeFileSync(join(dataDir, 'settings.json'), '{"settings": {');
  const { page, dataDir: given } = await launch({ args: [`--data-dir=${dataDir}`] });
  expect(await ask(page, 'state.get')).toMatchObject({
    ok: true,
    value: { dataDir, notices: [{ id: 'settings-recovered' }, { id: 'limits-unknown' }] },
  });
  const names = readdirSync(dataDir);
  expect(names).toEqual(expect.arrayContaining(['history.db', 'logs']));
  expect(names.filter((name) => name.startsWith('settings.unreadable-'))).toHaveLength(1);
  // The environment names it, and does not count.
  expect(readdirSync(given)).toEqual([]);
});

test.describe('asked before anything is opened', () => {
  test.skip(!onDouble(), 'a box of the system that comes before the window cannot be clicked');

  test('after two starts that came to nothing the third asks, and the history that is to blame can be set aside', async ({
    launch,
    emulator,
  }) => {
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
      message: 'How should OTP Dock start?',
      detail: expect.stringContaining('The last two starts failed before a window opened.'),
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

  test('--safe-mode copies the diagnostics, resets the settings and keeps the credentials, before anything is asked of Twilio', async ({
    launch,
    emulator,
  }) => {
    const env = { TWILIO_API_BASE_URL: emulator.baseUrl, OTP_DOCK_TUNNEL: 'polling' };
    const first = await launch({ env });
    const { accountSid, authToken } = emulator;
    await ask(first.page, 'account.connect', { accountSid, authToken, remember: true });
    await ask(first.page, 'settings.update', { country: 'GB', theme: 'dark' });
    await started(first.dataDir);
    expect(await first.close()).toBe(0);

    const options = { env, dataDir: first.dataDir, args: ['--safe-mode'] };
    const { length: asked } = emulator.state().requests;
    await expect(launch({ ...options, answers: ['Quit'] })).rejects.toThrow(/ended with 0/);
    expect(emulator.state().requests).toHaveLength(asked);

    const answers = ['Copy diagnostics', 'Reset settings', 'Start normally'];
    const { page, readClipboard } = await launch({ ...options, answers });
    expect(await readClipboard()).toMatch(/^OTP Dock \d+\.\d+\.\d+ \(desktop\)[\s\S]*Node: 24/);
    await expect
      .poll(() => ask(page, 'state.get'))
      .toMatchObject({
        value: {
          settings: { country: 'IN', theme: 'system' },
          account: { kind: 'connected', sid: accountSid },
          credentials: { source: 'stored' },
        },
      });
  });
});
