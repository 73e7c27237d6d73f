import { expect, it } from 'vitest';
import { emulatorForTest } from '../../adapters/harness.ts';
import { databaseForTest } from '../../support/postgres/database.ts';
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
  const before = performance.now();
  await first.close();
  await second.becomes('active');
  console.log('took over in', performance.now() - before, second.log);
  expect(
    second
      .host()!
      .app.listLeases()
      .map(({ id, state }) => [id, state]),
  ).toEqual([[lease.id, 'active']]);
});
