import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { filesIn } from '../security/traces.ts';
import { ask } from '../harness/ask.ts';

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
  expect(Object.values(filesIn(dataDir)).join('\n')).not.toContain(authToken);
});
