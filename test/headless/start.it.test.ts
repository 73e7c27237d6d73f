import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readEnvironment } from '../../electron/adapters/environment.ts';
import { startHeadless } from '../../electron/headless/host.ts';
import { emulatorForTest, failureOf, freePort, listLogger, serverForTest, tempFolder } from '../adapters/harness.ts';
import { fastClock, paceFrom } from '../resilience/fastClock.ts';
import { hostForTest, it, type TestHost } from './harness.ts';

describe('a host that starts', () => {
  it('replaces a token that is none', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'api-token'), 'not a token', { mode: 0o600 });
    const { host } = await hostForTest({ dataDir });
    expect(host.token).toMatch(/^[\w-]{43}$/);
    expect(readFileSync(host.ready.tokenFile ?? '', 'utf8').trim()).toBe(host.token);
  });

  it('takes the next ports when the wanted ones are in use, and says so', async ({ host }) => {
    const [port, apiPort] = [new URL(host.ready.webhook).port, new URL(host.ready.api).port];
    const second = await hostForTest({ variables: { PORT: port, OTP_DOCK_API_PORT: apiPort } });
    expect(second.host.ready.webhook).not.toBe(host.ready.webhook);
    expect(second.log.join('\n')).toContain(`Port ${port} is in use`);
    expect(second.log.join('\n')).toContain(`Port ${apiPort} is in use`);
    expect(second.host.app.state().notices).toMatchObject([{ id: 'port-taken', message: expect.toSay(port) }]);
  });

  it('with a damaged settings file keeps it, and says so in the log, to scripts and to people', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'settings.json'), '{"settings": {"country": "US"');
    const { host, get, log } = await hostForTest({ dataDir });
    const [kept] = readdirSync(dataDir).filter((name) => name.includes('unreadable'));
    expect(readFileSync(join(dataDir, kept ?? ''), 'utf8')).toBe('{"settings": {"country": "US"');
    expect(host.app.state().settings.country).toBe('IN');
    const told = [
      { id: 'settings-recovered', hint: expect.toSay(kept ?? '-') },
      { id: 'limits-unknown', hint: expect.toSay('Settings') },
    ];
    expect(host.app.state().notices).toMatchObject(told);
    expect(await get('/v1/health')).toMatchObject({ notices: told });
    const lines = log.filter((line) => line.startsWith('warn ')).join('\n');
    expect(lines).toContain(kept);
    expect(lines).toContain('Nothing is bought until then.');
  });

  it.for(['api-token', 'host.json'])('says what stands in the way of its file %s, and ends', async (name) => {
    const dataDir = tempFolder();
    mkdirSync(join(dataDir, name));
    const log = listLogger();
    const environment = readEnvironment({ OTP_DOCK_DATA_DIR: dataDir, PORT: '0', OTP_DOCK_API_PORT: '0' });
    const start = () => startHeadless({ environment, version: '1', log, rendererFolder: null });
    const message = expect.toSay(`${join(dataDir, name)} is not a file`);
    expect(await failureOf(start())).toMatchObject({ code: 'STORAGE_FAILED', message });
    expect(log.lines).toContainEqual(message);
    rmdirSync(join(dataDir, name));
    await (await start()).close();
  });

  it('without Twilio is ready all the same, says what is wrong, and connects when Twilio is back', async () => {
    const port = await freePort();
    const account = { accountSid: `AC${'c'.repeat(32)}`, authToken: 'd'.repeat(32) };
    const gone = { ...(await emulatorForTest(account)), baseUrl: `http://127.0.0.1:${port}` };
    const clock = fastClock(paceFrom(Date.now(), 1_000));
    const { host, call, get } = await hostForTest({ emulator: gone, options: { clock } });
    const becomes = (kind: string) => expect.poll(() => host.app.state().account.kind).toBe(kind);
    await becomes('failed');
    const error = { code: 'TWILIO_UNREACHABLE', retryable: true, hint: expect.toSay(/\w/) };
    expect(await get('/v1/health')).toMatchObject({
      status: 'ok',
      account: { kind: 'failed', sid: account.accountSid, error },
    });
    // Only after two minutes, of this clock, is a purchase given up.
    expect(await call('POST', '/v1/leases', {})).toMatchObject({ status: 502, body: { error: { code: error.code } } });
    await emulatorForTest({ ...account, port });
    await becomes('connected');
  });

  it('tells where its user interface is before its public URL has answered', async () => {
    const served = Promise.withResolvers<string>();
    const publicUrl = await serverForTest(
      (_request, response) => void served.promise.then(() => response.writeHead(404).end()),
    );
    const variables = { WEBHOOK_BASE_URL: publicUrl };
    const { host } = await hostForTest({ variables, options: { onServed: served.resolve } });
    expect(await served.promise).toBe(host.ready.ui);
  });

  it('in production refuses a public URL without https, and asks Twilio’s list instead', async () => {
    const test = await hostForTest({ variables: { NODE_ENV: 'production' } });
    const { host, emulator, lease, get } = test;
    expect(host.ready.publicUrl).toBeNull();
    await expectHttpsWanted(test);
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    expect(await get(`/v1/leases/${id}/code`)).toMatchObject({ code: '482913' });
  });

  it('without an account yet says, too, that its public URL has no https', async () => {
    const variables = { NODE_ENV: 'production', TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_TUNNEL: '' };
    const test = await hostForTest({ variables });
    await expectHttpsWanted(test);
    await test.host.app.requests['settings.update']({ reception: 'polling' });
    expect(await test.get('/v1/health')).toMatchObject({ tunnel: { state: 'off', problem: null } });
  });
});

/** Said in the log, once, and to whoever asks. */
async function expectHttpsWanted({ get, log }: TestHost): Promise<void> {
  const problem = {
    code: 'TUNNEL_FAILED',
    message: 'The public URL must begin with https:// in production.',
    hint: expect.toSay(/WEBHOOK_BASE_URL.*https:\/\//),
  };
  expect(await get('/v1/health')).toMatchObject({ tunnel: { kind: 'url', state: 'failed', url: null, problem } });
  const said = log.filter((line) => line.includes(problem.message));
  expect(said).toEqual([expect.stringMatching(/^warn .*WEBHOOK_BASE_URL/)]);
}

describe('a host that ends', () => {
  it('is gone from its data folder, and its ports are free', async ({ own: { host, dataDir } }) => {
    const { api, webhook } = host.ready;
    expect(JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8'))).toEqual({ api, pid: process.pid });
    await host.close();
    expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
    for (const url of [webhook, api]) await expect(fetch(url)).rejects.toThrow();
    rmSync(dataDir, { recursive: true });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('lets those who wait for a code go', async ({ host, lease, call, get }) => {
    const { id } = await lease();
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`).catch((thrown: unknown) => thrown);
    await get('/v1/health');
    await host.close();
    expect(await waiting).toBeInstanceOf(Error);
  });
});
