import { z } from 'zod';
import type { Failure } from '../../contract/errors.ts';
import { numberTypeSchema, policySchema, type NumberType } from '../../contract/settings.ts';
import { numberOrigins, type Money } from '../../contract/state.ts';
import { failure, leasedSchema, money, time } from '../recordFields.ts';

const smsSettingsSchema = z.object({
  smsUrl: z.string(),
  smsMethod: z.string(),
  smsFallbackUrl: z.string(),
  smsFallbackMethod: z.string(),
  smsApplicationSid: z.string(),
});
/** Where Twilio sends a number's messages; an application, if there is one, overrides the URLs. Empty text: none. */
export type SmsSettings = z.infer<typeof smsSettingsSchema>;

const holdingSchema = leasedSchema.extend({
  /** The webhook that Twilio calls for this number; null when its messages are read from the list. */
  smsUrl: z.string().nullable(),
  boughtAt: time,
  /** The first monthly bill that is not in the ledger yet; null if the day of the purchase is unknown. */
  nextBillAt: time.nullable(),
  /** Where its messages went before it was taken over; null for numbers that OTP Dock bought. */
  before: smsSettingsSchema.nullable(),
  /** Somebody else changed where its messages go, and we leave it so: `smsUrl` is theirs. */
  diverted: z.boolean().default(false),
  /**
   * Not given back automatically before then: an earlier request for this number may still be on its way, and would
   * buy it again once it is free. null: there is none.
   */
  holdUntil: time.nullable().default(null),
});
/** A number that the account owns. Times are milliseconds since the epoch. */
export type Holding = z.infer<typeof holdingSchema>;

/** `until`: when it may serve again. `ms`: the whole length, for a clock that was set back while the app was off. */
const restSchema = z.object({ until: time, ms: z.number() });
export type Rest = z.infer<typeof restSchema>;

const releaseKindSchema = z.enum(['released', 'vanished', 'letGo']);
/** `vanished`: someone else gave it back. `letGo`: it stays on the account, but is no longer ours. */
type ReleaseKind = z.infer<typeof releaseKindSchema>;

/**
 * Where a number stands. Each step is written down before its call to Twilio, so that after a crash the next
 * start can resume from the record:
 *
 *     buying -> leased <-> idle -> releasing -> released
 *        \-> failed (-> leased or idle, if it turns out to be on the account after all)
 */
const lifeSchema = z.discriminatedUnion('state', [
  /**
   * `candidate`, `sentAt`: the number last requested, and when; null before the first request. `problem`: why it takes
   * longer. `unansweredAt`: when a request was given up that Twilio may still carry out.
   */
  z.object({
    state: z.literal('buying'),
    candidate: z.string().nullable(),
    numberType: numberTypeSchema.nullable(),
    price: money.nullable(),
    sentAt: time.nullable(),
    problem: failure.nullable(),
    unansweredAt: time.nullable().default(null),
  }),
  z.object({ state: z.literal('leased'), holding: holdingSchema }),
  /**
   * `since`: when its last lease ended, or when it came without one. `rest`: until then no lease gets it, so that late
   * messages stay with its last one; null: no lease had it, none asked for a rest, or it is from before there were any.
   */
  z.object({
    state: z.literal('idle'),
    holding: holdingSchema,
    since: time,
    rest: restSchema.nullable().default(null),
  }),
  z.object({
    state: z.literal('releasing'),
    holding: holdingSchema,
    attempts: z.number(),
    problem: failure.nullable(),
  }),
  z.object({ state: z.literal('released'), holding: holdingSchema, releasedAt: time, how: releaseKindSchema }),
  z.object({ state: z.literal('failed'), failure, failedAt: time }),
]);
export type NumberLife = z.infer<typeof lifeSchema>;

export type NumberEvent =
  | { type: 'asked'; candidate: string; numberType: NumberType | null; price: Money | null; at: number }
  | { type: 'delayed'; failure: Failure; unansweredAt: number | null }
  | { type: 'bought'; holding: Holding }
  | { type: 'purchaseFailed'; failure: Failure; at: number }
  | { type: 'leased' }
  | { type: 'idle'; at: number; rest: Rest | null }
  | { type: 'rerouted'; smsUrl: string | null; diverted: boolean }
  | { type: 'billed'; nextBillAt: number | null }
  | { type: 'releaseStarted' }
  | { type: 'releaseTried' }
  | { type: 'releaseFailed'; failure: Failure }
  | { type: 'gone'; at: number; how: ReleaseKind };

/** A number as kept on disk, from the intent to buy it onwards. */
export const numberRecordSchema = z.object({
  id: z.string(),
  account: z.string(),
  /** On the account; contains the id. A number that was taken over keeps its owner's name. */
  friendlyName: z.string(),
  origin: z.enum(numberOrigins),
  /** What happens to it while nobody leases it. */
  policy: policySchema,
  country: z.string(),
  /** The newest lease that it was bought for or served. */
  leaseId: z.string().nullable(),
  /** How many leases it has served. */
  leases: z.number(),
  createdAt: time,
  life: lifeSchema,
});
export type NumberRecord = z.infer<typeof numberRecordSchema>;

