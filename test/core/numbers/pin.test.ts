import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { secondsLeft, startLeased } from '../../support/coreApp.ts';
import { codeOf } from '../../support/failures.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A lease that was pinned after so many of its seconds. */
async function pinnedAfter(seconds: number, ttlSeconds = 600) {
  const core = await startLeased({ ttlSeconds });
  await core.clock.advance(seconds * 1000);
  await core.app.leases.pin(core.id, true);
  return core;
}

describe('a pinned lease', () => {
  it('does not run out, and says so', async () => {
    const { app, clock, twilio, id } = await pinnedAfter(100);
    expect(app.lease(id)).toMatchObject({ state: 'active', pinned: true, expiresAt: null });
    await clock.jump(40 * day);
    expect(app.lease(id)).toMatchObject({ state: 'active', pinned: true });
    expect(twilio.count('release')).toBe(0);
  });

  it('goes on with the time that was left when it was pinned', async () => {
    const { app, clock, id } = await pinnedAfter(100);
    await clock.advance(hour);
    expect(secondsLeft(await app.leases.pin(id, false), clock)).toBe(500);
    await clock.advance(499_999);
    expect(app.lease(id)).toMatchObject({ state: 'active', pinned: false });
    await clock.advance(1);
    expect(app.lease(id).state).toBe('released');
  });

  it('has a minute at least when it is unpinned', async () => {
    const { app, clock, id } = await pinnedAfter(59, 60);
    expect(secondsLeft(await app.leases.pin(id, false), clock)).toBe(60);
  });

  it('is the same when it is pinned twice, or unpinned twice', async () => {
    const { app, clock, id } = await pinnedAfter(100);
    await clock.advance(60_000);
    expect(await app.leases.pin(id, true)).toEqual(app.lease(id));
    await app.leases.pin(id, false);
    await clock.advance(60_000);
    expect(secondsLeft(await app.leases.pin(id, false), clock)).toBe(440);
  });

  it('that is extended has the more time afterwards', async () => {
    const { app, clock, id } = await pinnedAfter(100);
    expect(await app.leases.extend(id, 90)).toMatchObject({ pinned: true, expiresAt: null });
    expect(secondsLeft(await app.leases.pin(id, false), clock)).toBe(590);
  });

  it('gets its messages, months later, too', async () => {
    const { app, clock, id, number, sms } = await pinnedAfter(1);
    await clock.jump(70 * day);
    await sms({ to: number, body: 'Your code is 482913' });
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913' });
    expect(await app.waitFor({ target: { leaseId: id }, awaited: 'code', timeoutMs: 0 })).toMatchObject({
      kind: 'came',
      message: { code: '482913' },
    });
  });

  it('ends by hand at once, and its number goes by its policy', async () => {
    const { app, twilio, id, end } = await pinnedAfter(1);
    await end(id);
    expect(app.lease(id)).toMatchObject({ state: 'released', pinned: false });
    expect(twilio.owned.size).toBe(0);
  });

  it('stays pinned after a restart, however long the app was off', async () => {
    const { id, restart } = await pinnedAfter(100);
    const { app, clock } = await restart(90 * day);
    expect(app.lease(id)).toMatchObject({ state: 'active', pinned: true });
    expect(secondsLeft(await app.leases.pin(id, false), clock)).toBe(500);
  });

  it('has no end that a clock that is set could move', async () => {
    const { app, clock, id } = await pinnedAfter(100);
    await clock.set(-day);
    await clock.set(3 * day);
    expect(app.lease(id)).toMatchObject({ state: 'active', pinned: true });
    expect(secondsLeft(await app.leases.pin(id, false), clock)).toBe(500);
  });

  it('lets a sleep be noticed, though nothing runs out', async () => {
    const { clock, twilio } = await pinnedAfter(1);
    const before = twilio.count('ownedNumbers');
    await clock.jump(hour);
    expect(twilio.count('ownedNumbers')).toBeGreaterThan(before);
  });
});

describe('the money of a pinned lease', () => {
  it('is among the bills to come, whatever its policy is, and not when it is unpinned', async () => {
    const { app, id } = await pinnedAfter(1);
    expect(await app.requests['money.summary'](undefined)).toMatchObject({
      monthly: { amount: '1.15', currency: 'USD' },
      nextBill: { at: '2026-04-01T00:00:00.000Z', amount: { amount: '1.15', currency: 'USD' }, numbers: 1 },
    });
    expect((await app.ownedNumbers())[0]).toMatchObject({ policy: 'release', pinned: true });
    await app.leases.pin(id, false);
    expect(await app.requests['money.summary'](undefined)).toMatchObject({
      monthly: { amount: '0.00' },
      nextBill: null,
    });
    expect((await app.ownedNumbers())[0]).toMatchObject({ pinned: false });
  });

  it('is written down with each month that begins', async () => {
    const { app, clock } = await pinnedAfter(1);
    await clock.sleepThrough(65);
    const { entries } = await app.requests['ledger.list']({ limit: 100 });
    const bills = entries.filter(({ kind }) => kind === 'renewal').map(({ at, amount }) => [at, amount?.amount]);
    expect(bills).toEqual([
      ['2026-05-01T00:00:00.000Z', '1.15'],
      ['2026-04-01T00:00:00.000Z', '1.15'],
    ]);
  });

  it('tells the window that figures have changed', async () => {
    const { app, id } = await pinnedAfter(1);
    const { numbersRevision } = app.state();
    await app.leases.pin(id, false);
    expect(app.state().numbersRevision).toBeGreaterThan(numbersRevision);
  });
});

it('pinning is refused when the lease is over, unknown, or still being bought', async () => {
  const { app, twilio, take, id } = await startLeased();
  await app.leases.end(id);
  expect(await codeOf(app.leases.pin(id, true))).toBe('LEASE_ENDED');
  expect(await codeOf(app.leases.pin('none', true))).toBe('NOT_FOUND');
  const letGo = twilio.hold('purchase');
  const starting = take();
  await settle();
  const bought = app.listLeases().find(({ state }) => state === 'buying');
  expect(await codeOf(app.leases.pin(bought?.id ?? '', true))).toBe('CONFLICT');
  letGo();
  await starting;
});

describe('the end of the app', () => {
  it('keeps pinned leases where it ends the others', async () => {
    const { app, twilio, take } = await pinnedAfter(1);
    const other = await take({ ttlSeconds: 600 });
    await app.stop({ endLeases: true });
    expect([...twilio.owned.values()].map(({ phoneNumber }) => phoneNumber)).not.toContain(other.number);
    expect(twilio.owned.size).toBe(1);
  });

  it('by hand, all at once, ends pinned ones, too', async () => {
    const { app, twilio } = await pinnedAfter(1);
    await settle(app.leases.endAll());
    expect(twilio.owned.size).toBe(0);
  });
});
