import type { MessagePage } from '../../electron/contract/messages.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import { createConfStore } from '../../electron/adapters/settings/confStore.ts';
import { openSettings } from '../../electron/adapters/settings/store.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { startHeadless } from '../../electron/headless/host.ts';
import { emulatorForTest, listLogger, tempFolder } from '../adapters/harness.ts';
import { eventsOf, hostForTest } from './harness.ts';

const noPublicUrl = { OTP_DOCK_TUNNEL: 'polling', WEBHOOK_BASE_URL: '' };

describe('without a public URL', () => {
  it('the code comes all the same, and Twilio is asked only while a number is leased', async () => {
    const { emulator, host, call, lease } = await hostForTest({ variables: noPublicUrl });
    expect(host.ready.publicUrl).toBeNull();
    const events = await eventsOf(host);
    const { id, number } = await lease();
    expect(emulator.state().numbers[0]?.boughtWith).not.toHaveProperty('SmsUrl');
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    const answer = await call('GET', `/v1/leases/${id}/code`);
    expect(answer).toMatchObject({
      status: 200,
      body: { code: '482913', message: { source: 'backfill', leaseId: id } },
    });
    await call('DELETE', `/v1/leases/${id}`);
    await events.until(({ lease: changed }) => changed?.state === 'released');
    expect(host.app.state().polling).toBe(false);
    expect((await call('GET', '/v1/health')).body).toMatchObject({
      tunnel: { kind: 'polling', state: 'online', url: null },
    });
  });
});

describe('after a restart', () => {
  it('the lease and its code are still there, and the next code comes', async () => {
    const test = await hostForTest();
    const { id, number } = await test.lease({ ttlSeconds: 600, label: 'kept' });
    await test.emulator.sendSms({ to: number ?? '', body: 'Your code is 111111' });
    const before = (await test.call('GET', `/v1/leases/${id}`)).body;
    await test.restart();
    expect((await test.call('GET', `/v1/leases/${id}`)).body).toEqual(before);
    expect(((await test.call('GET', '/v1/messages')).body as MessagePage).messages).toMatchObject([
      { code: '111111', leaseId: id },
    ]);
  });

  it('a number calls the new public URL', async () => {
    const changed = Promise.withResolvers<void>();
    const emulator = await emulatorForTest({
      log: (line) => void (/^POST \S+\/IncomingPhoneNumbers\/PN\S+ 200$/.test(line) && changed.resolve()),
    });
    const test = await hostForTest({ emulator });
    const { id, number } = await test.lease({ ttlSeconds: 600 });
    const before = test.host.ready.publicUrl;
    await test.restart();
    expect(test.host.ready.publicUrl).not.toBe(before);
    await changed.promise;
    expect(emulator.state().numbers[0]?.settings.sms_url).toBe(test.host.ready.publicUrl);
    await test.emulator.sendSms({ to: number ?? '', body: 'Your code is 222222' });
    expect(await test.call('GET', `/v1/leases/${id}/code`)).toMatchObject({ status: 200, body: { code: '222222' } });
  });
});

describe('the demo', () => {
  async function demo(dataDir: string, variables: NodeJS.ProcessEnv = {}) {
    const environment = readEnvironment({
      OTP_DOCK_DATA_DIR: dataDir,
      PORT: '0',
      OTP_DOCK_API_PORT: '0',
      ...variables,
    });
    const log = listLogger();
    const host = await startHeadless({ environment, version: '1', log, demo: true, rendererFolder: null });
    onTestFinished(() => host.close());
    return { host, log: log.lines };
  }

  it('has a number and a code within seconds, and says that it is one', async () => {
    const { host } = await demo(tempFolder());
    const events = await eventsOf(host);
    const { message } = await events.until((event) => event.type === 'message' && event.message?.code !== null);
    expect(message).toMatchObject({
      code: expect.stringMatching(/\d{4,}/),
      source: 'webhook',
      leaseId: expect.any(String),
    });
    expect(host.app.state()).toMatchObject({ demo: true, account: { kind: 'connected', name: 'Demo account' } });
  });

  it('does not touch the account that is known', async () => {
    const { host } = await demo(tempFolder(), {
      TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'b'.repeat(32),
      TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    });
    expect(host.app.state().account).toMatchObject({ kind: 'connected', name: 'Demo account' });
    expect(host.app.state().leases).toMatchObject([{ state: 'active' }]);
  });

  it.each([
    ['whatever country and type are preferred', {}],
    ['in production', { NODE_ENV: 'production' }],
  ])('starts %s', async (_what, variables) => {
    const dataDir = tempFolder();
    openSettings(dataDir, createConfStore).settings.write({ ...defaultSettings, country: 'GB', type: 'local' });
    const { host } = await demo(dataDir, variables);
    expect(host.app.state().leases).toMatchObject([{ state: 'active' }]);
    expect(host.app.state().tunnel).toMatchObject({ state: 'online', problem: null });
  });

  it('leaves nothing behind', async () => {
    const dataDir = tempFolder();
    const first = await demo(dataDir);
    await first.host.close();
    const { host } = await demo(dataDir);
    expect(host.app.state().leases).toHaveLength(1);
    expect(host.app.state().messages).toEqual([]);
  });
});
