import { isOpen, type LeaseRecord } from './lease.ts';

/** The leases that are not over, after the clock was set by so much: each has as much of its time left as before. A pinned one has no end to move. */
export function moveOpenLeases(leases: readonly LeaseRecord[], byMs: number): LeaseRecord[] {
  return leases.filter(({ life }) => isOpen(life)).map((lease) => move(lease, byMs));
}

/** Leases that have not begun by the clock: it was set back while nobody looked. They begin now, and last no longer than they did. */
export function returnFromFuture(leases: readonly LeaseRecord[], now: number): LeaseRecord[] {
  return leases
    .filter(({ life, startedAt }) => isOpen(life) && startedAt > now)
    .map((lease) => move(lease, now - lease.startedAt));
}

function move(lease: LeaseRecord, byMs: number): LeaseRecord {
  const { life, startedAt } = lease;
  return {
    ...lease,
    startedAt: startedAt + byMs,
    life: life.state === 'active' && life.expiresAt !== null ? { ...life, expiresAt: life.expiresAt + byMs } : life,
  };
}
