import { describe, expect } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { eventsOf, expectRefusal, hostForTest, it as base, type TestHost } from './harness.ts';
import { guestOf } from './sharing.ts';

const wanted = { country: 'US', type: 'local' };
const waiting = { ...wanted, waitSeconds: 600 };

/** Resolves when so many requests wait. */
async function untilWaiting({ host }: TestHost, count: number): Promise<void> {
  await expect.poll(() => host.app.state().waiting.length).toBe(count);
}

/** Two guests of a host that gives out one number at once; the first one has it. */
const it = base
  .extend('clock', () => new ManualClock(Date.now()))
  .extend('shared', async ({ clock }) => {
    const test = await hostForTest({ options: { clock } });
    await test.host.app.updateSettings({ leasesAtOnce: 1 });
    const [ci, web] = [await guestOf(test, 'ci'), await guestOf(test, 'web')];
    return { ...test, ci, web, first: await ci.lease({ ttlSeconds: 600 }) };
  });

describe('two pipelines on a host that gives out one number at once', () => {
  it('take turns, whoever asks for more', async ({ shared }) => {
    const { ci, web, first } = shared;
    expectRefusal(await web.call('POST', '/v1/leases', wanted), 409, 'TOO_MANY_LEASES');
    const ofCi = Array.from({ length: 5 }, () => ci.call('POST', '/v1/leases', waiting));
    await untilWaiting(shared, 5);
    const ofWeb = web.call('POST', '/v1/leases', waiting);
    await untilWaiting(shared, 6);
    await ci.call('DELETE', `/v1/leases/${first.id}`);
    const second = (await ofWeb).body as Lease;
    expect(second).toMatchObject({ holder: 'web', state: 'active' });
    expect(shared.host.app.state().waiting.map(({ holder }) => holder)).toEqual(Array(5).fill('ci'));
    await web.call('DELETE', `/v1/leases/${second.id}`);
    await untilWaiting(shared, 4);
    expect(((await Promise.race(ofCi)).body as Lease).holder).toBe('ci');
    await shared.call('DELETE', '/v1/tokens/ci');
    const outcomes = (await Promise.all(ofCi)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual([201, 401, 401, 401, 401]);
    await untilWaiting(shared, 0);
  });

  it('see their own waiting requests alone, and leave the queue when they go away', async ({ shared, clock }) => {
    const { host, ci, web, first, emulator } = shared;
    const events = await eventsOf({ ...host, token: ci.token });
    const gone = new AbortController();
    const dock = new OtpDock({ url: host.ready.api, token: web.token });
    const ofWeb = dock.lease({ country: 'US', waitSeconds: 600 }, { signal: gone.signal });
    await untilWaiting(shared, 1);
    const ofCi = ci.call('POST', '/v1/leases', { ...waiting, waitSeconds: 1 });
    await events.until(({ state }) => (state as { waiting?: unknown[] } | undefined)?.waiting?.length === 1);
    expect(JSON.stringify(events.all)).not.toContain('"web"');
    await clock.advance(1_000);
    const refused = await ofCi;
    expectRefusal(refused, 409, 'NO_FREE_NUMBER');
    expect(JSON.stringify(refused.body)).toContain('one number at once');
    gone.abort(new Error('enough'));
    await expect(ofWeb).rejects.toThrow('enough');
    await untilWaiting(shared, 0);
    await ci.call('DELETE', `/v1/leases/${first.id}`);
    await expect.poll(() => emulator.state().numbers).toEqual([]);
    expect((await web.call('GET', '/v1/leases')).body).toEqual({ leases: [] });
  });
});
