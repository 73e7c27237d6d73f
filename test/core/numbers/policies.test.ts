import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { startCore, type CoreApp } from '../../support/coreApp.ts';

const hour = 3_600_000;

const renewalCore = () => startCore({ settings: { policy: 'renewal' } });

/** A lease that has ended; the number is what its policy makes of it. */
async function endedLease({ take, end }: CoreApp, wish: Parameters<CoreApp['take']>[0] = {}) {
  const { id } = await take(wish);
  return end(id);
}

describe('the policy “renewal”', () => {
  it('keeps the number, and the next lease costs nothing', async () => {
    const core = await renewalCore();
    const first = await endedLease(core);
    expect(first).toMatchObject({ state: 'idle', policy: 'renewal', reused: false });
    const second = await core.take();
    expect(second).toMatchObject({ numberSid: first.numberSid, reused: true, state: 'active' });
    expect(core.app.lease(first.id).state).toBe('released');
    expect(core.twilio.purchases).toHaveLength(1);
  });

  it('gives it back six hours before the next bill', async () => {
    const core = await renewalCore();
    await endedLease(core);
    // Bought on 1 March at noon: the bill comes on 1 April at 00:00 UTC.
    await core.clock.sleepThrough(30);
    await core.clock.advance(6 * hour - 60_000);
    expect(core.twilio.owned.size).toBe(1);
    await core.clock.advance(60_000);
    expect(core.twilio.owned.size).toBe(0);
    expect(core.app.listLeases()[0]?.state).toBe('released');
  });

  it('gives it back at the start when that time passed while the app was off', async () => {
    const core = await renewalCore();
    await endedLease(core);
    const next = await core.restart(40 * 24 * hour);
    expect(next.twilio.owned.size).toBe(0);
    const kinds = (await next.app.requests['ledger.list']({ limit: 10 })).entries.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['released', 'renewal']);
  });

  it('gives a number back at once whose lease ended shortly before the bill', async () => {
    const core = await renewalCore();
    const { id } = await core.take({ ttlSeconds: 7 * 86_400 });
    for (let week = 0; week < 3; week += 1) await core.app.leases.extend(id, 7 * 86_400);
    await core.app.leases.extend(id, 2 * 86_400 + 9 * 3_600);
    await core.clock.sleepThrough(30);
    await core.clock.jump(8 * hour);
    await core.clock.advance(hour - 60_000);
    expect(core.twilio.owned.size).toBe(1);
    await core.clock.advance(60_000);
    expect(core.twilio.owned.size).toBe(0);
  });

  it.each([
    ['of another country', { country: 'US', type: 'local' as const }],
    ['of another type', { type: 'local' as const }],
    ['with other digits', { contains: '77' }],
    ['that is to be fresh', { fresh: true }],
    ['that is to be given back at once', { policy: 'release' as const }],
  ])('does not serve a lease %s', async (_, wish) => {
    const core = await renewalCore();
    core.twilio.forSale.set('US local', ['+12025550100']);
    core.twilio.forSale.set('IN local', ['+911140000000']);
    const first = await endedLease(core);
    const second = await core.take(wish);
    expect(second.numberSid).not.toBe(first.numberSid);
    expect(core.twilio.purchases).toHaveLength(2);
  });

  it('serves a service once when a fresh number is asked for that service', async () => {
    const core = await renewalCore();
    const { id, number } = await core.take();
    await core.sms({ to: number, body: 'Your GitHub code is 123456', from: 'GitHub' });
    await core.end(id);
    const other = await core.take({ fresh: true, service: 'Kettlebank' });
    expect(other.reused).toBe(true);
    await core.end(other.id);
    for (const service of ['kettlebank', 'GITHUB']) {
      expect(await core.take({ fresh: true, service })).toMatchObject({ reused: false });
    }
  });

  it('is pointed to the webhook again when that has changed meanwhile', async () => {
    const core = await renewalCore();
    await endedLease(core);
    await core.tunnel({ url: 'https://other.example' });
    const { numberSid } = await core.take();
    expect(core.twilio.owned.get(numberSid)?.smsUrl).toBe('https://other.example/webhook');
  });

  it('lends one number to one lease, however many are taken at once', async () => {
    const core = await renewalCore();
    await endedLease(core);
    const leases = await core.takeMany(3);
    expect(new Set(leases.map(({ numberSid }) => numberSid)).size).toBe(3);
    expect(leases.filter(({ reused }) => reused)).toHaveLength(1);
  });
});

describe('the policy “keep”', () => {
  it('keeps the number over its bills, which the ledger shows', async () => {
    const core = await startCore({ settings: { policy: 'keep' } });
    await endedLease(core);
    await core.clock.sleepThrough(70);
    expect(core.twilio.owned.size).toBe(1);
    const { entries } = await core.app.requests['ledger.list']({ limit: 20 });
    expect(
      entries.filter(({ kind }) => kind === 'renewal').map(({ at, amount }) => [at.slice(0, 10), amount?.amount]),
    ).toEqual([
      ['2026-05-01', '1.15'],
      ['2026-04-01', '1.15'],
    ]);
  });

  it('serves leases of any policy, and stays kept', async () => {
    const core = await startCore({ settings: { policy: 'keep' } });
    const first = await endedLease(core);
    const second = await endedLease(core, { policy: 'release' });
    expect(second).toMatchObject({ numberSid: first.numberSid, policy: 'keep', state: 'idle' });
    expect(core.twilio.count('release')).toBe(0);
  });

  it('can be chosen while the lease runs', async () => {
    const core = await startCore();
    const { id } = await core.take();
    expect((await core.app.leases.setPolicy(id, 'keep')).policy).toBe('keep');
    await core.clock.advance(61_000);
    expect(core.app.lease(id).state).toBe('idle');
    expect(core.app.state().idle).toEqual([{ country: 'IN', type: 'mobile', policy: 'keep', count: 1 }]);
  });
});

it('many idle numbers: a lease takes one without asking Twilio for any', async () => {
  const core = await startCore({ settings: { policy: 'keep' } });
  const { twilio } = core;
  await core.takeMany(150);
  await settle(core.app.leases.endAll());
  expect(core.app.state().idle[0]?.count).toBe(150);
  const before = twilio.calls.length;
  expect((await core.take()).reused).toBe(true);
  expect(twilio.calls.slice(before)).not.toContain('purchase');
  expect(core.app.state().leases.length).toBeLessThanOrEqual(101);
  expect(await core.app.ownedNumbers()).toHaveLength(150);
});
