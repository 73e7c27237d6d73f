import { english } from '../../../electron/contract/words/english.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore, startLeased } from '../../support/coreApp.ts';
import { codeOf, failureOf } from '../../support/failures.ts';
import { forAll } from '../../support/runs.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('the spending limit', () => {
  it('stops a purchase with the figures and what to do', async () => {
    const { app, twilio, take } = await startCore({ settings: { limitPerDay: '2' } });
    await take();
    expect(app.state().spending).toEqual({ today: usd('1.15'), thisMonth: usd('1.15') });
    const failure = await failureOf(take());
    expect(failure).toMatchObject({
      code: 'SPEND_LIMIT',
      message:
        'This number costs 1.15 USD, which would bring today’s spending to 2.30 USD, more than your limit of 2 USD a day.',
    });
    expect(failure.hint).toSay('Settings');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('cannot be passed by requests at the same time, whatever the limit', () =>
    forAll(10, [fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 15 })], async (cents, wishes) => {
      const limit = (1.15 * cents).toFixed(2);
      const { take, twilio } = await startCore({ settings: { limitPerMonth: limit } });
      const all = await Promise.allSettled(Array.from({ length: wishes }, () => take()));
      const refusals = all.filter(({ status }) => status === 'rejected');
      expect(twilio.purchases).toHaveLength(Math.min(cents, wishes));
      expect(refusals).toHaveLength(Math.max(0, wishes - cents));
      for (const refusal of refusals) expect(refusal).toMatchObject({ reason: { failure: { code: 'SPEND_LIMIT' } } });
    }));

  it('counts purchases whose end is not known, also after a restart', async () => {
    const { twilio, take, restart } = await startCore({ settings: { limitPerDay: '2.30' } });
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', ...Array.from({ length: 40 }, unreachable));
    void take().catch(() => null);
    await settle();
    const next = await restart();
    await next.take();
    expect(await codeOf(next.take())).toBe('SPEND_LIMIT');
  });

  it('begins anew with the next day and month of UTC', async () => {
    const { clock, take } = await startCore({ settings: { limitPerDay: '1.20', limitPerMonth: '2.40' } });
    await take();
    expect(await codeOf(take())).toBe('SPEND_LIMIT');
    await clock.advance(12 * 3_600_000);
    await take();
    expect(await codeOf(take())).toBe('SPEND_LIMIT');
    await clock.advance(24 * 3_600_000);
    expect(await codeOf(take())).toBe('SPEND_LIMIT');
    await clock.sleepThrough(30);
    await take();
  });

  it('that a damaged file has lost lets nothing be bought until a person has said what it is', async () => {
    const { app, twilio, log, take } = await startCore({
      settings: { limitsToConfirm: ['limitPerMonth', 'maxLeaseSeconds'] },
    });
    const failure = await failureOf(take());
    expect(failure).toMatchObject({
      code: 'SPEND_LIMIT',
      message: expect.toSay('the limit per month, the longest lease'),
      hint: expect.toSay('Settings'),
    });
    await app.requests['notices.dismiss']({ id: 'limits-unknown' });
    expect(app.state().notices).toMatchObject([
      { id: 'limits-unknown', message: failure.message, hint: failure.hint, lasting: true, section: 'money' },
    ]);
    expect(log.filter((line) => line.includes(english(failure.message)))).toHaveLength(1);
    await app.requests['settings.update']({ limitPerMonth: '40', country: 'IN' });
    expect((await failureOf(take())).message).not.toSay('month');
    expect(twilio.purchases).toEqual([]);
    await app.requests['settings.update']({ maxLeaseSeconds: null });
    await take();
    expect([twilio.purchases.length, app.state().notices]).toEqual([1, []]);
  });

  it('whose spending was lost with the history lets nothing be bought until a person has confirmed it', async () => {
    const history = { ...openHistory(':memory:'), recovered: { movedTo: '/data/history.damaged.db' } };
    const { app, twilio, take } = await startCore({ history, settings: { limitPerMonth: '40' } });
    const failure = await failureOf(take());
    expect(failure).toMatchObject({ code: 'SPEND_LIMIT', message: expect.toSay('the limit per month') });
    expect(app.state().notices.map(({ id }) => id)).toEqual(['limits-unknown', 'history-recovered']);
    await app.requests['settings.update']({ limitPerMonth: '40' });
    await take();
    expect(twilio.purchases).toHaveLength(1);
  });

  it('of the environment is known, whatever a file has lost', async () => {
    const { app, twilio, take } = await startCore({
      settings: { limitsToConfirm: ['maxLeaseSeconds'] },
      environment: { maxLeaseSeconds: 600 },
    });
    await take();
    expect([twilio.purchases.length, app.state().notices]).toEqual([1, []]);
  });

  it('cannot be checked without a price, so nothing is bought', async () => {
    const { twilio, take } = await startCore({ settings: { limitPerDay: '100' } });
    twilio.prices = {};
    expect((await failureOf(take())).message).toSay('price list');
    expect(twilio.purchases).toHaveLength(0);
  });

  it('does not stand in the way of a number that is kept', async () => {
    const { take, end, id } = await startLeased({}, { settings: { policy: 'renewal', limitPerDay: '1.15' } });
    await end(id);
    expect((await take()).reused).toBe(true);
  });
});

describe('the money summary', () => {
  it('tells balance, spending by the ledger and by Twilio, limits, and the bills to come', async () => {
    const { app, take } = await startCore({ settings: { policy: 'keep', limitPerDay: '5' } });
    await take();
    await take();
    expect(await app.requests['money.summary'](undefined)).toEqual({
      today: usd('2.30'),
      thisMonth: usd('2.30'),
      balance: usd('20.00'),
      limits: { day: usd('5'), month: null },
      byTwilio: { total: usd('7.20'), phoneNumbers: usd('5.75'), asOf: '2026-03-01T12:00:00.000Z' },
      monthly: usd('2.30'),
      nextBill: { at: '2026-04-01T00:00:00.000Z', amount: usd('2.30'), numbers: 2 },
    });
  });

  it('does without what Twilio does not tell', async () => {
    const { app, twilio } = await startCore();
    twilio.failNext('balance', unreachable());
    twilio.failNext('usage', unreachable());
    expect(await app.requests['money.summary'](undefined)).toMatchObject({
      balance: null,
      byTwilio: null,
      nextBill: null,
    });
  });

  it('says what each policy would have cost for the last leases', async () => {
    const { app, clock, take } = await startCore();
    for (let count = 0; count < 3; count += 1) {
      await take();
      await clock.advance(120_000);
    }
    const { leases, costs } = await app.requests['money.policies']({});
    expect(leases).toBe(3);
    expect(costs.map(({ policy, amount }) => [policy, amount?.amount])).toEqual([
      ['release', '3.45'],
      ['renewal', '1.15'],
      ['keep', '1.15'],
    ]);
  });

  it('reads a price list once an hour, and keeps the old one while it cannot be read', async () => {
    const { app, clock, twilio } = await startCore();
    const first = await app.searchNumbers({});
    await clock.advance(59 * 60_000);
    expect((await app.searchNumbers({})).priceAsOf).toBe(first.priceAsOf);
    expect(twilio.count('monthlyPrices')).toBe(1);
    await clock.advance(2 * 60_000);
    twilio.failNext('monthlyPrices', unreachable());
    expect(await app.searchNumbers({})).toMatchObject({ monthlyPrice: first.monthlyPrice, priceAsOf: first.priceAsOf });
    expect((await app.searchNumbers({})).priceAsOf).not.toBe(first.priceAsOf);
  });
});
