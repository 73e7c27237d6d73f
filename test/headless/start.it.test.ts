import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import { startHeadless } from '../../electron/headless/host.ts';
import {
  emulatorForTest,
  failureOf,
  freePort,
  listLogger,
  modeOf,
  serverForTest,
  tempFolder,
} from '../adapters/harness.ts';
import { eventsOf, hastyClock, hostForTest, type TestHost } from './harness.ts';

describe('a host that starts', () => {
  it('says where everything is', async () => {
    const { host, dataDir, log, emulator } = await hostForTest();
    const { ready, token } = host;
    const webhook = new URL(ready.webhook);
    expect(ready).toEqual({
      ready: true,
      webhook: `http://127.0.0.1:${webhook.port}/webhook`,
      publicUrl: `http://127.0.0.1:${webhook.port}/webhook`,
      api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      ui: `${ready.api}/#token=${token}`,
      tokenFile: join(dataDir, 'api-token'),
      pid: process.pid,
    });
    expect(readFileSync(ready.tokenFile, 'utf8').trim()).toBe(token);
    expect((await fetch(new URL('/health', ready.webhook))).status).toBe(200);
    const events = await eventsOf(host);
    await events.until(({ state }) => state?.account.kind === 'connected');
    expect(log).toContain('✅ Twilio integration enabled');
    expect(log).toContain(
      `📱 Twilio webhooks available at http://localhost:${webhook.port}/webhook (public: ${ready.publicUrl})`,
    );
    expect(log.join('\n')).not.toContain(emulator.authToken);
  });

  it.skipIf(process.platform === 'win32')(
    'keeps its token in a file for its owner alone, and the same one the next time',
    async () => {
      const test = await hostForTest();
      const { token, ready } = test.host;
      expect(modeOf(ready.tokenFile)).toBe(0o600);
      await test.restart();
      expect(test.host.token).toBe(token);
      writeFileSync(ready.tokenFile, 'not a token');
      await test.restart();
      expect(test.host.token).toMatch(/^[\w-]{43}$/);
      expect(test.host.token).not.toBe(token);
    },
  );

  it('takes the next ports when the wanted ones are in use, and says so', async () => {
    const first = await hostForTest();
    const [port, apiPort] = [new URL(first.host.ready.webhook).port, new URL(first.host.ready.api).port];
    const second = await hostForTest({ variables: { PORT: port, OTP_DOCK_API_PORT: apiPort } });
    expect(second.host.ready.webhook).not.toBe(first.host.ready.webhook);
    expect(second.log.join('\n')).toContain(`Port ${port} is in use`);
    expect(second.log.join('\n')).toContain(`Port ${apiPort} is in use`);
    expect(second.host.app.state().notices).toMatchObject([{ id: 'port-taken', message: expect.toSay(port) }]);
  });

  it('with a damaged settings file keeps it, and says so in the log, to scripts and to people', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'settings.json'), '{"settings": {"country": "US"');
    const { host, call, log } = await hostForTest({ dataDir });
    const [kept] = readdirSync(dataDir).filter((name) => name.includes('unreadable'));
    expect(readFileSync(join(dataDir, kept ?? ''), 'utf8')).toBe('{"settings": {"country": "US"');
    expect(host.app.state().settings.country).toBe('IN');
    const told = [
      { id: 'settings-recovered', hint: expect.toSay(kept ?? '-') },
      { id: 'limits-unknown', hint: expect.toSay('Settings') },
    ];
    expect(host.app.state().notices).toMatchObject(told);
    expect((await call('GET', '/v1/health')).body).toMatchObject({ notices: told });
    const lines = log.filter((line) => line.startsWith('warn ')).join('\n');
    expect(lines).toContain(kept);
    expect(lines).toContain('Nothing is bought until then.');
  });

  it.each(['api-token', 'host.json'])('says what stands in the way of its file %s, and ends', async (name) => {
    const dataDir = tempFolder();
    mkdirSync(join(dataDir, name));
    const log = listLogger();
    const environment = readEnvironment({ OTP_DOCK_DATA_DIR: dataDir, PORT: '0', OTP_DOCK_API_PORT: '0' });
    const start = () => startHeadless({ environment, version: '1', log, demo: false, rendererFolder: null });
    const message = expect.toSay(`${join(dataDir, name)} is no file`);
    expect(await failureOf(start())).toMatchObject({ code: 'STORAGE_FAILED', message });
    expect(log.lines).toContainEqual(message);
    rmdirSync(join(dataDir, name));
    await (await start()).close();
  });

  it('with a data folder that another host uses is told so, and leaves that one alone', async () => {
    const first = await hostForTest();
    const environment = readEnvironment({ OTP_DOCK_DATA_DIR: first.dataDir, PORT: '0', OTP_DOCK_API_PORT: '0' });
    const failure = await failureOf(
      startHeadless({ environment, version: '1', log: listLogger(), demo: false, rendererFolder: null }),
    );
    expect(failure).toMatchObject({ code: 'HOST_RUNNING', message: expect.toSay(first.dataDir) });
    expect((await first.call('GET', '/v1/health')).status).toBe(200);
  });

  it('without Twilio is ready all the same, says what is wrong, and connects when Twilio is back', async () => {
    const port = await freePort();
    const account = { accountSid: `AC${'c'.repeat(32)}`, authToken: 'd'.repeat(32) };
    const gone = { ...(await emulatorForTest(account)), baseUrl: `http://127.0.0.1:${port}` };
    const { host, call } = await hostForTest({ emulator: gone, options: { clock: hastyClock(1_000) } });
    const events = await eventsOf(host);
    await events.until(({ state }) => state?.account.kind === 'failed');
    expect((await call('GET', '/v1/health')).body).toMatchObject({
      status: 'ok',
      account: {
        kind: 'failed',
        sid: account.accountSid,
        error: { code: 'TWILIO_UNREACHABLE', retryable: true, hint: expect.toSay(/\w/) },
      },
    });
    // Only after two minutes, of this clock, is a purchase given up.
    expect(await call('POST', '/v1/leases', {})).toMatchObject({
      status: 502,
      body: { error: { code: 'TWILIO_UNREACHABLE' } },
    });
    await emulatorForTest({ ...account, port });
    await events.until(({ state }) => state?.account.kind === 'connected');
  });

  it('tells where its user interface is before its public URL has answered', async () => {
    const served = Promise.withResolvers<string>();
    const publicUrl = await serverForTest(
      (_request, response) => void served.promise.then(() => response.writeHead(404).end()),
    );
    const { host } = await hostForTest({
      variables: { WEBHOOK_BASE_URL: publicUrl },
      options: { onServed: served.resolve },
    });
    expect(await served.promise).toBe(host.ready.ui);
  });

  it('with wrong credentials is ready all the same and says so', async () => {
    const { host, log } = await hostForTest({ variables: { TWILIO_AUTH_TOKEN: 'f'.repeat(32) } });
    const events = await eventsOf(host);
    const { state } = await events.until((event) => event.state?.account.kind === 'failed');
    expect(state?.account).toMatchObject({ error: { code: 'INVALID_CREDENTIALS' } });
    expect(log.join('\n')).not.toContain('✅ Twilio integration enabled');
  });

  it('in production refuses a public URL without https, and asks Twilio’s list instead', async () => {
    const { host, emulator, lease, call, log } = await hostForTest({ variables: { NODE_ENV: 'production' } });
    expect(host.ready.publicUrl).toBeNull();
    await expectHttpsWanted({ call, log });
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    expect(await call('GET', `/v1/leases/${id}/code`)).toMatchObject({ status: 200, body: { code: '482913' } });
  });
});

