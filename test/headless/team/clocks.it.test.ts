import { expect, it } from 'vitest';
import { createSystemClock } from '../../../electron/adapters/systemClock.ts';
import { emulatorForTest } from '../../adapters/harness.ts';
import { databaseForTest } from '../../support/postgres/database.ts';
import { memberForTest } from './harness.ts';

function machineAhead(byMs: number) {
  return createSystemClock({
    wall: () => Date.now() + byMs,
    awake: () => performance.now(),
    up: () => performance.now(),
  });
}

it.each([
  ['ahead of', 40_000],
  ['behind', -40_000],
])('a lease ends when its first host said, although the next one’s clock is 40 s %s it', async (where, byMs) => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const first = await memberForTest(url, emulator);
  await first.becomes('active');
  const wanted = { country: 'US', type: 'local', ttlSeconds: 35 };
  const lease = await first.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' });
  const second = await memberForTest(url, emulator, {}, { clock: machineAhead(byMs) });
  await first.close();
  await second.becomes('active');
  expect(await second.ask('GET', `/v1/leases/${lease.id}`)).toEqual(lease);
  const another = await second.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'two' });
  expect(Math.abs(Date.parse(another.startedAt) - Date.now())).toBeLessThan(10_000);
  expect(second.log.filter((line) => line.includes('NTP'))).toEqual([
    expect.stringContaining(`is 40 s ${where} the database's`),
  ]);
  expect(first.log.join()).not.toContain('NTP');
});
