import { describe, expect, it } from 'vitest';
import { unreachable } from '../../fakes/fakeTelephony.ts';
import { credentials, startCore } from '../../support/coreApp.ts';
import { codeOf } from '../../support/failures.ts';

const many = (count: number) => Array.from({ length: count }, unreachable);

describe('a price list that is out of reach', () => {
  it('keeps nobody waiting where no limit is set; the price is noted when it is there', async () => {
    const { app, clock, history, twilio, take } = await startCore();
    twilio.failNext('monthlyPrices', ...many(6));
    expect(await clock.during(1_000, take({ ttlSeconds: 600 }))).toMatchObject({ state: 'active', monthlyPrice: null });
    expect(app.state().spending.today.amount).toBe('0.00');
    await clock.advance(180_000);
    expect(app.listLeases()[0]?.monthlyPrice).toEqual({ amount: '1.15', currency: 'USD' });
    expect(app.state().spending.today.amount).toBe('1.15');
    const { entries } = await history.ledger(credentials.accountSid, { limit: 10 });
    expect(entries.find(({ kind }) => kind === 'purchase')?.amount).toEqual({ amount: '1.15', currency: 'USD' });
  });

  it('that does not answer keeps a lease waiting for a second', async () => {
    const { app, clock, twilio, take } = await startCore();
    twilio.hold('monthlyPrices');
    expect(await clock.during(1_000, take())).toMatchObject({ state: 'active' });
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('is asked again after a restart, also for a number that has gone back', async () => {
    const { clock, twilio, take, end, restart } = await startCore();
    twilio.failNext('monthlyPrices', ...many(100));
    const { id } = await clock.during(1_000, take());
    expect(await end(id)).toMatchObject({ state: 'released' });
    twilio.heal();
    const next = await restart();
    expect(next.app.state().spending.thisMonth.amount).toBe('1.15');
  });

  it('stops a purchase where a limit is set', async () => {
    const { clock, twilio, take } = await startCore({ settings: { limitPerDay: '5.00' } });
    twilio.failNext('monthlyPrices', ...many(500));
    expect(await clock.during(200_000, codeOf(take()))).toBe('TWILIO_UNREACHABLE');
    expect(twilio.purchases).toHaveLength(0);
  });
});
