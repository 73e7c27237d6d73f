import { expect, it } from 'vitest';
import { emulatorForTest } from '../../adapters/harness.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { memberForTest, type Member } from './harness.ts';

const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };

/** Two hosts of two accounts on one database, both active. */
async function twoAccounts() {
  const url = await databaseForTest();
  const one = async () => {
    const emulator = await emulatorForTest();
    const host = await memberForTest(url, emulator, { OTP_DOCK_CAPTURE_PORT: '0' });
    await host.becomes('active');
    return { host, emulator };
  };
  return { url, a: await one(), b: await one() };
}

const take = ({ ask }: Member) => ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'the same' });
const leases = async ({ ask }: Member) => (await ask('GET', '/v1/leases')) as unknown as { leases: { id: string }[] };

it('two accounts share a database, and neither sees, uses, gives back or wipes anything of the other', async () => {
  const { a, b } = await twoAccounts();
  const [mine, theirs] = [await take(a.host), await take(b.host)];
  expect(mine.id).not.toBe(theirs.id);
  for (const { host, emulator } of [a, b]) {
    await host.ask('POST', '/v1/tokens', { name: 'ci' });
    expect(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([(await take(host)).number]);
    await emulator.sendSms({ from: '+14155550123', to: (await take(host)).number ?? '', body: 'Your code is 482913' });
    await host.ask('GET', `/v1/leases/${(await take(host)).id}/code?timeoutSeconds=20`);
    expect((await leases(host)).leases).toMatchObject([{ id: (await take(host)).id }]);
  }
  await expect(b.host.ask('DELETE', `/v1/leases/${mine.id}`)).rejects.toThrow('NOT_FOUND');
  await a.host.ask('DELETE', `/v1/leases/${mine.id}`);
  await expect.poll(() => a.emulator.state().numbers).toEqual([]);
  expect(await a.host.host()?.app.handle('data.wipe', { leaveNumbers: false })).toMatchObject({ ok: true });
  expect((await leases(a.host)).leases).toEqual([]);
  expect(await take(b.host)).toMatchObject({ id: theirs.id, state: 'active', latestCode: { code: '482913' } });
  expect(await b.host.ask('GET', '/v1/tokens')).toMatchObject({ tokens: [{ name: 'ci' }] });
  expect(b.emulator.state().numbers).toHaveLength(1);
});

it('what one captures is no other’s, although the account of what is captured has one name', async () => {
  const { url, a, b } = await twoAccounts();
  const capture = (member: Member) => member.host()?.app.handle('capture.start', undefined);
  expect(await capture(a.host)).toMatchObject({ ok: true });
  const mine = await take(a.host);
  expect(await capture(b.host)).toMatchObject({ ok: true });
  expect((await leases(b.host)).leases).toEqual([]);
  expect((await take(b.host)).id).not.toBe(mine.id);
  expect(await run(url, `SELECT count(*)::int AS count FROM leases WHERE state = 'active'`)).toEqual([{ count: 2 }]);
});
