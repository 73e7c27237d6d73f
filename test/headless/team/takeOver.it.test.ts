import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { emulatorForTest, failureOf, freePort } from '../../adapters/harness.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { endActive, waitingIn } from '../../support/postgres/trouble.ts';
import { Follower } from './follower.ts';
import { memberForTest, ownerToken, type Member } from './harness.ts';

async function healthOf(base: string): Promise<[number, unknown]> {
  const answer = await fetch(`${base}/health`);
  return [answer.status, await answer.json()];
}

it('one host is active, and the next one takes over when it ends', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const first = await memberForTest(url, emulator);
  await first.becomes('active');
  const second = await memberForTest(url, emulator);
  for (const base of [first.api, first.webhook])
    expect(await healthOf(base)).toMatchObject([200, { status: 'ok', role: 'active' }]);
  for (const base of [second.api, second.webhook])
    expect(await healthOf(base)).toEqual([503, { status: 'standby', role: 'standby' }]);
  const refused = await fetch(`${second.api}/v1/leases`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ error: { code: 'STANDBY', retryable: true } });

  const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };
  const lease = await first.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' });
  await first.ask('POST', '/v1/tokens', { name: 'ci' });
  await first.close();
  await second.becomes('active');
  expect(await second.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' })).toEqual(lease);
  expect(await second.ask('GET', '/v1/tokens')).toMatchObject({ tokens: [{ name: 'ci' }] });
  expect(emulator.state().numbers).toHaveLength(1);
});

