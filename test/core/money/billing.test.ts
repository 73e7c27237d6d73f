import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveBackTime, nextBill } from '../../../electron/core/money/billing.ts';
import { forAll } from '../../support/runs.ts';

const at = (text: string) => Date.parse(text);
const day = 86_400_000;

describe('the next bill', () => {
  it.each([
    ['a month later', '2026-03-10T15:00:00Z', '2026-03-10T15:00:00Z', '2026-04-10T00:00:00Z'],
    ['each month again', '2026-03-10T15:00:00Z', '2026-06-10T00:00:00Z', '2026-07-10T00:00:00Z'],
    ['on the last day of a short month', '2026-01-31T01:00:00Z', '2026-02-02T00:00:00Z', '2026-02-28T00:00:00Z'],
    ['on its own day again after that', '2026-01-31T01:00:00Z', '2026-02-28T00:00:00Z', '2026-03-31T00:00:00Z'],
    ['over the end of the year', '2026-12-15T01:00:00Z', '2026-12-15T01:00:00Z', '2027-01-15T00:00:00Z'],
    ['never before the purchase', '2026-03-10T15:00:00Z', '2020-01-01T00:00:00Z', '2026-04-10T00:00:00Z'],
  ])('falls %s', (_, bought, after, bill) => {
    expect(new Date(nextBill(at(bought), at(after))).toISOString()).toBe(new Date(bill).toISOString());
  });

  it('comes at most 31 days and two hours after any time, and never at it', async () => {
    const time = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });
    await forAll(100, [time, time], (bought, after) => {
      const from = Math.max(bought.getTime(), after.getTime());
      const bill = nextBill(bought.getTime(), after.getTime());
      expect(bill).toBeGreaterThan(from);
      expect(bill - from).toBeLessThanOrEqual(32 * day);
    });
  });
});

it('an idle number goes back six hours before the bill that follows its last use', () => {
  expect(giveBackTime(at('2026-03-10T15:00:00Z'), at('2026-03-20T00:00:00Z'))).toBe(at('2026-04-09T18:00:00Z'));
});
