import type { AppState, Lease, LeaseState, Message } from '../../electron/contract/state.ts';
import { lateAfterMs } from '../../electron/contract/time.ts';
import { likelyCodes } from './codes.ts';

/** Leases that still matter, and those that are over. */
export interface LeaseGroups {
  current: Lease[];
  ended: Lease[];
}

/** Lower ranks come first; null for leases that are over. */
const ranks: Record<LeaseState, number | null> = {
  active: 0,
  buying: 1,
  expired: 2,
  releasing: 2,
  released: null,
  idle: null,
  failed: null,
};

/** Active ones first, by their latest code; the newest first among equals. */
export function groupLeases(leases: readonly Lease[]): LeaseGroups {
  return {
    current: leases.filter((lease) => ranks[lease.state] !== null).toSorted(byUrgency),
    ended: leases.filter((lease) => ranks[lease.state] === null).toSorted(byStart),
  };
}

function byUrgency(a: Lease, b: Lease): number {
  const rank = (ranks[a.state] ?? 0) - (ranks[b.state] ?? 0);
  if (rank !== 0) return rank;
  const code = compareTimes(a.latestCode?.receivedAt, b.latestCode?.receivedAt);
  return code === 0 ? byStart(a, b) : code;
}

function byStart(a: Lease, b: Lease): number {
  return compareTimes(a.startedAt, b.startedAt);
}

/** Newest first; missing times come last. ISO 8601 in UTC sorts as text. */
function compareTimes(a = '', b = ''): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** All other likely codes of this lease, newest first, without the one that the card shows large. */
export function otherCodes(lease: Lease, messages: readonly Message[]): string[] {
  const codes = messages.filter((message) => message.leaseId === lease.id).flatMap(likelyCodes);
  return [...new Set(codes)].filter((code) => code !== lease.latestCode?.code).slice(0, 6);
}

export function hasMessage(lease: Lease, messages: readonly Message[]): boolean {
  return lease.latestCode !== null || messages.some((message) => message.leaseId === lease.id);
}

export function isLate(lease: Lease, messages: readonly Message[], now: number): boolean {
  const waited = now - Date.parse(lease.startedAt);
  return lease.state === 'active' && waited >= lateAfterMs && !hasMessage(lease, messages);
}

/** The latest code of all messages. */
export function newestCode(state: Pick<AppState, 'messages'>): string | null {
  return state.messages.find((message) => message.code !== null)?.code ?? null;
}
