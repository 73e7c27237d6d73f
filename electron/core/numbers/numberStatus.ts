import type { IdleCount } from '../../contract/state.ts';
import type { PurchaseUnderWay } from '../money/budgets.ts';
import type { Ledger } from './ledger.ts';
import { isOwned, type NumberRecord } from './number.ts';
import { isRefusal } from './refusal.ts';

/** Whether the number goes back to Twilio soon, or once it is bought. One that Twilio refuses does not. */
export function isOnItsWay(ledger: Ledger, number: NumberRecord): boolean {
  const { state } = number.life;
  if (state === 'releasing') return !(number.life.problem && isRefusal(number.life.problem));
  if (state === 'buying') return ledger.openLeaseOf(number) !== null;
  return state === 'idle' && number.policy === 'release';
}

/** Whether a number is being bought, leased, or due to go back. */
export function isBusy(ledger: Ledger, number: NumberRecord): boolean {
  const { state } = number.life;
  if (!isOwned(number.life)) return state === 'buying' || state === 'releasing';
  return number.policy !== 'keep' || ledger.openLeaseOf(number) !== null;
}

/** Purchases with an open outcome and a known price. */
export function purchasesUnderWay(ledger: Ledger): PurchaseUnderWay[] {
  return ledger
    .numbers()
    .flatMap((number) =>
      number.life.state === 'buying' && number.life.price
        ? [{ id: number.id, price: number.life.price, holder: ledger.holderOf(number) }]
        : [],
    );
}

/** How many numbers wait for a lease, by country, type and policy. */
export function idleCounts(numbers: NumberRecord[]): IdleCount[] {
  const counts = new Map<string, IdleCount>();
  for (const { country, policy, life } of numbers) {
    if (life.state !== 'idle' || policy === 'release') continue;
    const { type } = life.holding;
    const key = `${country} ${type ?? ''} ${policy}`;
    counts.set(key, { country, type, policy, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
