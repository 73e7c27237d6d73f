import { appError, type AppError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { LeaseRecord } from './lease.ts';

const say = phrases.numbers;

/** The most seconds a lease may last from its start, whatever was asked for; null: no limit. */
export type LeaseLimit = number | null;

/** The lease, cut to end within the limit. A pin is dropped, as it asks for a lease without an end. */
export function withinLimit(lease: LeaseRecord, limit: LeaseLimit): LeaseRecord {
  const { life } = lease;
  if (limit === null || life.state !== 'active') return lease;
  const latest = lease.startedAt + limit * 1000;
  if (life.expiresAt !== null && life.expiresAt <= latest) return lease;
  return { ...lease, life: { state: 'active', leased: life.leased, expiresAt: latest } };
}

/** The leases that a new limit cuts short, already cut. */
export function cutByLimit(leases: readonly LeaseRecord[], limit: LeaseLimit): LeaseRecord[] {
  return leases.flatMap((lease) => {
    const cut = withinLimit(lease, limit);
    return cut === lease ? [] : [cut];
  });
}

/** Throws LEASE_LIMIT if more was asked for than the limit allows. A default is cut instead. */
export function ttlWithin(limit: LeaseLimit, asked: number | undefined, usual: number): number {
  if (limit === null) return asked ?? usual;
  if (asked !== undefined && asked > limit) throw limited(say.longerThanLimit({ asked, limit }));
  return asked ?? Math.min(usual, limit);
}

/** Throws LEASE_LIMIT while there is a limit: a pinned lease has no end. */
export function assertPinnable(limit: LeaseLimit): void {
  if (limit !== null) throw limited(say.noPinWithLimit({ limit }));
}

/** Throws LEASE_LIMIT if the limit left nothing of an extension. */
export function assertExtended({ life: before }: LeaseRecord, { life: after }: LeaseRecord, limit: LeaseLimit): void {
  const isNoLonger = before.state === 'active' && after.state === 'active' && before.expiresAt === after.expiresAt;
  if (limit !== null && isNoLonger) throw limited(say.atLimit({ limit }));
}

function limited(message: ReturnType<typeof say.atLimit>): AppError {
  return appError('LEASE_LIMIT', message, say.limitHint);
}
