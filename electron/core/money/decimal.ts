import { Big } from 'big.js';
import type { Money } from '../../contract/state.ts';

/** At least two decimals, as prices are written; more only if needed. */
function asText(amount: Big): string {
  const text = amount.toFixed();
  const [whole = '0', decimals = ''] = text.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

/** The sum of the amounts in one currency; other currencies are left out, as they do not add up. */
export function sum(amounts: Money[], currency: string): Money {
  const total = amounts
    .filter((money) => money.currency === currency)
    .reduce((all, { amount }) => all.plus(amount), Big(0));
  return { amount: asText(total), currency };
}

/** `count` is a whole number. */
export function times({ amount, currency }: Money, count: number): Money {
  return { amount: asText(Big(amount).times(count)), currency };
}

export function exceeds(amount: Money, limit: string): boolean {
  return Big(amount.amount).gt(limit);
}
