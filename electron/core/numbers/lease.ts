import { z } from 'zod';
import { appError, type AppError, type Failure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { iso } from '../../contract/time.ts';
import { endReasons, type EndReason } from '../../contract/lease.ts';
import { policySchema, type Policy } from '../../contract/settings.ts';
import type { LatestCode, Lease, LeaseState } from '../../contract/state.ts';
import { failure, leasedSchema, time, type LeasedNumber } from '../recordFields.ts';
import { askedSchema } from './asked.ts';
import { isOwned, type NumberLife, type NumberRecord, type Rest } from './number.ts';

const say = phrases.numbers;

const lifeSchema = z.union([
  /** `endWanted`: ends as soon as the number is known to be bought. */
  z.object({ state: z.literal('buying'), endWanted: z.boolean() }),
  z.object({ state: z.literal('active'), leased: leasedSchema, expiresAt: time }),
  /** Pinned, so that it does not run out. `leftMs`: the time that it gets back when unpinned. */
  z.object({ state: z.literal('active'), leased: leasedSchema, expiresAt: z.null(), leftMs: z.number() }),
  z.object({
    state: z.literal('ended'),
    leased: leasedSchema,
    expiresAt: time,
    because: z.enum(endReasons).exactOptional(),
  }),
  z.object({ state: z.literal('failed'), failure, failedAt: time }),
]);
/** A tester's time with a number; the number's own record says what happens to it afterwards. */
export type LeaseLife = z.infer<typeof lifeSchema>;

export type LeaseEvent =
  | { type: 'bought'; leased: LeasedNumber; expiresAt: number; at: number }
  | { type: 'purchaseFailed'; failure: Failure; at: number }
  | { type: 'extended'; ms: number }
  | { type: 'pinned'; at: number }
  | { type: 'unpinned'; at: number }
  | { type: 'ended'; at: number; because: EndReason };

/** A lease as it is kept on disk. Times are milliseconds since the epoch. */
export const leaseRecordSchema = z.object({
  id: z.string(),
  account: z.string(),
  requestId: z.string(),
  /** Missing in records from before it was kept. */
  asked: askedSchema.exactOptional(),
  /** The name of the token that took it; null if the host's own user did, or for leases from before named tokens. */
  holder: z.string().nullable().default(null),
  /** The record of its number. */
  numberId: z.string(),
  country: z.string(),
  label: z.string().nullable(),
  service: z.string().nullable(),
  policy: policySchema,
  reused: z.boolean(),
  ttlSeconds: z.number(),
  /** Missing in records from before there was one. */
  heartbeatSeconds: z.number().nullable().exactOptional(),
  /** 0 in records from before there was one. */
  quarantineSeconds: z.number().default(0),
  startedAt: time,
  life: lifeSchema,
});
export type LeaseRecord = z.infer<typeof leaseRecordSchema>;

/** An unpinned lease gets at least this much time: its last second alone would pass unseen. */
const leastLeftMs = 60_000;

/** The next state, or null where the event does not apply (a late timer, a second click). */
export function advanceLease(life: LeaseLife, event: LeaseEvent): LeaseLife | null {
  switch (event.type) {
    case 'bought':
      if (life.state !== 'buying') return null;
      return life.endWanted
        ? { state: 'ended', leased: event.leased, expiresAt: event.at, because: 'onRequest' }
        : { state: 'active', leased: event.leased, expiresAt: event.expiresAt };
    case 'purchaseFailed':
      return life.state === 'buying' ? { state: 'failed', failure: event.failure, failedAt: event.at } : null;
    case 'extended':
      return life.state === 'active' ? extend(life, event.ms) : null;
    case 'pinned':
      return life.state === 'active' ? pin(life, event.at) : null;
    case 'unpinned':
      return life.state === 'active' ? unpin(life, event.at) : null;
    case 'ended':
      return end(life, event);
  }
}

type ActiveLife = Extract<LeaseLife, { state: 'active' }>;

function extend(life: ActiveLife, ms: number): ActiveLife {
  if (life.expiresAt === null) return { ...life, leftMs: life.leftMs + ms };
  return { ...life, expiresAt: life.expiresAt + ms };
}

function pin({ leased, expiresAt }: ActiveLife, at: number): ActiveLife | null {
  if (expiresAt === null) return null;
  return { state: 'active', leased, expiresAt: null, leftMs: Math.max(leastLeftMs, expiresAt - at) };
}

function unpin(life: ActiveLife, at: number): ActiveLife | null {
  return life.expiresAt === null ? { state: 'active', leased: life.leased, expiresAt: at + life.leftMs } : null;
}

function end(life: LeaseLife, { at, because }: Extract<LeaseEvent, { type: 'ended' }>): LeaseLife | null {
  if (life.state === 'buying') return life.endWanted ? null : { state: 'buying', endWanted: true };
  if (life.state !== 'active') return null;
  return { state: 'ended', leased: life.leased, expiresAt: Math.min(life.expiresAt ?? at, at), because };
}

/** Whether the lease may still receive its code: it is being bought, or its time runs. */
export function isOpen(life: LeaseLife): boolean {
  return life.state === 'buying' || life.state === 'active';
}

/** Whether the lease stays until somebody unpins or ends it. */
export function isPinned(life: LeaseLife): boolean {
  return life.state === 'active' && life.expiresAt === null;
}

export function leasedOf(life: LeaseLife): LeasedNumber | null {
  return 'leased' in life ? life.leased : null;
}

/** Which leases end; see Leases. */
export interface EndAll {
  pinned?: boolean;
  holder?: string;
  by?: string | null | undefined;
}

/** How long the number of a lease that is over still rests at this time; null: it does not. */
export function restAfter({ life, quarantineSeconds }: LeaseRecord, at: number): Rest | null {
  if (life.state !== 'ended') return null;
  const ms = quarantineSeconds * 1000;
  const until = life.expiresAt + ms;
  return until > at ? { until, ms } : null;
}

/** The lease as people and scripts see it. `number`: the record of its number; null if that is long over. */
export function leaseView(record: LeaseRecord, number: NumberRecord | null, latestCode: LatestCode | null): Lease {
  const { life } = record;
  const leased = leasedOf(life);
  const numberLife = number?.leaseId === record.id ? number.life : null;
  return {
    id: record.id,
    number: leased?.number ?? null,
    numberSid: leased?.numberSid ?? null,
    country: record.country,
    type: leased?.type ?? null,
    label: record.label,
    state: stateOf(life, numberLife, number?.policy ?? 'release'),
    policy: record.policy,
    holder: record.holder,
    service: record.service,
    reused: record.reused,
    ttlSeconds: record.ttlSeconds,
    startedAt: iso(record.startedAt),
    pinned: isPinned(life),
    cancelled: life.state === 'buying' && life.endWanted,
    heartbeatSeconds: record.heartbeatSeconds ?? null,
    quarantineSeconds: record.quarantineSeconds,
    endReason: life.state === 'ended' ? (life.because ?? null) : null,
    expiresAt: 'expiresAt' in life && life.expiresAt !== null ? iso(life.expiresAt) : null,
    monthlyPrice: leased?.monthlyPrice ?? null,
    latestCode,
    problem: problemOf(life, numberLife),
  };
}

// `released` means: over, and the number is no longer this lease's: it is gone or has another lease.
function stateOf(life: LeaseLife, number: NumberLife | null, policy: Policy): LeaseState {
  if (life.state !== 'ended') return life.state;
  if (number?.state === 'releasing') return 'releasing';
  if (number && isOwned(number)) return policy === 'release' ? 'expired' : 'idle';
  return 'released';
}

function problemOf(life: LeaseLife, number: NumberLife | null): Failure | null {
  if (life.state === 'failed') return life.failure;
  if (life.state === 'buying') return number?.state === 'buying' ? number.problem : null;
  return life.state === 'ended' && number?.state === 'releasing' ? number.problem : null;
}

/** The error for a number that was cancelled before it was bought. */
export function cancelled(): AppError {
  return appError('LEASE_ENDED', say.cancelled, say.takeNew);
}

/** The error for an action that needs a running lease. */
export function leaseEnded(id: string): AppError {
  return appError('LEASE_ENDED', say.leaseOver({ id }), say.takeNew);
}
