import { expect, it } from 'vitest';
import { fastClock, paceFrom } from './fastClock.ts';
import { appForTest, bought, wish } from './testApp.ts';

it('thirty wishes at once buy no more than the limit of the day allows', async () => {
  const clock = fastClock(paceFrom(Date.parse('2026-03-01T12:00:00Z'), 10));
  // Seven at 1.15 USD; an eighth would pass it by a cent.
  const { app, emulator } = await appForTest(clock, { limitPerDay: '9.19' });
  emulator.setFaults({ latencyMs: 3 });
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => app.leases.start(wish(index))));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(23);
  for (const { reason } of refused) expect(reason).toMatchObject({ failure: { code: 'SPEND_LIMIT' } });
  expect(bought(emulator)).toHaveLength(7);
  expect(app.state().spending.today).toEqual({ amount: '8.05', currency: 'USD' });
});
