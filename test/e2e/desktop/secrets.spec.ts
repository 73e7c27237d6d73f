import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease } from './leasing.ts';

/** Everything that the app has written, as text. */
function allOnDisk(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

test('credentials that are remembered are encrypted on disk, never shown, and there at the next start', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const env = { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling' };
  const first = await launch({ env });
  const connected = await ask(first.page, 'account.connect', { accountSid, authToken, remember: true });
  expect(connected).toMatchObject({ ok: true, value: { kind: 'connected', sid: accountSid } });
  expect(JSON.stringify(await ask(first.page, 'state.get'))).not.toContain(authToken);
  expect(await first.close()).toBe(0);

  const written = allOnDisk(first.dataDir);
  expect(written).toContain('"secrets"');
  expect(written).not.toContain(authToken);
  expect(written).not.toContain(Buffer.from(authToken).toString('base64').slice(0, 24));

  const again = await launch({ env, dataDir: first.dataDir });
  await expect
    .poll(() => ask(again.page, 'state.get'))
    .toMatchObject({ ok: true, value: { account: { kind: 'connected' }, credentials: { source: 'stored' } } });
});

test('without a safe place remembering is refused, and the person can still connect for this run', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const desktop = await launch({
    env: { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling', ELECTRON_DOUBLE_STORAGE: 'basic_text' },
  });
  test.skip(desktop.kind === 'electron', 'the key ring of a real machine cannot be switched off');
  const { page, dataDir } = desktop;
  const refused = await ask(page, 'account.connect', { accountSid, authToken, remember: true });
  expect(refused).toMatchObject({ ok: false, error: { code: 'SECRET_STORAGE_UNAVAILABLE' } });
  const connected = await ask(page, 'account.connect', { accountSid, authToken, remember: false });
  expect(connected).toMatchObject({ ok: true, value: { kind: 'connected' } });
  expect(await ask(page, 'state.get')).toMatchObject({
    value: { credentials: { source: 'session', storage: 'unavailable' } },
  });
  expect(allOnDisk(dataDir)).not.toContain(authToken);
});

test('a whole run with DEBUG=twilio:* leaves no secret on disk, in the diagnostics or on the page', async ({
  launch,
  emulator,
}) => {
  const { accountSid, authToken, baseUrl } = emulator;
  const ngrokToken = '2aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789abcdef';
  const env = { TWILIO_API_BASE_URL: baseUrl, OTP_DOCK_TUNNEL: 'polling', OTP_DOCK_API_PORT: '0', DEBUG: 'twilio:*' };
  const { page, dataDir, close } = await launch({ env });
  await ask(page, 'account.connect', { accountSid, authToken, remember: true });
  await ask(page, 'ngrok.setToken', { token: ngrokToken, remember: true });
  await ask(page, 'settings.update', { apiEnabled: true });
  const { number } = await lease(page);
  await emulator.sendSms({ to: number!, body: 'Your code is 482913' });
  await ask(page, 'messages.check', {});
  await page.reload();
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('button', { name: 'Show diagnostics…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' });
  await expect(dialog.getByText(/Account: connected/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const shown = await page.content();
  const apiToken = readFileSync(join(dataDir, 'api-token'), 'utf8').trim();
  expect(await close()).toBe(0);

  const log = readFileSync(join(dataDir, 'logs', 'otp-dock.log'), 'utf8');
  expect(log).toMatch(/debug .*twilio:api POST \/2010-04-01\/Accounts\/AC\w+\/IncomingPhoneNumbers\.json -> 201/);
  for (const secret of [authToken, ngrokToken, Buffer.from(`${accountSid}:${authToken}`).toString('base64')]) {
    expect(allOnDisk(dataDir) + shown).not.toContain(secret);
  }
  expect(log + shown).not.toContain(apiToken);
  expect(log + shown).not.toContain('482913 ');
});
