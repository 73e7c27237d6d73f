import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBill } from '../../../electron/core/numbers/ownedNumbers.ts';

const at = (text: string) => Date.parse(text);

describe('the next bill', () => {
  it('falls on the day of the purchase, in the next month at the earliest', () => {
    expect(nextBill('2026-01-15T10:00:00.000Z', at('2026-01-15T10:00:01Z'))).toBe('2026-02-15T00:00:00.000Z');
    expect(nextBill('2026-01-15T10:00:00.000Z', at('2026-06-20T00:00:00Z'))).toBe('2026-07-15T00:00:00.000Z');
  });

  it('falls on the last day of a month that is too short', () => {
    expect(nextBill('2026-01-31T10:00:00.000Z', at('2026-02-01T00:00:00Z'))).toBe('2026-02-28T00:00:00.000Z');
    expect(nextBill('2024-01-31T10:00:00.000Z', at('2024-02-10T00:00:00Z'))).toBe('2024-02-29T00:00:00.000Z');
  });

  it('is within the next 31 days and a bit, always', () => {
    const dates = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 3_000 }), (bought, daysLater) => {
        const now = bought.getTime() + daysLater * 86_400_000;
        const days = (at(nextBill(bought.toISOString(), now) ?? '') - now) / 86_400_000;
        expect(days).toBeGreaterThan(0);
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });

  it('is not known when the purchase is not', () => {
    expect(nextBill('', at('2026-01-01'))).toBeNull();
  });
});
