import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceeds, sum, times } from '../../../electron/core/money/decimal.ts';
import { forAll } from '../../support/runs.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('money', () => {
  it('is added without the errors of floats', () => {
    expect(sum([usd('0.10'), usd('0.20'), usd('0.0083')], 'USD')).toEqual(usd('0.3083'));
    expect(sum([], 'EUR')).toEqual({ amount: '0.00', currency: 'EUR' });
  });

  it('of another currency is not added', () => {
    expect(sum([usd('1.15'), { amount: '2', currency: 'EUR' }], 'USD')).toEqual(usd('1.15'));
  });

  it('is multiplied exactly', () => {
    expect(times(usd('1.15'), 100)).toEqual(usd('115.00'));
  });

  it('is compared by value, not by its text', () => {
    expect(exceeds(usd('10.00'), '9.5')).toBe(true);
    expect(exceeds(usd('5.0000'), '5')).toBe(false);
  });

  it('adds up to the same in cents', () =>
    forAll(100, [fc.array(fc.integer({ min: 0, max: 100_000 }))], (cents) => {
      const amounts = cents.map((count) => usd((count / 100).toFixed(2)));
      const total = sum(amounts, 'USD');
      expect(Math.round(Number(total.amount) * 100)).toBe(cents.reduce((all, count) => all + count, 0));
    }));
});
