import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { FakeTelephony, unreachable } from '../../fakes/fakeTelephony.ts';
import { ManualClock } from '../../fakes/manualClock.ts';
import { credentials, startCore } from '../../support/coreApp.ts';

const many = (count: number) => Array.from({ length: count }, unreachable);

describe('a price list that is out of reach', () => {
  it('keeps nobody waiting where no limit is set; the price is noted when it is there', async () => {
    const { app, clock, history, twilio } = await startCore();
    twilio.failNext('monthlyPrices', ...many(6));
    const starting = app.leases.start({ requestId: 'r1', ttlSeconds: 600 });
    await clock.advance(1_000);
    expect(await starting).toMatchObject({ state: 'active', monthlyPrice: null });
    expect(app.state().spending.today.amount).toBe('0.00');
    await clock.advance(180_000);
    expect(app.listLeases()[0]?.monthlyPrice).toEqual({ amount: '1.15', currency: 'USD' });
    expect(app.state().spending.today.amount).toBe('1.15');
    const { entries } = await history.ledger(credentials.accountSid, { limit: 10 });
    expect(entries.find(({ kind }) => kind === 'purchase')?.amount).toEqual({ amount: '1.15', currency: 'USD' });
  });

  it('that does not answer keeps a lease waiting for a second', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.hold('monthlyPrices');
    const starting = app.leases.start({ requestId: 'r1' });
    await clock.advance(1_000);
    expect((await starting).state).toBe('active');
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('is asked again after a restart, also for a number that has gone back', async () => {
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const first = await startCore({ history, clock, twilio });
    twilio.failNext('monthlyPrices', ...many(100));
    const starting = first.app.leases.start({ requestId: 'r1' });
    await clock.advance(1_000);
    const { id } = await starting;
    await first.app.leases.end(id);
    await clock.advance(5_000);
    expect(twilio.owned.size).toBe(0);
    twilio.heal();
    const next = await startCore({ history, clock, twilio });
    expect(next.app.state().spending.thisMonth.amount).toBe('1.15');
  });

  it('stops a purchase where a limit is set', async () => {
    const { app, clock, twilio } = await startCore({ settings: { limitPerDay: '5.00' } });
    twilio.failNext('monthlyPrices', ...many(500));
    const starting = app.leases.start({ requestId: 'r1' }).catch((thrown: unknown) => thrown);
    await clock.advance(200_000);
    expect(await starting).toMatchObject({ failure: { code: 'TWILIO_UNREACHABLE' } });
    expect(twilio.purchases).toHaveLength(0);
  });
});
