import { describe, expect, it } from 'vitest';
import type { PastLease } from '../../../electron/core/ports.ts';
import { policyCosts } from '../../../electron/core/money/policyCosts.ts';

const now = Date.parse('2026-03-31T12:00:00Z');
const price = { amount: '1.15', currency: 'USD' };
const minute = 60_000;

function lease(startedAt: string, minutes = 1): PastLease {
  const start = Date.parse(startedAt);
  return { country: 'US', type: 'local', startedAt: start, endedAt: start + minutes * minute };
}

const costsOf = (leases: PastLease[]) => {
  const { costs } = policyCosts(leases, price, () => price, now);
  return Object.fromEntries(costs.map(({ policy, amount, numbers }) => [policy, [amount?.amount, numbers]]));
};

describe('what the policies would have cost', () => {
  it('one after the other: each is a number with “release”, all are one with the others', () => {
    const leases = Array.from({ length: 100 }, (_, index) =>
      lease(new Date(now - (index + 1) * 5 * minute).toISOString()),
    );
    expect(costsOf(leases)).toEqual({ release: ['115.00', 100], renewal: ['1.15', 1], keep: ['1.15', 1] });
  });

  it('at the same time: as many numbers as run at once', () => {
    const leases = ['00', '05', '20'].map((minutes) => lease(`2026-03-20T10:${minutes}:00Z`, 10));
    expect(costsOf(leases)).toEqual({ release: ['3.45', 3], renewal: ['2.30', 2], keep: ['2.30', 2] });
  });

  it('with a pause over the bill “renewal” buys anew', () => {
    const leases = [lease('2026-03-05T10:00:00Z'), lease('2026-03-31T10:00:00Z')];
    expect(costsOf(leases)['renewal']).toEqual(['1.15', 1]);
    const longPause = [lease('2026-02-25T10:00:00Z'), lease('2026-03-31T10:00:00Z')];
    expect(costsOf(longPause)['renewal']).toEqual(['2.30', 2]);
  });

  it('without leases: what 100 tests cost, one after the other', () => {
    expect(policyCosts([], price, () => null, now).leases).toBe(0);
    expect(costsOf([])).toEqual({ release: ['115.00', 100], renewal: ['1.15', 1], keep: ['1.15', 1] });
  });

  it('is not told where a price is not known', () => {
    expect(policyCosts([lease('2026-03-20T10:00:00Z')], null, () => null, now).costs[0]?.amount).toBeNull();
  });
});
