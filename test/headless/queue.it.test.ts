import { describe, expect, it } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { eventsOf, expectRefusal, hostForTest, type HostOptions, type TestHost } from './harness.ts';
import { guestOf, type Guest } from './sharing.ts';

const wanted = { country: 'US', type: 'local' };
const waiting = { ...wanted, waitSeconds: 600 };

/** Resolves when so many requests wait. */
async function untilWaiting({ host }: TestHost, count: number): Promise<void> {
  await expect.poll(() => host.app.state().waiting.length).toBe(count);
}

async function hostWithTwo(
  options: HostOptions['options'] = {},
): Promise<TestHost & { ci: Guest; web: Guest; first: Lease }> {
  const test = await hostForTest({ options });
  await test.host.app.updateSettings({ leasesAtOnce: 1 });
  const [ci, web] = [await guestOf(test, 'ci'), await guestOf(test, 'web')];
  return Object.assign(test, { ci, web, first: await ci.lease({ ttlSeconds: 600 }) });
}

describe('two pipelines on a host that gives out one number at once', () => {
  it('take turns, whoever asks for more', async () => {
    const test = await hostWithTwo();
    const { ci, web, first } = test;
    expectRefusal(await web.call('POST', '/v1/leases', wanted), 409, 'TOO_MANY_LEASES');
    const ofCi = Array.from({ length: 5 }, () => ci.call('POST', '/v1/leases', waiting));
    await untilWaiting(test, 5);
    const ofWeb = web.call('POST', '/v1/leases', waiting);
    await untilWaiting(test, 6);
    const { body: seen } = await ci.call('GET', '/v1/tokens');
    expect(seen).toHaveProperty('error');
    await ci.call('DELETE', `/v1/leases/${first.id}`);
    const second = (await ofWeb).body as Lease;
    expect(second).toMatchObject({ holder: 'web', state: 'active' });
    expect(test.host.app.state().waiting.map(({ holder }) => holder)).toEqual(Array(5).fill('ci'));
    await web.call('DELETE', `/v1/leases/${second.id}`);
    await untilWaiting(test, 4);
    expect(((await Promise.race(ofCi)).body as Lease).holder).toBe('ci');
    await test.call('DELETE', '/v1/tokens/ci');
    const outcomes = (await Promise.all(ofCi)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual([201, 401, 401, 401, 401]);
    await untilWaiting(test, 0);
  });

  it('see their own waiting requests alone', async () => {
    const clock = new ManualClock(Date.now());
    const test = await hostWithTwo({ clock });
    const events = await eventsOf({ ...test.host, token: test.ci.token });
    const gone = new AbortController();
    const ofWeb = fetch(`${test.host.ready.api}/v1/leases`, {
      method: 'POST',
      body: JSON.stringify(waiting),
      headers: { authorization: `Bearer ${test.web.token}`, 'content-type': 'application/json' },
      signal: gone.signal,
    }).catch(() => null);
    await untilWaiting(test, 1);
    const ofCi = test.ci.call('POST', '/v1/leases', { ...waiting, waitSeconds: 1 });
    await events.until(({ state }) => (state as { waiting?: unknown[] } | undefined)?.waiting?.length === 1);
    expect(JSON.stringify(events.all)).not.toContain('"web"');
    await clock.advance(1_000);
    const { status, body } = await ofCi;
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { error: { code: 'NO_FREE_NUMBER', retryable: true, hint: expect.stringContaining('one number at once') } },
    });
    gone.abort();
    await ofWeb;
    await untilWaiting(test, 0);
  });

  it('leave the queue when they go away, and get nothing', async () => {
    const test = await hostWithTwo();
    const dock = new OtpDock({ url: test.host.ready.api, token: test.web.token });
    const gone = new AbortController();
    const lease = dock.lease({ country: 'US', waitSeconds: 600 }, { signal: gone.signal });
    await untilWaiting(test, 1);
    gone.abort(new Error('enough'));
    await expect(lease).rejects.toThrow('enough');
    await untilWaiting(test, 0);
    await test.ci.call('DELETE', `/v1/leases/${test.first.id}`);
    await expect.poll(() => test.emulator.state().numbers).toEqual([]);
    expect((await test.web.call('GET', '/v1/leases')).body).toEqual({ leases: [] });
  });

  it('wait through their client, and go on as soon as a number is free', async () => {
    const test = await hostWithTwo();
    const dock = new OtpDock({ url: test.host.ready.api, token: test.web.token });
    const lease = dock.lease({ country: 'US', type: 'local', waitSeconds: 600 });
    await untilWaiting(test, 1);
    await test.ci.call('DELETE', `/v1/leases/${test.first.id}`);
    expect((await lease).state).toMatchObject({ holder: 'web', state: 'active' });
    const failed = await dock.lease({ country: 'US', waitSeconds: 0.05 }).catch((thrown: unknown) => thrown);
    expect(failed).toMatchObject({ code: 'NO_FREE_NUMBER' });
  });
});