it('a host without an account yet says, too, that its public URL has no https', async () => {
  const variables = { NODE_ENV: 'production', TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_TUNNEL: '' };
  const { host, call, log } = await hostForTest({ variables });
  await expectHttpsWanted({ call, log });
  await host.app.updateSettings({ reception: 'polling' });
  expect((await call('GET', '/v1/health')).body).toMatchObject({ tunnel: { state: 'off', problem: null } });
});

/** Said in the log, once, and to whoever asks. */
async function expectHttpsWanted({ call, log }: Pick<TestHost, 'call' | 'log'>): Promise<void> {
  const problem = {
    code: 'TUNNEL_FAILED',
    message: 'The public URL must begin with https:// in production.',
    hint: expect.toSay(/WEBHOOK_BASE_URL.*https:\/\//),
  };
  expect((await call('GET', '/v1/health')).body).toMatchObject({
    tunnel: { kind: 'url', state: 'failed', url: null, problem },
  });
  const said = log.filter((line) => line.includes(problem.message));
  expect(said).toEqual([expect.stringMatching(/^warn .*WEBHOOK_BASE_URL/)]);
}

describe('a host that ends', () => {
  it('is gone from its data folder, and its ports are free', async () => {
    const { host, dataDir } = await hostForTest();
    expect(JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8'))).toEqual({
      api: host.ready.api,
      pid: process.pid,
    });
    await host.close();
    expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
    await expect(fetch(host.ready.webhook)).rejects.toThrow();
    await expect(fetch(host.ready.api)).rejects.toThrow();
    rmSync(dataDir, { recursive: true });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('lets those who wait for a code go', async () => {
    const { host, lease, call } = await hostForTest();
    const { id } = await lease();
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`).catch((thrown: unknown) => thrown);
    await call('GET', '/v1/health');
    await host.close();
    expect(await waiting).toBeInstanceOf(Error);
  });
});
