import { describe, expect, it } from 'vitest';
import { plainError } from '../../../electron/contract/errors.ts';
import { FakeTelephony } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore, type CoreOptions } from '../../support/coreApp.ts';

async function poolCore({ poolSize = 3, settings, ...options }: CoreOptions & { poolSize?: number } = {}) {
  const core = await startCore({ ...options, settings: { poolSize, ...settings } });
  for (let round = 0; round < poolSize; round += 1) await settle();
  return core;
}

describe('a pool', () => {
  it('is bought when it is set up, and holds its numbers over their bills', async () => {
    const { app, clock, twilio } = await poolCore();
    expect(twilio.purchases).toHaveLength(3);
    expect(app.state().idle).toEqual([{ country: 'IN', type: 'mobile', policy: 'keep', count: 3 }]);
    await clock.sleepThrough(45);
    expect(twilio.owned.size).toBe(3);
    expect(twilio.purchases).toHaveLength(3);
  });

  it('serves leases first, and numbers are bought above it on demand', async () => {
    const { clock, twilio, takeMany } = await poolCore();
    const leases = await takeMany(4);
    expect(leases.filter(({ reused }) => reused)).toHaveLength(3);
    await clock.advance(61_000);
    expect(twilio.owned.size).toBe(3);
    expect(twilio.purchases).toHaveLength(4);
  });

  it('never serves one number twice when a fresh one is asked for', async () => {
    const { take, end } = await poolCore({ poolSize: 1 });
    const first = await take({ fresh: true });
    await end(first.id);
    expect(first.reused).toBe(true);
    expect((await take({ fresh: true })).reused).toBe(false);
  });

  it('shrinks at the renewal of the numbers that it does not need any more', async () => {
    const { app, clock, twilio } = await poolCore();
    await settle(app.requests['settings.update']({ poolSize: 1 }));
    expect(twilio.owned.size).toBe(3);
    await clock.sleepThrough(30);
    await clock.advance(12 * 3_600_000);
    expect(twilio.owned.size).toBe(1);
  });

  it('becomes smaller when one of its numbers is given back by hand, instead of buying another', async () => {
    const { app, twilio } = await poolCore();
    const [sid = ''] = twilio.owned.keys();
    await settle(app.ownership.release(sid));
    expect(twilio.owned.size).toBe(2);
    expect(app.state().settings.poolSize).toBe(2);
    expect(twilio.purchases).toHaveLength(3);
  });

  it('that cannot be filled is told, and filled later', async () => {
    const twilio = new FakeTelephony();
    twilio.failNext('purchase', plainError('INSUFFICIENT_FUNDS', 'The balance is too low.', 'Add funds.'));
    const { app, clock } = await poolCore({ twilio });
    expect(app.state().notices).toMatchObject([{ id: 'pool', message: expect.toSay('too low') }]);
    await clock.advance(60 * 60_000);
    expect(twilio.owned.size).toBe(3);
    expect(app.state().notices).toEqual([]);
  });

  it('that cannot be filled is not told any more once it is meant to be smaller', async () => {
    const twilio = new FakeTelephony();
    twilio.failNext('purchase', plainError('INSUFFICIENT_FUNDS', 'The balance is too low.', 'Add funds.'));
    const { app } = await poolCore({ twilio });
    expect(app.state().notices).toHaveLength(1);
    await settle(app.requests['settings.update']({ poolSize: 0 }));
    expect(app.state().notices).toEqual([]);
  });

  it('stays within the spending limit', async () => {
    const { app, twilio } = await poolCore({ settings: { limitPerMonth: '2.50' } });
    expect(twilio.owned.size).toBe(2);
    expect(app.state().notices[0]?.message).toSay('limit');
  });
});

it('a pool number whose lease is to give it back makes the pool smaller, instead of being bought anew', async () => {
  const { app, twilio, take } = await poolCore({ poolSize: 2 });
  const { id } = await take();
  await app.leases.setPolicy(id, 'release');
  await app.leases.end(id);
  for (let round = 0; round < 3; round += 1) await settle();
  expect(app.state().settings.poolSize).toBe(1);
  expect(twilio.purchases).toHaveLength(2);
  expect(twilio.owned.size).toBe(1);
});
