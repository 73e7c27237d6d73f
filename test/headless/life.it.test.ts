import { describe, expect, onTestFinished } from 'vitest';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import { createConfStore } from '../../electron/adapters/settings/confStore.ts';
import { openSettings } from '../../electron/adapters/settings/store.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { startHeadless } from '../../electron/headless/host.ts';
import { listLogger, tempFolder } from '../adapters/harness.ts';
import { eventsOf, hostForTest, it } from './harness.ts';

describe('after a restart', () => {
  it('a lease and its code are still there, and the next code comes by the new public URL', async ({ own }) => {
    const { id, number } = await own.lease({ ttlSeconds: 600 });
    const { emulator, get } = own;
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 111111' });
    const [before, oldUrl] = [await get(`/v1/leases/${id}`), own.host.ready.publicUrl];
    await own.restart();
    expect(await get(`/v1/leases/${id}`)).toEqual(before);
    const { publicUrl } = own.host.ready;
    expect(publicUrl).not.toBe(oldUrl);
    await expect.poll(() => emulator.state().numbers[0]?.settings.sms_url).toBe(publicUrl);
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 222222' });
    expect(await get('/v1/messages')).toMatchObject({
      messages: [
        { code: '222222', leaseId: id, source: 'webhook' },
        { code: '111111', leaseId: id },
      ],
    });
  });
});

describe('a host that ends with leases running', () => {
  it.for([
    ['Settings', 'to give back', undefined, 'release', ['keep']],
    ['Settings', 'to keep', undefined, 'keep', ['keep', 'release']],
    ['its flag', 'to keep', 'keep', 'release', ['keep', 'release']],
    ['its flag', 'to give back', 'release', 'keep', ['keep']],
  ] as const)('goes by what %s says: %s', async ([_what, _does, flag, setting, left]) => {
    const { emulator, host, lease } = await hostForTest({ options: flag ? { onQuit: flag } : {} });
    await host.app.requests['settings.update']({ onQuit: setting });
    const numbers = new Map<string | null, string>();
    for (const policy of ['keep', 'release']) numbers.set((await lease({ ttlSeconds: 600, policy })).number, policy);
    await host.close();
    expect(emulator.state().numbers.map(({ phoneNumber }) => numbers.get(phoneNumber))).toEqual(left);
  });

  it('leaves no number behind that was just being bought', async () => {
    const { emulator, host, call } = await hostForTest({ options: { onQuit: 'release' } });
    const events = await eventsOf(host);
    emulator.setFaults({ latencyMs: 50 });
    const asked = call('POST', '/v1/leases', { country: 'US', ttlSeconds: 600 }).catch(() => null);
    await events.until(({ lease }) => lease?.state === 'buying');
    await expect.poll(() => emulator.state().requests.some(({ path }) => path.includes('AvailablePhone'))).toBe(true);
    await host.close();
    await asked;
    expect(emulator.state().numbers).toEqual([]);
  });
});

describe('the demo', () => {
  async function demo(dataDir = tempFolder(), variables: NodeJS.ProcessEnv = {}) {
    const ports = { OTP_DOCK_DATA_DIR: dataDir, PORT: '0', OTP_DOCK_API_PORT: '0' };
    const environment = readEnvironment({ ...ports, ...variables });
    const log = listLogger();
    const host = await startHeadless({ environment, version: '1', log, emulated: 'demo', rendererFolder: null });
    onTestFinished(() => host.close());
    return host;
  }

  it('has a number and a code within seconds, and says that it is one; nothing of it is left', async () => {
    const dataDir = tempFolder();
    const first = await demo(dataDir);
    const events = await eventsOf(first);
    const { message } = await events.until((event) => event.type === 'message' && event.message?.code !== null);
    const code = expect.stringMatching(/\d{4,}/);
    expect(message).toMatchObject({ code, source: 'webhook', leaseId: expect.any(String) });
    expect(first.app.state()).toMatchObject({ demo: true, account: { kind: 'connected', name: 'Demo account' } });
    await first.close();
    const { app } = await demo(dataDir);
    expect(app.state()).toMatchObject({ leases: [{ state: 'active' }], messages: [] });
  });

  it.for([
    ['whatever country and type are preferred', {}],
    ['in production', { NODE_ENV: 'production' }],
    [
      'without touching the account that is known',
      {
        TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
        TWILIO_AUTH_TOKEN: 'b'.repeat(32),
        TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
      },
    ],
  ] as const)('starts %s', async ([_what, variables]) => {
    const dataDir = tempFolder();
    openSettings(dataDir, createConfStore).settings.write({ ...defaultSettings, country: 'GB', type: 'local' });
    const { app } = await demo(dataDir, variables);
    expect(app.state()).toMatchObject({
      account: { kind: 'connected', name: 'Demo account' },
      leases: [{ state: 'active' }],
      tunnel: { state: 'online', problem: null },
    });
  });
});
