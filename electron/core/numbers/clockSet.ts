import { isOpen, type LeaseRecord } from './lease.ts';

/** The open leases, moved with a clock that was set: each keeps its time left. A pinned one has no end to move. */
export function moveOpenLeases(leases: readonly LeaseRecord[], byMs: number): LeaseRecord[] {
  return leases.filter(({ life }) => isOpen(life)).map((lease) => move(lease, byMs));
}

/** Leases that start in the future: the clock was set back unnoticed. They start now, and last as long as before. */
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
