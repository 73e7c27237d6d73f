import { expect, it } from 'vitest';
import { emulatorForTest, freePort } from '../../adapters/harness.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { fullDisk } from '../../support/postgres/trouble.ts';
import { memberForTest, type Member } from './harness.ts';

const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };
const full = /503 .*STORAGE_FAILED.*The disk of the database is full/;

const take = ({ ask }: Member, key: string) => ask('POST', '/v1/leases', wanted, { 'idempotency-key': key });

async function activeMember() {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  // The port is taken by what comes first, so the address that Twilio is given has to be known before.
  const variables = { OTP_DOCK_TUNNEL: 'url', PORT: String(await freePort()) };
  const only = await memberForTest(url, emulator, {
    ...variables,
    WEBHOOK_BASE_URL: `http://127.0.0.1:${variables.PORT}`,
  });
  await only.becomes('active');
  return { url, emulator, only };
}

it('while the disk of the database is full, nothing is acknowledged; once it is not, all goes on by itself', async () => {
  const { url, emulator, only } = await activeMember();
  const lease = await take(only, 'one');
  const disk = await fullDisk(url, ['messages', 'leases', 'numbers', 'ledger', 'settings', 'tokens']);
  const code = only.ask('GET', `/v1/leases/${lease.id}/code?timeoutSeconds=20`);
  await emulator.sendSms({
    from: '+14155550123',
    to: lease.number ?? '',
    body: 'Your code is 482913',
  });
  await expect.poll(() => emulator.state().deliveries.map(({ status }) => status)).toEqual([503]);
  await expect(take(only, 'two')).rejects.toThrow(full);
  await expect(only.ask('POST', '/v1/tokens', { name: 'ci' })).rejects.toThrow(full);
  expect(emulator.state().numbers).toHaveLength(1);

  await disk.mend();
  expect(await code).toMatchObject({ code: '482913' });
  await take(only, 'two');
  expect(emulator.state().numbers).toHaveLength(2);
  expect(only.roles.map(({ role }) => role)).toEqual(['standby', 'active']);
});

it('a purchase that cannot be written down is not made again, and is its lease’s as soon as it can be', async () => {
  const { url, emulator, only } = await activeMember();
  const disk = await fullDisk(url, ['ledger']);
  const taken = take(only, 'one');
  await expect.poll(() => only.host()?.app.listLeases()[0]?.problem?.code).toBe('STORAGE_FAILED');
  await disk.mend();
  expect([(await taken).number]).toEqual(emulator.state().numbers.map(({ phoneNumber }) => phoneNumber));
  expect(await run(url, 'SELECT state FROM numbers')).toEqual([{ state: 'leased' }]);
});