it('a browser that was signed out stays so at the host that takes over, and one that was not stays signed in', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const behindProxy = { OTP_DOCK_API_URL: 'https://otp-dock.example' };
  const first = await memberForTest(url, emulator, behindProxy);
  await first.becomes('active');
  const second = await memberForTest(url, emulator, behindProxy);
  const session = async (base: string, method: string, headers: Record<string, string>) => {
    const own = { host: 'otp-dock.example', origin: behindProxy.OTP_DOCK_API_URL };
    const sent = request(`${base}/v1/session`, { agent: false, method, headers: { ...own, ...headers } }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    return { status: answer.statusCode, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  };
  const signIn = () => session(first.api, 'POST', { authorization: `Bearer ${ownerToken}` });
  const [{ cookie }, { cookie: other }] = [await signIn(), await signIn()];
  expect((await session(first.api, 'DELETE', { cookie })).status).toBe(204);
  await first.close();
  await second.becomes('active');
  expect((await session(second.api, 'GET', { cookie })).status).toBe(401);
  expect((await session(second.api, 'GET', { cookie: other })).status).toBe(204);
});

it.each([
  ['whose session of the lock ends', `application_name = 'otp-dock'`],
  ['that cannot write any more', `application_name LIKE '%writer%'`],
  ['whose every connection ends', 'true'],
])('a host %s stands by at once, and is the active one again when it can be', async (_what, which) => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const only = await memberForTest(url, emulator);
  await only.becomes('active');
  const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };
  const lease = await only.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' });
  const gone = only.becomes('standby');
  await run(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${which}`,
  );
  await gone;
  await only.becomes('active');
  expect(await only.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' })).toEqual(lease);
  expect(emulator.state().numbers).toHaveLength(1);
});

it('what was begun when the database went away is settled once it is back, and bought once', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const only = await memberForTest(url, emulator);
  await only.becomes('active');
  const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };
  const ask = (key: string) => only.ask('POST', '/v1/leases', wanted, { 'idempotency-key': key });
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const begun = keys.map((key) => ask(key).catch(() => null));
  const gone = only.becomes('standby');
  await expect.poll(() => emulator.state().numbers.length).toBeGreaterThan(0);
  await run(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await gone;
  await Promise.all(begun);
  await only.becomes('active');
  const leases = await Promise.all(keys.map(ask));
  expect(new Set(leases.map(({ number }) => number)).size).toBe(5);
  expect(emulator.state().numbers).toHaveLength(5);
});

it('a purchase that Twilio carries out only after its host has lost the account is its lease’s on the next one', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const first = await memberForTest(url, emulator);
  await first.becomes('active');
  const second = await memberForTest(url, emulator);
  await expect.poll(() => waitingIn(url)).toBe(1);
  emulator.setFaults({ lateCommits: 100, commitDelayMs: 4_000 });
  const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };
  const taken = first.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' }).catch(() => null);
  await expect.poll(() => emulator.faults().lateCommits).toBeLessThan(100);
  await endActive(url);
  await second.becomes('active');
  emulator.setFaults({ lateCommits: 0 });
  expect([emulator.state().numbers, await taken]).toEqual([[], null]);
  const lease = await second.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' });
  expect(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([lease.number]);
});

it('what the environment of the active host says counts, and the stored settings stay as they are', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const first = await memberForTest(url, emulator);
  await first.becomes('active');
  const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };
  const lease = await first.ask('POST', '/v1/leases', wanted);
  await first.host()?.app.handle('settings.update', { ttlSeconds: 77 });
  const second = await memberForTest(url, emulator, { OTP_DOCK_MAX_LEASE_SECONDS: '120' });
  const third = await memberForTest(url, emulator);
  await first.close();
  await second.becomes('active');
  const endsIn = async ({ ask }: Member) => {
    const { startedAt, expiresAt } = await ask('GET', `/v1/leases/${lease.id}`);
    return (Date.parse(expiresAt ?? '') - Date.parse(startedAt)) / 1_000;
  };
  await expect.poll(() => endsIn(second)).toBe(120);
  const cut = await second.ask('POST', '/v1/leases', { ...wanted, ttlSeconds: 600 }).catch(String);
  expect(cut).toContain('LEASE_LIMIT');
  await second.close();
  await third.becomes('active');
  expect(await endsIn(third)).toBe(120);
  expect(third.host()?.app.state().settings).toMatchObject({ ttlSeconds: 77, maxLeaseSeconds: null });
  expect((await third.ask('POST', '/v1/leases', wanted)).state).toBe('active');
});

it('who follows the events is told once what came, whichever host is active and however it ended', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const first = await memberForTest(url, emulator);
  await first.becomes('active');
  const second = await memberForTest(url, emulator);
  const lease = await first.ask('POST', '/v1/leases', { country: 'US', type: 'local', ttlSeconds: 600 });
  const follower = new Follower([first.api, second.api]);
  await follower.isThere();
  const sids: string[] = [];
  const send = async () => {
    const { sid } = await emulator.sendSms({ to: lease.number ?? '', body: `Your code is ${100_000 + sids.length}` });
    sids.push(sid);
  };
  await send();
  await follower.assertTold(sids);

  // Cut off in the midst of it, and then as a host that ends.
  await Promise.all([send(), send(), send()]);
  const gone = first.becomes('standby');
  await run(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await gone;
  await Promise.all([send(), send()]);
  await Promise.race([first.becomes('active'), second.becomes('active')]);
  await follower.assertTold(sids);
  const [active, other] = first.host() ? [first, second] : [second, first];
  await send();
  await active.close();
  await send();
  await other.becomes('active');
  await other.ask('DELETE', `/v1/leases/${lease.id}`);
  await follower.assertTold(sids);
  await expect.poll(() => follower.leases.get(lease.id)).toBe('released');
  expect(follower.comebacks).toBeGreaterThanOrEqual(2);
});

it('a host whose database is away answers that it stands by, and says why', async () => {
  const [url, emulator] = [new URL(await databaseForTest()), await emulatorForTest()];
  url.port = String(await freePort());
  const only = await memberForTest(url.href, emulator);
  expect(await healthOf(only.api)).toEqual([503, { status: 'standby', role: 'standby' }]);
  await expect.poll(() => only.log.join()).toContain('The database cannot be reached');
  expect(only.log.join()).not.toContain(url.password);
});

it.each(['TWILIO_ACCOUNT_SID', 'OTP_DOCK_API_TOKEN'])(
  'a host without %s in its environment is refused',
  async (name) => {
    const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
    const missing = { [name]: '', ...(name === 'TWILIO_ACCOUNT_SID' && { TWILIO_AUTH_TOKEN: '' }) };
    await expect(memberForTest(url, emulator, missing)).rejects.toThrow(name);
  },
);

it.each(['OTP_DOCK_API_PORT', 'PORT'])(
  'a host whose port of %s is taken says so: others were told that port',
  async (name) => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const starting = memberForTest(await databaseForTest(), await emulatorForTest(), { [name]: String(port) });
    expect(await failureOf(starting)).toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.toSay(`Port ${port} of ${name} cannot be had`),
      hint: expect.toSay(name),
    });
  },
);

it('nobody without a token gets anything from an active host, and its log has no secret', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const only = await memberForTest(url, emulator);
  await only.becomes('active');
  expect((await fetch(`${only.api}/v1/leases`)).status).toBe(401);
  const text = only.log.join('\n');
  for (const secret of [ownerToken, new URL(url).password, emulator.authToken]) expect(text).not.toContain(secret);
});
