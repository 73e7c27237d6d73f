import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { emulatorForTest } from '../adapters/harness.ts';
import { sdk, sdkWithKey } from '../emulator/harness.ts';
import { hostForTest, it as base } from './harness.ts';

const sid = `SK${'7'.repeat(32)}`;
const secret = 'kEy5ecret'.repeat(4);
const byKey = { TWILIO_API_KEY: sid, TWILIO_API_SECRET: secret };
const keyAlone = { ...byKey, TWILIO_AUTH_TOKEN: '' };

/** Each test may have a host that signs in with a Standard key, without the token. */
const it = base
  .extend('emulator', () => emulatorForTest({ apiKey: { sid, secret } }))
  .extend('own', ({ emulator }) => hostForTest({ emulator, variables: keyAlone }));

describe('with an API key and no token', () => {
  it('a number is taken, its code read from the list, and the number given back', async ({
    own,
    emulator,
    lease,
    get,
  }) => {
    const { id, number } = await lease({ policy: 'release' });
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    const { code, message } = await get<{ code: string; message: { source: string } }>(
      `/v1/leases/${id}/code?timeoutSeconds=20`,
    );
    expect({ code, source: message.source }).toEqual({ code: '482913', source: 'backfill' });
    expect(emulator.state().deliveries).toEqual([]);
    await own.call('DELETE', `/v1/leases/${id}`);
    await expect.poll(async () => (await get<Lease>(`/v1/leases/${id}`)).state).toBe('released');
    expect(emulator.state().numbers).toEqual([]);
  });

  it('says so: no public URL, a line in the log, nothing of the account that it was not told', async ({ own, get }) => {
    expect(own.host.ready.publicUrl).toBeNull();
    await expect.poll(() => own.log).toContainEqual(expect.stringContaining('Webhooks need the Auth Token'));
    expect(await get('/v1/health')).toMatchObject({
      account: { kind: 'connected', name: null, trial: null, balance: { amount: '500.00' } },
      tunnel: { kind: 'polling', url: null },
    });
    expect(own.host.app.state().credentials.apiKey).toEqual({ sid, alone: true });
  });

  it('the secret is in no log, answer or file', async ({ own, lease, get }) => {
    await lease();
    const said = JSON.stringify([own.log, await get('/v1/health'), own.host.app.state(), own.host.ready]);
    const { text } = await own.host.app.requests['diagnostics.get'](undefined);
    expect(said + text).not.toContain(secret);
    expect(readFileSync(join(own.dataDir, 'history.db'), 'latin1')).not.toContain(secret);
  });
});

it('with the token beside the key, webhooks come in and are verified', async ({ emulator }) => {
  const own = await hostForTest({ emulator, variables: byKey });
  const { id, number } = await own.lease();
  await emulator.sendSms({ to: number ?? '', body: 'Your code is 550199' });
  expect(await own.get(`/v1/leases/${id}/code`)).toMatchObject({ message: { source: 'webhook' } });
  const stranger = await fetch(own.host.ready.webhook, { method: 'POST', body: new URLSearchParams({ Body: 'x' }) });
  expect(stranger.status).toBe(403);
});

it('a remembered key is used again after a restart, and a wipe takes it', async ({ emulator }) => {
  const variables = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' };
  const own = await hostForTest({ emulator, variables });
  const { accountSid } = emulator;
  await own.host.app.handle('account.connect', { accountSid, apiKey: sid, apiSecret: secret, remember: true });
  await own.restart();
  await expect.poll(() => own.host.app.state().account.kind).toBe('connected');
  expect(own.host.app.state().credentials).toMatchObject({ source: 'stored', apiKey: { sid, alone: true } });
  await own.host.app.requests['data.wipe']({ leaveNumbers: false });
  await own.restart();
  expect(own.host.app.state()).toMatchObject({ account: { kind: 'none' }, credentials: { source: 'none' } });
});

describe('while SMS are captured', () => {
  it.for([
    ['a key alone', keyAlone],
    ['a key and the token', byKey],
  ] as const)('an app sends with %s of the environment', async ([, variables], { emulator }) => {
    const own = await hostForTest({
      emulator,
      variables: { ...variables, OTP_DOCK_CAPTURE_PORT: '0' },
      options: { emulated: 'capture' },
    });
    const { capture } = own.host.ready;
    if (!capture) throw new Error('It does not capture.');
    expect(Object.keys(capture)).toEqual(['baseUrl', 'accountSid', 'authToken']);
    const message = { to: '+919812345678', from: 'Lumora', body: 'Your code is 482913' };
    await sdkWithKey(capture, { sid, secret }).messages.create(message);
    await sdk(capture).messages.create({ ...message, body: 'Your code is 771204' });
    const { messages } = await own.get<{ messages: { code: string }[] }>('/v1/messages');
    expect(messages.map(({ code }) => code)).toEqual(['771204', '482913']);
    expect(JSON.stringify(own.log)).not.toContain(secret);
  });
});
