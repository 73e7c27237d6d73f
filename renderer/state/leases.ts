import type { AppState, Lease, LeaseState, Message } from '../../electron/contract/state.ts';
import { lateAfterMs, remainingMs } from '../../electron/contract/time.ts';
import { leaseRange } from '../ui/duration.ts';
import { leaseName } from '../ui/format.ts';
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

/** Whether it was cancelled before anything was bought: then nothing is left to say about it. */
export function isCancelled({ state, problem }: Lease): boolean {
  return state === 'failed' && problem?.code === 'LEASE_ENDED';
}

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

/** What came last to a number. */
export interface Newest {
  sid: string;
  receivedAt: string;
  code: string | null;
  /** null when it is no longer among the messages that the state holds. */
  message: Message | null;
}

/** `messages`: those of the lease, newest first. Null when nothing came yet. */
export function newestOf({ latestCode }: Lease, messages: readonly Message[]): Newest | null {
  const [message] = messages;
  if (message !== undefined && (latestCode === null || message.receivedAt >= latestCode.receivedAt))
    return { sid: message.sid, receivedAt: message.receivedAt, code: message.code, message };
  if (latestCode === null) return null;
  const { messageSid: sid, receivedAt, code } = latestCode;
  return { sid, receivedAt, code, message: messages.find((one) => one.sid === sid) ?? null };
}

/** The other codes that the newest message may hold. */
export function otherCodes({ code, message }: Newest): string[] {
  return message === null ? [] : likelyCodes(message).filter((other) => other !== code);
}

/** The codes of older messages, newest first, each once; one that came again is not older. */
export function olderCodes({ latestCode }: Lease, messages: readonly Message[], newest: Newest): string[] {
  const known = messages.filter(({ sid }) => sid !== newest.sid).flatMap(({ code }) => code ?? []);
  const codes = new Set([...(latestCode === null ? [] : [latestCode.code]), ...known]);
  return [...codes].filter((code) => code !== newest.code).slice(0, 6);
}

function hasMessage(lease: Lease, messages: readonly Message[]): boolean {
  return lease.latestCode !== null || messages.some((message) => message.leaseId === lease.id);
}

/** A lease is extended by its own length, in seconds. */
export function extensionOf({ ttlSeconds }: Lease): number {
  return Math.max(leaseRange.min, ttlSeconds);
}

/** When a number's last moments begin, in milliseconds. */
export const lastMs = 10_000;

export function isEnding({ state, expiresAt }: Lease, now: number): boolean {
  if (state !== 'active' || expiresAt === null) return false;
  const left = remainingMs(expiresAt, now);
  return left > 0 && left <= lastMs;
}

export function isLate(lease: Lease, messages: readonly Message[], now: number): boolean {
  const waited = now - Date.parse(lease.startedAt);
  return lease.state === 'active' && waited >= lateAfterMs && !hasMessage(lease, messages);
}

/** The latest code of all messages, and whose it is: the label or the number. */
export function newestCode({ messages, leases }: Pick<AppState, 'messages' | 'leases'>) {
  const message = messages.find(({ code }) => code !== null);
  if (message === undefined || message.code === null) return null;
  const lease = leases.find(({ id }) => id === message.leaseId);
  return { code: message.code, name: leaseName(lease ?? { label: null, number: message.to }) };
}
