import { z } from 'zod';
import { parsed } from './controlInput.ts';
import { parseUsd } from './money.ts';

const upTo = 1_000_000;
const counter = z.int().min(0).max(upTo).default(0);
const milliseconds = z.int().min(0).max(upTo).default(0);
/** A probability. */
const share = z.number().min(0).max(1).default(0);
const flag = z.boolean().default(false);
const listOf = (pattern: RegExp, wanted: string) => z.array(z.string().regex(pattern, wanted)).default([]);

const schema = z.strictObject({
  /** Milliseconds before each REST answer. */
  latencyMs: milliseconds,
  /** Next requests that answer 429/20429 with Retry-After. */
  rateLimit: counter,
  /** Next requests that answer 503/20503. */
  serverErrors: counter,
  /** Next requests whose connection is cut before anything is done. */
  dropConnections: counter,
  /** Next POST or DELETE that succeed and whose answer is then lost with the connection. */
  dropAfterCommit: counter,
  /** Probability, 0 to 1, that a request answers 429/20429. */
  rateLimitShare: share,
  /** Probability, 0 to 1, that a request answers 503/20503. */
  serverErrorShare: share,
  /** Probability, 0 to 1, that a request's connection is cut before anything is done. */
  dropShare: share,
  /** Probability, 0 to 1, that a request's answer is lost; only a POST or DELETE that succeeds loses it. */
  dropAfterCommitShare: share,
  /** Integer that decides all draws of the shares. Setting it starts them anew. */
  seed: z.int().default(0),
  /** Next purchases whose connection is cut at once and which are carried out later, without an answer. */
  lateCommits: counter,
  /** Milliseconds until such a purchase is carried out. */
  commitDelayMs: milliseconds,
  /** Next messages whose webhook is never sent. They stay in the Messages list. */
  dropWebhooks: counter,
  /** Next messages whose webhook is sent twice, with one MessageSid and one idempotency token. */
  doubleWebhooks: counter,
  /** Milliseconds between the arrival of a message and its webhook. */
  webhookDelayMs: milliseconds,
  /** Countries (ISO 3166-1 alpha-2) that have no number to offer. */
  noNumbers: listOf(/^[A-Z]{2}$/, 'must be an ISO country code such as "IN"'),
  /** Numbers (E.164) that are listed but were taken by someone else: buying one is 400/21422. */
  takenNumbers: listOf(/^\+[1-9]\d{5,14}$/, 'must be a number such as "+12025550123"'),
  /** Every authenticated request answers 403/20403. */
  suspended: flag,
  /** A trial account: one number (400/21404 for the second). */
  trial: flag,
  /** The balance in USD, such as `"0.50"`; null for the account's own. */
  balance: z
    .string()
    .refine((text) => parseUsd(text) !== null, 'must be a decimal such as "0.50"')
    .nullable()
    .default(null),
  /**
   * Prices and coordinates as JSON strings (`"1.15"`), as in Twilio's examples, instead of the JSON
   * numbers that its OpenAPI description declares. A client should read both.
   */
  decimalsAsStrings: flag,
});

/** What the emulator does wrong on purpose. Counters fall by one with each request that they hit. */
export type Faults = z.output<typeof schema>;

type CounterFault =
  | 'rateLimit'
  | 'serverErrors'
  | 'dropConnections'
  | 'dropAfterCommit'
  | 'lateCommits'
  | 'dropWebhooks'
  | 'doubleWebhooks';

/** No faults at all. */
export function noFaults(): Faults {
  return schema.parse({});
}

/** Uses up one of a counter. @returns whether there was one left. */
export function takeOne(faults: Faults, counter: CounterFault): boolean {
  if (faults[counter] <= 0) return false;
  faults[counter] -= 1;
  return true;
}

/**
 * Merges a patch into the faults. A property that is null goes back to its default.
 * @throws TwilioError 400/20001 for an unknown name or a value of the wrong kind; nothing is changed then.
 */
export function mergeFaults(current: Faults, patch: unknown): Faults {
  const given = Object.entries(parsed(z.record(z.string(), z.unknown()), patch));
  const changes = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value ?? undefined]]));
  return parsed(schema, { ...current, ...(Object.fromEntries(changes) as object) });
}
