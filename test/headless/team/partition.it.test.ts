import { expect, it, onTestFinished } from 'vitest';
import { emulatorForTest } from '../../adapters/harness.ts';
import { Cable } from '../../support/postgres/cable.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { memberForTest, type Member } from './harness.ts';

const wanted = { country: 'US', type: 'local', ttlSeconds: 600 };

const since = ({ roles }: Member) => roles.at(-1)?.at ?? Number.NaN;

it('an active host that is cut off from its database stops before another one is active, and stands by once it is back', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const cable = await Cable.to(url);
  const first = await memberForTest(cable.through(url), emulator);
  await first.becomes('active');
  const lease = await first.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' });
  const second = await memberForTest(url, emulator);

  const [stopped, takenOver, cutAt] = [first.becomes('standby'), second.becomes('active'), performance.now()];
  cable.freeze();
  const late = first.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'late' }).catch(() => null);
  await Promise.all([stopped, takenOver]);
  expect(await late).toBeNull();
  expect(since(first)).toBeLessThan(since(second));
  expect(since(second) - cutAt).toBeLessThan(5_000);
  expect(await second.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' })).toEqual(lease);
  expect(emulator.state().numbers).toHaveLength(1);

  cable.mend();
  const back = first.becomes('active');
  await second.close();
  await back;
  expect(await first.ask('POST', '/v1/leases', wanted, { 'idempotency-key': 'one' })).toEqual(lease);
});

it('a host that loses its database while it becomes the active one never is, and ends if it cannot be stopped', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const [reached, released] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()];
  const servePage = async (api: string) => {
    reached.resolve(api);
    await released.promise;
    return { url: api, close: async () => undefined };
  };
  const only = await memberForTest(url, emulator, {}, { servePage });
  onTestFinished(() => released.resolve());
  await reached.promise;
  await run(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await expect.poll(() => only.log.join()).toContain('It is stuck.');
  expect(only.roles.map(({ role }) => role)).toEqual(['standby']);
  released.resolve();
  await only.becomes('active');
  expect(only.roles.map(({ role }) => role)).toEqual(['standby', 'standby', 'active']);
});
