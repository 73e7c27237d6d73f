import type { Failure } from '../../../electron/contract/errors.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { FakeTelephony, unreachable } from '../../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';
import { runs } from '../../support/runs.ts';
import { english } from '../../../electron/contract/words/english.ts';

const failureOf = (thrown: unknown) => (thrown as { failure?: Failure }).failure;
const caught = (thrown: unknown) => thrown;
const manyForSale = (twilio: FakeTelephony) => {
  twilio.forSale.set(
    'IN mobile',
    Array.from({ length: 40 }, (_, index) => `+91900000${1000 + index}`),
  );
  return twilio;
};

describe('the spending limit', () => {
  it('stops a purchase with the figures and what to do', async () => {
    const { app, twilio } = await startCore({ settings: { limitPerDay: '2' } });
    await app.leases.start({ requestId: 'a' });
    expect(app.state().spending).toEqual({
      today: { amount: '1.15', currency: 'USD' },
      thisMonth: { amount: '1.15', currency: 'USD' },
    });
    const failure = failureOf(await app.leases.start({ requestId: 'b' }).catch(caught));
    expect(failure).toMatchObject({
      code: 'SPEND_LIMIT',
      message:
        'This number costs 1.15 USD; with it, 2.30 USD would be spent today, more than your limit of 2 USD a day.',
    });
    expect(failure?.hint).toSay('Settings');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('cannot be passed by requests at the same time, whatever the limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 15 }), async (cents, wishes) => {
        const twilio = manyForSale(new FakeTelephony());
        const limit = (1.15 * cents).toFixed(2);
        const { app } = await startCore({ twilio, settings: { limitPerMonth: limit } });
        const all = Array.from({ length: wishes }, (_, index) =>
          app.leases.start({ requestId: `r${index}` }).catch(caught),
        );
        const failed = (await Promise.all(all)).filter((outcome) => failureOf(outcome)?.code === 'SPEND_LIMIT');
        expect(twilio.purchases).toHaveLength(Math.min(cents, wishes));
        expect(failed).toHaveLength(Math.max(0, wishes - cents));
      }),
      runs(10),
    );
  });

  it('counts purchases whose end is not known, also after a restart', async () => {
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), manyForSale(new FakeTelephony())];
    const settings = { limitPerDay: '2.30' };
    const first = await startCore({ history, clock, twilio, settings });
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', ...Array.from({ length: 40 }, unreachable));
    void first.app.leases.start({ requestId: 'a' }).catch(caught);
    await settle();
    const second = await startCore({ history, clock, twilio, settings });
    await second.app.leases.start({ requestId: 'b' });
    expect(failureOf(await second.app.leases.start({ requestId: 'c' }).catch(caught))?.code).toBe('SPEND_LIMIT');
  });

  it('begins anew with the next day and month of UTC', async () => {
    const { app, clock } = await startCore({
      settings: { limitPerDay: '1.20', limitPerMonth: '2.40' },
      twilio: manyForSale(new FakeTelephony()),
    });
    const take = (requestId: string) =>
      app.leases.start({ requestId }).then(
        () => 'taken',
        (thrown: unknown) => failureOf(thrown)?.code,
      );
    expect([await take('a'), await take('b')]).toEqual(['taken', 'SPEND_LIMIT']);
    await clock.advance(12 * 3_600_000);
    expect([await take('c'), await take('d')]).toEqual(['taken', 'SPEND_LIMIT']);
    await clock.advance(24 * 3_600_000);
    expect(await take('e')).toBe('SPEND_LIMIT');
    await clock.sleepThrough(30);
    expect(await take('f')).toBe('taken');
  });

  it('that a damaged file has lost lets nothing be bought until a person has said what it is', async () => {
    const { app, twilio, log } = await startCore({
      settings: { limitsToConfirm: ['limitPerMonth', 'maxLeaseSeconds'] },
    });
    const failure = failureOf(await app.leases.start({ requestId: 'a' }).catch(caught));
    expect(failure).toMatchObject({
      code: 'SPEND_LIMIT',
      message: expect.toSay('the limit per month, the longest lease'),
      hint: expect.toSay('Settings'),
    });
    app.dismissNotice('limits-unknown');
    expect(app.state().notices).toMatchObject([
      { id: 'limits-unknown', message: failure?.message, hint: failure?.hint, lasting: true, section: 'money' },
    ]);
    expect(log.filter((line) => line.includes(failure ? english(failure.message) : '-'))).toHaveLength(1);
    await app.updateSettings({ limitPerMonth: '40', country: 'IN' });
    expect(failureOf(await app.leases.start({ requestId: 'b' }).catch(caught))?.message).not.toSay('month');
    expect(twilio.purchases).toEqual([]);
    await app.updateSettings({ maxLeaseSeconds: null });
    await app.leases.start({ requestId: 'c' });
    expect([twilio.purchases.length, app.state().notices]).toEqual([1, []]);
  });

  it('whose spending was lost with the history lets nothing be bought until a person has confirmed it', async () => {
    const history = { ...openHistory(':memory:'), recovered: { movedTo: '/data/history.damaged.db' } };
    const { app, twilio } = await startCore({ history, settings: { limitPerMonth: '40' } });
    const failure = failureOf(await app.leases.start({ requestId: 'a' }).catch(caught));
    expect(failure).toMatchObject({ code: 'SPEND_LIMIT', message: expect.toSay('the limit per month') });
    expect(app.state().notices.map(({ id }) => id)).toEqual(['limits-unknown', 'history-recovered']);
    await app.updateSettings({ limitPerMonth: '40' });
    await app.leases.start({ requestId: 'b' });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('of the environment is known, whatever a file has lost', async () => {
    const { app, twilio } = await startCore({
      settings: { limitsToConfirm: ['maxLeaseSeconds'] },
      environment: { maxLeaseSeconds: 600 },
    });
    await app.leases.start({ requestId: 'a' });
    expect([twilio.purchases.length, app.state().notices]).toEqual([1, []]);
  });

  it('cannot be checked without a price, so nothing is bought', async () => {
    const { app, twilio } = await startCore({ settings: { limitPerDay: '100' } });
    twilio.prices = {};
    expect(failureOf(await app.leases.start({ requestId: 'a' }).catch(caught))?.message).toSay('price list');
    expect(twilio.purchases).toHaveLength(0);
  });

  it('does not stand in the way of a number that is kept', async () => {
    const { app } = await startCore({ settings: { policy: 'renewal', limitPerDay: '1.15' } });
    const { id } = await app.leases.start({ requestId: 'a' });
    await app.leases.end(id);
    await settle();
    expect((await app.leases.start({ requestId: 'b' })).reused).toBe(true);
  });
});

