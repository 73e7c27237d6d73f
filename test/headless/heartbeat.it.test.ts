import { describe, expect, it } from 'vitest';
import { ManualClock } from '../fakes/manualClock.ts';
import { eventsOf, expectRefusal, hostForTest } from './harness.ts';

/** A host whose time passes when the test says so. */
async function slowHost() {
  const clock = new ManualClock(Date.now());
  return { ...(await hostForTest({ options: { clock } })), clock };
}
const long = { ttlSeconds: 3_600, heartbeatSeconds: 30 };

describe('a lease with a heartbeat', () => {
  it.each([
    ['POST', '/heartbeat', undefined],
    ['GET', '', undefined],
    ['GET', '/code?timeoutSeconds=0', undefined],
    ['POST', '/extend', { seconds: 1 }],
  ])('lives on by %s /v1/leases/{id}%s', async (method, path, body) => {
    const { call, lease, clock } = await slowHost();
    const { id } = await lease(long);
    for (let beat = 0; beat < 3; beat += 1) {
      await clock.advance(29_000);
      const asking = call(method, `/v1/leases/${id}${path}`, body);
      expect([200, 204]).toContain((await clock.until(asking)).status);
    }
    expect((await call('GET', '/v1/leases')).body).toMatchObject({ leases: [{ state: 'active' }] });
  });

  it('lives on while somebody waits for its code, and no longer', async () => {
    const { host, call, lease, clock } = await slowHost();
    const events = await eventsOf(host);
    const { id } = await lease(long);
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=300`);
    // The next answer says that the one before it is being waited for.
    await call('GET', '/v1/health');
    await clock.advance(299_000);
    expect((await call('GET', '/v1/leases')).body).toMatchObject({ leases: [{ id, state: 'active' }] });
    await clock.advance(1_000);
    expect((await waiting).status).toBe(204);
    await clock.advance(30_000);
    await events.until(({ lease }) => lease?.id === id && lease.endReason === 'clientGone');
    expectRefusal(await call('GET', `/v1/leases/${id}/code`), 410, 'LEASE_ENDED');
    expectRefusal(await call('POST', `/v1/leases/${id}/heartbeat`), 410, 'LEASE_ENDED');
  });
});
