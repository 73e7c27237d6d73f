import { z } from 'zod';
import { appError } from '../../contract/errors.ts';
import { host } from '../../contract/sentences/host.ts';
import { phrases, type Sentence } from '../../contract/sentences/sentence.ts';
import { amountSchema, numberTypeSchema, policySchema } from '../../contract/settings.ts';
import type { Candidate } from '../../contract/state.ts';
import type { TokenRecord } from '../../core/sharing/tokens.ts';
import type { LeaseRecord } from '../../core/numbers/lease.ts';
import type { NumberRecord } from '../../core/numbers/number.ts';

const say = phrases(host);

/*
 * What the core works with is not taken from the file on trust: another program may have changed it. What was added to
 * the records later is not asked for, because older ones do not have it.
 */

/** Milliseconds since the epoch that are a date. */
const time = z.number().min(-8.64e15).max(8.64e15);
const money = z.looseObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string() }).nullable();
const failure = z.looseObject({ code: z.string(), message: z.string(), hint: z.string() });

const leased = z.looseObject({
  number: z.string(),
  numberSid: z.string(),
  type: numberTypeSchema.nullable(),
  monthlyPrice: money,
});

const leaseSchema = z.looseObject({
  id: z.string(),
  account: z.string(),
  requestId: z.string(),
  asked: z.looseObject({ given: z.string(), meant: z.string() }).optional(),
  // Leases from before tokens had names are the host's own.
  holder: z.string().nullable().default(null),
  numberId: z.string(),
  country: z.string(),
  label: z.string().nullable(),
  policy: policySchema,
  ttlSeconds: z.number(),
  heartbeatSeconds: z.number().nullish(),
  startedAt: time,
  life: z.discriminatedUnion('state', [
    z.looseObject({ state: z.literal('buying'), endWanted: z.boolean() }),
    z.looseObject({ state: z.literal('active'), leased, expiresAt: time.nullable() }),
    z.looseObject({ state: z.literal('ended'), leased, expiresAt: time }),
    z.looseObject({ state: z.literal('failed'), failure, failedAt: time }),
  ]),
});

const holding = leased.extend({
  smsUrl: z.string().nullable(),
  boughtAt: time,
  nextBillAt: time.nullable(),
});

const numberSchema = z.looseObject({
  id: z.string(),
  account: z.string(),
  friendlyName: z.string(),
  origin: z.string(),
  policy: policySchema,
  country: z.string(),
  leaseId: z.string().nullable(),
  createdAt: time,
  life: z.discriminatedUnion('state', [
    z.looseObject({ state: z.literal('buying'), candidate: z.string().nullable(), price: money }),
    z.looseObject({ state: z.literal('owned'), holding, idleSince: time.nullable() }),
    z.looseObject({ state: z.literal('releasing'), holding, attempts: z.number() }),
    z.looseObject({ state: z.literal('released'), holding, releasedAt: time }),
    z.looseObject({ state: z.literal('failed'), failure, failedAt: time }),
  ]),
});

const candidatesSchema = z.array(
  z.looseObject({ code: z.string(), confidence: z.number(), reason: z.string(), start: z.number(), end: z.number() }),
);

const tokenSchema = z.object({
  name: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: time,
  limits: z.object({
    leases: z.int().nullable(),
    perDay: amountSchema.nullable(),
    perMonth: amountSchema.nullable(),
  }),
});

/** Throws STORAGE_FAILED for a text that is no lease. */
export function leaseRecordOf(text: string): LeaseRecord {
  return read(leaseSchema, text, say.recordOfLease) as unknown as LeaseRecord;
}

/** Throws STORAGE_FAILED for a text that is no number. */
export function numberRecordOf(text: string): NumberRecord {
  return read(numberSchema, text, say.recordOfNumber) as unknown as NumberRecord;
}

/** Throws STORAGE_FAILED for a text that is no list of candidates. */
export function candidatesOf(text: string): Candidate[] {
  return read(candidatesSchema, text, say.recordOfMessage);
}

/** Throws STORAGE_FAILED for what is no token. */
export function tokenRecordOf(value: unknown): TokenRecord {
  return checked(tokenSchema, value, say.recordOfToken);
}

function read<T>(schema: z.ZodType<T>, text: string, what: Sentence): T {
  return checked(schema, parseJson(text), what);
}

function checked<T>(schema: z.ZodType<T>, value: unknown, what: Sentence): T {
  const { success, data } = schema.safeParse(value);
  if (success) return data;
  throw appError('STORAGE_FAILED', say.historyChanged({ what }), say.historyChangedHint);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
