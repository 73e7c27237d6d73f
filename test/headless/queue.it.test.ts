import { expect, it } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { eventsOf, expectRefusal, hostForTest, type TestHost } from './harness.ts';
import { guestOf } from './sharing.ts';

const wanted = { country: 'US', type: 'local' };

/** Resolves when so many requests wait. */
async function untilWaiting({ host }: TestHost, count: number): Promise<void> {
  await expect.poll(() => host.app.state().waiting.length).toBe(count);
}

it('two pipelines see their own waiting requests alone, and leave the queue when they go away', async () => {
  const clock = new ManualClock(Date.now());
  const test = await hostForTest({ options: { clock } });
  const { host, emulator } = test;
  await host.app.requests['settings.update']({ leasesAtOnce: 1 });
  const [ci, web] = [await guestOf(test, 'ci'), await guestOf(test, 'web')];
  const first = await ci.lease({ ttlSeconds: 600 });
  expectRefusal(await web.call('POST', '/v1/leases', wanted), 409, 'TOO_MANY_LEASES');
  const events = await eventsOf({ ...host, token: ci.token });
  const gone = new AbortController();
  const dock = new OtpDock({ url: host.ready.api, token: web.token });
  const ofWeb = dock.lease({ country: 'US', waitSeconds: 600 }, { signal: gone.signal });
  await untilWaiting(test, 1);
  const ofCi = ci.call('POST', '/v1/leases', { ...wanted, waitSeconds: 1 });
  await events.until(({ state }) => (state as { waiting?: unknown[] } | undefined)?.waiting?.length === 1);
  expect(JSON.stringify(events.all)).not.toContain('"web"');
  await clock.advance(1_000);
  const refused = await ofCi;
  expectRefusal(refused, 409, 'NO_FREE_NUMBER');
  expect(JSON.stringify(refused.body)).toContain('one number at a time');
  gone.abort(new Error('enough'));
  await expect(ofWeb).rejects.toThrow('enough');
  await untilWaiting(test, 0);
  await ci.call('DELETE', `/v1/leases/${first.id}`);
  await expect.poll(() => emulator.state().numbers).toEqual([]);
  expect((await web.call('GET', '/v1/leases')).body).toEqual({ leases: [] });
});
