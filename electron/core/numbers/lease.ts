import { appError, type AppError, type Failure } from '../../contract/errors.ts';
import { iso } from '../../contract/time.ts';
import type { NumberType, Policy } from '../../contract/settings.ts';
import type { LatestCode, Lease, Money } from '../../contract/state.ts';

/** A number that was bought for a lease. */
export interface Holding {
  number: string;
  numberSid: string;
  type: NumberType | null;
  monthlyPrice: Money | null;
  /** The webhook that Twilio calls for this number; null when its messages are read from the list. */
  smsUrl: string | null;
}

/**
 * Where a lease stands. Each step is written down before the call to Twilio that it stands for, so that a crash
 * leaves a record from which the next start goes on:
 *
 *     buying -> active -> expired -> releasing -> released
 *        \-> failed
 */
export type Life =
  /** `endWanted`: given back as soon as it is known to be bought. */
  | { state: 'buying'; endWanted: boolean }
  | { state: 'active'; holding: Holding; expiresAt: number }
  | { state: 'expired'; holding: Holding; expiresAt: number }
  | { state: 'releasing'; holding: Holding; expiresAt: number; attempts: number; problem: Failure | null }
  | { state: 'released'; holding: Holding; expiresAt: number; releasedAt: number }
  | { state: 'failed'; failure: Failure; failedAt: number };

export type LifeEvent =
  | { type: 'bought'; holding: Holding; expiresAt: number }
  | { type: 'purchaseFailed'; failure: Failure; at: number }
  | { type: 'extended'; ms: number }
  | { type: 'rerouted'; smsUrl: string }
  | { type: 'ended'; at: number }
  | { type: 'releaseStarted' }
  | { type: 'releaseFailed'; failure: Failure }
  | { type: 'released'; at: number };

/** A lease as it is kept on disk. Times are milliseconds since the epoch. */
export interface LeaseRecord {
  id: string;
  account: string;
  requestId: string;
  country: string;
  label: string | null;
  policy: Policy;
  ttlSeconds: number;
  startedAt: number;
  life: Life;
}

/** The FriendlyName that ties a number on the account to the lease that took it. At most 64 characters. */
export function friendlyNameOf(leaseId: string): string {
  return `otp-dock ${leaseId}`;
}

/** The lease id in a FriendlyName of ours, or null. */
export function leaseIdOf(friendlyName: string): string | null {
  return /^otp-dock (\S+)$/.exec(friendlyName)?.[1] ?? null;
}

/** The next state, or null where the event does not apply (a late timer, a second click). */
export function advance(life: Life, event: LifeEvent): Life | null {
  switch (event.type) {
    case 'bought':
      if (life.state !== 'buying') return null;
      return { state: life.endWanted ? 'expired' : 'active', holding: event.holding, expiresAt: event.expiresAt };
    case 'purchaseFailed':
      return life.state === 'buying' ? { state: 'failed', failure: event.failure, failedAt: event.at } : null;
    case 'extended':
      return life.state === 'active' ? { ...life, expiresAt: life.expiresAt + event.ms } : null;
    case 'rerouted':
      return life.state === 'active' ? { ...life, holding: { ...life.holding, smsUrl: event.smsUrl } } : null;
    case 'ended':
      return end(life, event.at);
    case 'releaseStarted':
      return startRelease(life);
    case 'releaseFailed':
      return life.state === 'releasing' ? { ...life, problem: event.failure } : null;
    case 'released':
      return life.state === 'releasing'
        ? { state: 'released', holding: life.holding, expiresAt: life.expiresAt, releasedAt: event.at }
        : null;
  }
}

function end(life: Life, at: number): Life | null {
  if (life.state === 'buying') return life.endWanted ? null : { state: 'buying', endWanted: true };
  if (life.state !== 'active') return null;
  return { state: 'expired', holding: life.holding, expiresAt: Math.min(life.expiresAt, at) };
}

function startRelease(life: Life): Life | null {
  if (life.state === 'expired') {
    return { state: 'releasing', holding: life.holding, expiresAt: life.expiresAt, attempts: 1, problem: null };
  }
  return life.state === 'releasing' ? { ...life, attempts: life.attempts + 1 } : null;
}

/** Whether the lease may still receive its code: it is being bought, or its time runs. */
export function isOpen(life: Life): boolean {
  return life.state === 'buying' || life.state === 'active';
}

/** The number and price, once there are any. */
export function holdingOf(life: Life): Holding | null {
  return 'holding' in life ? life.holding : null;
}

/** The lease as people and scripts see it. */
export function leaseView(record: LeaseRecord, latestCode: LatestCode | null): Lease {
  const { life } = record;
  const holding = holdingOf(life);
  return {
    id: record.id,
    number: holding?.number ?? null,
    numberSid: holding?.numberSid ?? null,
    country: record.country,
    type: holding?.type ?? null,
    label: record.label,
    state: life.state,
    policy: record.policy,
    startedAt: iso(record.startedAt),
    expiresAt: 'expiresAt' in life ? iso(life.expiresAt) : null,
    monthlyPrice: holding?.monthlyPrice ?? null,
    latestCode,
    problem: problemOf(life),
  };
}

function problemOf(life: Life): Failure | null {
  if (life.state === 'failed') return life.failure;
  return life.state === 'releasing' ? life.problem : null;
}

/** The error for an action that needs a running lease. */
export function leaseEnded(id: string): AppError {
  return appError('LEASE_ENDED', `The lease ${id} is over.`, 'Take a new number.');
}
