import type { Settings } from '../../contract/settings.ts';
import { giveBackLeadMs, giveBackTime, nextBill } from '../money/billing.ts';
import { isOwned, type NumberRecord } from './number.ts';

/** What happens to an unleased number: it goes back now or at `at` (milliseconds since the epoch), or stays. */
export type Disposition = { kind: 'release' } | { kind: 'releaseAt'; at: number } | { kind: 'stay' };

/** `surplus`: the pool does not need this number any more. Numbers that were taken over always stay. */
export function dispositionOf({ policy, origin, life }: NumberRecord, surplus: boolean, now: number): Disposition {
  if (life.state !== 'idle' || origin === 'takenOver') return { kind: 'stay' };
  const { boughtAt, holdUntil } = life.holding;
  if (policy === 'release') return dueAt(holdUntil ?? now, now);
  if (policy === 'renewal') return dueAt(giveBackTime(boughtAt, life.since), now);
  return surplus && origin === 'pool' ? dueAt(nextBill(boughtAt, now) - giveBackLeadMs, now) : { kind: 'stay' };
}

function dueAt(at: number, now: number): Disposition {
  return at <= now ? { kind: 'release' } : { kind: 'releaseAt', at };
}

type PoolSettings = Pick<Settings, 'poolSize' | 'country' | 'type'>;

/** The numbers that count towards the pool: kept, or being bought to keep, of the default country and type. */
export function poolMembers(numbers: NumberRecord[], { country, type }: PoolSettings): NumberRecord[] {
  return numbers.filter((number) => {
    if (number.policy !== 'keep' || number.country !== country) return false;
    if (number.life.state === 'buying') return true;
    return isOwned(number.life) && (type === null || number.life.holding.type === type);
  });
}

/** The idle numbers bought for a pool that it does not need any more; those billed next go first. */
export function surplusOf(numbers: NumberRecord[], settings: PoolSettings, now: number): Set<string> {
  const members = poolMembers(numbers, settings);
  const own = new Set(members.map(({ id }) => id));
  const billedAt = ({ life }: NumberRecord) => (isOwned(life) ? nextBill(life.holding.boughtAt, now) : 0);
  const spare = members
    .filter(({ origin, life }) => origin === 'pool' && life.state === 'idle')
    .sort((a, b) => billedAt(a) - billedAt(b))
    .slice(0, Math.max(0, members.length - settings.poolSize));
  // Those of another country or type, from before the defaults changed, do not belong to this pool.
  const others = numbers.filter(({ id, origin, policy }) => origin === 'pool' && policy === 'keep' && !own.has(id));
  return new Set([...spare, ...others].map(({ id }) => id));
}