/** The next state, or null where the event does not apply (a late timer, a second click). */
export function advanceNumber(life: NumberLife, event: NumberEvent): NumberLife | null {
  switch (event.type) {
    case 'asked':
      return life.state === 'buying' ? { ...asked(event), unansweredAt: life.unansweredAt } : null;
    case 'delayed':
      return life.state === 'buying' ? delayed(life, event) : null;
    case 'bought':
      return life.state === 'buying' || life.state === 'failed' ? { state: 'leased', holding: event.holding } : null;
    case 'purchaseFailed':
      return life.state === 'buying' ? { state: 'failed', failure: event.failure, failedAt: event.at } : null;
    case 'leased':
      return isOwned(life) ? { state: 'leased', holding: life.holding } : null;
    case 'idle':
      return life.state === 'leased'
        ? { state: 'idle', holding: life.holding, since: event.at, rest: event.rest }
        : null;
    case 'rerouted':
      return withHolding(life, { smsUrl: event.smsUrl, diverted: event.diverted });
    case 'billed':
      return withHolding(life, { nextBillAt: event.nextBillAt });
    default:
      return advanceRelease(life, event);
  }
}

type Buying = Extract<NumberLife, { state: 'buying' }>;

function asked({ candidate, numberType, price, at }: Extract<NumberEvent, { type: 'asked' }>): Buying {
  return { state: 'buying', candidate, numberType, price, sentAt: at, problem: null, unansweredAt: null };
}

function delayed(life: Buying, { failure, unansweredAt }: Extract<NumberEvent, { type: 'delayed' }>): Buying {
  return { ...life, problem: failure, unansweredAt: unansweredAt ?? life.unansweredAt };
}

/** A wanted number, before Twilio was asked for any. */
export const wanted: Buying = {
  state: 'buying',
  candidate: null,
  numberType: null,
  price: null,
  sentAt: null,
  problem: null,
  unansweredAt: null,
};

type ReleaseEvent = Extract<NumberEvent, { type: `release${string}` | 'gone' }>;

function advanceRelease(life: NumberLife, event: ReleaseEvent): NumberLife | null {
  switch (event.type) {
    case 'releaseStarted':
      return startRelease(life);
    case 'releaseTried':
      return life.state === 'releasing' ? { ...life, attempts: life.attempts + 1 } : null;
    case 'releaseFailed':
      return life.state === 'releasing' ? { ...life, problem: event.failure } : null;
    case 'gone':
      return isHeld(life) ? { state: 'released', holding: life.holding, releasedAt: event.at, how: event.how } : null;
  }
}

// A leased number is never given back; one given back but still on the account is given back again.
function startRelease(life: NumberLife): NumberLife | null {
  const may = life.state === 'idle' || life.state === 'released';
  return may ? { state: 'releasing', holding: life.holding, attempts: 0, problem: null } : null;
}

function withHolding(life: NumberLife, change: Partial<Holding>): NumberLife | null {
  return isHeld(life) ? { ...life, holding: { ...life.holding, ...change } } : null;
}

type Owned = Extract<NumberLife, { state: 'leased' | 'idle' }>;
type Held = Owned | Extract<NumberLife, { state: 'releasing' }>;

/** It is on the account, leased or ready for a lease. */
export function isOwned(life: NumberLife): life is Owned {
  return life.state === 'leased' || life.state === 'idle';
}

/** When an idle number has rested (milliseconds since the epoch); null: it does not rest. */
export function restsUntil({ life }: Pick<NumberRecord, 'life'>, now: number): number | null {
  return life.state === 'idle' && life.rest !== null && life.rest.until > now ? life.rest.until : null;
}

/** A lease may have it now. */
export function isFree(number: Pick<NumberRecord, 'life'>, now: number): boolean {
  return number.life.state === 'idle' && restsUntil(number, now) === null;
}

/** It is on the account, perhaps on its way back. */
export function isHeld(life: NumberLife): life is Held {
  return isOwned(life) || life.state === 'releasing';
}

/** The number and its price, once it is known to be bought. */
export function holdingOf(life: NumberLife): Holding | null {
  return 'holding' in life ? life.holding : null;
}

/** Whether nothing is left to do about it. */
export function isNumberOver(life: NumberLife): boolean {
  return life.state === 'released' || life.state === 'failed';
}

/** The FriendlyName that ties a number on the account to its record. At most 64 characters. */
export function friendlyNameOf(id: string, installation: string): string {
  return `otp-dock ${id} ${installation}`;
}

/** What a FriendlyName of ours says, or null. `installation` is null in names from before there was one. */
export function markOf(friendlyName: string): { id: string; installation: string | null } | null {
  const [, id, installation] = /^otp-dock ([\w-]+)(?: ([0-9a-z]{8}))?$/.exec(friendlyName) ?? [];
  return id === undefined ? null : { id, installation: installation ?? null };
}
