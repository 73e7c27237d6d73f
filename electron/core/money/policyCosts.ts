import { policies, type NumberType, type Policy } from '../../contract/settings.ts';
import type { Money, PolicyCosts } from '../../contract/state.ts';
import type { PastLease } from '../ports.ts';
import { giveBackTime, nextBill } from './billing.ts';
import { sum, times } from './decimal.ts';

const days = 30;
const exampleTests = 100;

/** How far back to look at leases, in milliseconds. */
export const costWindowMs = days * 86_400_000;

type PriceOf = (country: string, type: NumberType | null) => Money | null;

/** What the leases would have cost under each policy; without leases, an example. `now`: epoch milliseconds. */
export function policyCosts(leases: PastLease[], one: Money | null, priceOf: PriceOf, now: number): PolicyCosts {
  const groups = [...Map.groupBy(leases, ({ country, type }) => `${country} ${type ?? ''}`).values()];
  const costs = policies.map((policy) =>
    leases.length === 0 ? example(policy, one) : forGroups(policy, groups, priceOf, now),
  );
  return { days, leases: leases.length, costs };
}

/** Tests one after the other, within a month: each buys a number, or all share one. */
function example(policy: Policy, one: Money | null): PolicyCosts['costs'][number] {
  const numbers = policy === 'release' ? exampleTests : 1;
  return { policy, amount: one && times(one, numbers), numbers };
}

function forGroups(policy: Policy, groups: PastLease[][], priceOf: PriceOf, now: number): PolicyCosts['costs'][number] {
  const parts = groups.map((group) => {
    const count = monthsPaid[policy](group, now);
    const [{ country, type }] = group as [PastLease];
    const price = priceOf(country, type);
    return { count, cost: price && times(price, count) };
  });
  const known = parts.flatMap(({ cost }) => (cost ? [cost] : []));
  const currency = known[0]?.currency ?? 'USD';
  const amount = known.length === parts.length ? sum(known, currency) : null;
  return { policy, amount, numbers: parts.reduce((all, { count }) => all + count, 0) };
}

/** How many months of a number each policy pays for, including purchases. */
const monthsPaid: Record<Policy, (group: PastLease[], now: number) => number> = {
  release: (group, now) => group.reduce((all, lease) => all + 1 + billsWithin(lease.startedAt, lease, now), 0),
  renewal: monthsWithRenewal,
  keep: (group, now) => mostAtOnce(group, now),
};

interface SimulatedNumber {
  boughtAt: number;
  busyUntil: number;
}

// Each lease takes a free number that is not given back yet, or buys one, as the real allocation does.
function monthsWithRenewal(group: PastLease[], now: number): number {
  const numbers: SimulatedNumber[] = [];
  let months = 0;
  for (const lease of group.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const free = numbers.find((number) => isFree(number, lease.startedAt));
    const number = free ?? { boughtAt: lease.startedAt, busyUntil: 0 };
    if (!free) {
      numbers.push(number);
      months += 1;
    }
    number.busyUntil = lease.endedAt ?? now;
    months += billsWithin(number.boughtAt, lease, now);
  }
  return months;
}

function isFree({ boughtAt, busyUntil }: SimulatedNumber, at: number): boolean {
  return busyUntil <= at && at < giveBackTime(boughtAt, busyUntil);
}

function billsWithin(boughtAt: number, { startedAt, endedAt }: PastLease, now: number): number {
  const end = endedAt ?? now;
  let bills = 0;
  for (let at = nextBill(boughtAt, startedAt); at <= end; at = nextBill(boughtAt, at)) bills += 1;
  return bills;
}

function mostAtOnce(group: PastLease[], now: number): number {
  const steps = group
    .flatMap(({ startedAt, endedAt }) => [
      { at: startedAt, by: 1 },
      { at: endedAt ?? now, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let [running, most] = [0, 1];
  for (const { by } of steps) most = Math.max(most, (running += by));
  return most;
}
