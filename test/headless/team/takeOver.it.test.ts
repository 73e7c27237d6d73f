import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { emulatorForTest } from '../../adapters/harness.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { memberForTest } from './harness.ts';

it('one host is active, and the next one takes over when it ends', async () => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const first = await memberForTest(url, emulator);
  await first.becomes('active');
  const second = await memberForTest(url, emulator);
  const health = async (base: string) => {
    const answer = await fetch(`${base}/health`);
    return [answer.status, await answer.json()];
  };
  for (const base of [first.api, first.webhook])
    expect(await health(base)).toMatchObject([200, { status: 'ok', role: 'active' }]);
  for (const base of [second.api, second.webhook])
    expect(await health(base)).toEqual([503, { status: 'standby', role: 'standby' }]);
  const refused = await fetch(`${second.api}/v1/leases`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ error: { code: 'STANDBY', retryable: true } });
  const app = first.host()!.app;
  const lease = await app.leases.start({ requestId: 'r1', country: 'US', type: 'local', ttlSeconds: 600 });
  await first.close();
  await second.becomes('active');
  expect(
    second
      .host()!
      .app.listLeases()
      .map(({ id, state }) => [id, state]),
  ).toEqual([[lease.id, 'active']]);
});

const terminate = (which: string) => `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${which}`;

it.each([
  ['whose session of the lock ends', `query LIKE '%advisory%' OR query = 'SELECT 1'`],
  ['that cannot write any more', `application_name LIKE '%writer%'`],
  ['whose every connection ends', 'true'],
])('a host %s stands by at once, and is the active one again when it can be', async (_what, which) => {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const only = await memberForTest(url, emulator);
  await only.becomes('active');
  const app = only.host()!.app;
  const leases = Array.from({ length: 5 }, (_, i) =>
    app.leases.start({ requestId: `r${i}`, country: 'US', type: 'local', ttlSeconds: 600 }).catch((e: unknown) => e),
  );
  await pause(20);
  await run(url, terminate(which));
  await only.becomes('standby');
  await only.becomes('active');
  console.log(await Promise.all(leases), only.log);
  expect(only.host()!.app.listLeases().length).toBeGreaterThan(0);
});