describe('the money summary', () => {
  it('tells balance, spending by the ledger and by Twilio, limits, and the bills to come', async () => {
    const { app } = await startCore({
      settings: { policy: 'keep', limitPerDay: '5' },
      twilio: manyForSale(new FakeTelephony()),
    });
    await app.leases.start({ requestId: 'a' });
    await app.leases.start({ requestId: 'b' });
    expect(await app.moneySummary()).toEqual({
      today: { amount: '2.30', currency: 'USD' },
      thisMonth: { amount: '2.30', currency: 'USD' },
      balance: { amount: '20.00', currency: 'USD' },
      limits: { day: { amount: '5', currency: 'USD' }, month: null },
      byTwilio: {
        total: { amount: '7.20', currency: 'USD' },
        phoneNumbers: { amount: '5.75', currency: 'USD' },
        asOf: '2026-03-01T12:00:00.000Z',
      },
      monthly: { amount: '2.30', currency: 'USD' },
      nextBill: { at: '2026-04-01T00:00:00.000Z', amount: { amount: '2.30', currency: 'USD' }, numbers: 2 },
    });
  });

  it('does without what Twilio does not tell', async () => {
    const { app, twilio } = await startCore();
    twilio.failNext('balance', unreachable());
    twilio.failNext('usage', unreachable());
    expect(await app.moneySummary()).toMatchObject({ balance: null, byTwilio: null, nextBill: null });
  });

  it('says what each policy would have cost for the last leases', async () => {
    const { app, clock } = await startCore();
    for (const requestId of ['a', 'b', 'c']) {
      await app.leases.start({ requestId });
      await clock.advance(120_000);
    }
    const { leases, costs } = await app.policyCosts({});
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
