import { isOpen, type LeaseRecord } from './lease.ts';
import type { NumberRecord, Rest } from './number.ts';

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

/** The numbers that rest, moved in the same way: none rests longer or shorter because the clock was set. */
export function moveRests(numbers: readonly NumberRecord[], byMs: number): NumberRecord[] {
  return withRest(numbers, ({ until, ms }) => ({ until: until + byMs, ms }));
}

/** Numbers whose rest begins in the future: the clock was set back unnoticed. It begins now. */
export function restFromNow(numbers: readonly NumberRecord[], now: number): NumberRecord[] {
  return withRest(numbers, ({ until, ms }) => (until - ms > now ? { until: now + ms, ms } : null));
}

/** Those that get another rest. */
function withRest(numbers: readonly NumberRecord[], change: (rest: Rest) => Rest | null): NumberRecord[] {
  return numbers.flatMap((number) => {
    const { life } = number;
    const rest = life.state === 'idle' && life.rest !== null ? change(life.rest) : null;
    return life.state === 'idle' && rest !== null ? [{ ...number, life: { ...life, rest } }] : [];
  });
}

function move(lease: LeaseRecord, byMs: number): LeaseRecord {
  const { life, startedAt } = lease;
  return {
    ...lease,
    startedAt: startedAt + byMs,
    life: life.state === 'active' && life.expiresAt !== null ? { ...life, expiresAt: life.expiresAt + byMs } : life,
  };
}
