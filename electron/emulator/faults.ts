import { z } from 'zod';
import { codesOf, deliveryErrors, refusals } from './carrier/errorCodes.ts';
import { messageFaults } from './carrier/messageFaults.ts';
import { parsed } from './controlInput.ts';
import { parseUsd } from './money.ts';

const upTo = 1_000_000;
const counter = z.int().min(0).max(upTo).default(0);
const milliseconds = z.int().min(0).max(upTo).default(0);
/** A probability. */
const share = z.number().min(0).max(1).default(0);
const flag = z.boolean().default(false);
const listOf = (pattern: RegExp, wanted: string) => z.array(z.string().regex(pattern, wanted)).default([]);

/** An error code for each recipient, or with `"*"` for all others. */
const byRecipient = <Code extends number>(codes: Code[]) => {
  const recipient = z.string().regex(/^(?:\*|\+[1-9]\d{5,14})$/, 'must be a number such as "+12025550123", or "*"');
  return z.record(recipient, z.literal(codes)).default({});
};

const schema = z.strictObject({
  /** Delay before each REST answer. Milliseconds. */
  latencyMs: milliseconds,
  /** How many of the next requests get 429/20429 with Retry-After. */
  rateLimit: counter,
  /** How many of the next requests get 503/20503. */
  serverErrors: counter,
  /** How many of the next requests have their connection cut before anything is done. */
  dropConnections: counter,
  /** How many of the next successful POST or DELETE requests lose their answer with the connection. */
  dropAfterCommit: counter,
  /** Probability, 0 to 1, that a request answers 429/20429. */
  rateLimitShare: share,
  /** Probability, 0 to 1, that a request answers 503/20503. */
  serverErrorShare: share,
  /** Probability, 0 to 1, that a request's connection is cut before anything is done. */
  dropShare: share,
  /** Probability, 0 to 1, that a request's answer is lost; only a POST or DELETE that succeeds loses it. */
  dropAfterCommitShare: share,
  /** Seed of all random draws for the shares. Setting it restarts them. */
  seed: z.int().default(0),
  /** How many of the next purchases are cut off at once and carried out later, without an answer. */
  lateCommits: counter,
  /** Delay until such a purchase is carried out. Milliseconds. */
  commitDelayMs: milliseconds,
  /** How many of the next messages never get a webhook. They stay in the Messages list. */
  dropWebhooks: counter,
  /** How many of the next webhooks are sent twice, with one MessageSid and one idempotency token. */
  doubleWebhooks: counter,
  /** Delay between a message's arrival and its webhook. Milliseconds. */
  webhookDelayMs: milliseconds,
  /** Recipients whom a message is refused, with the error code: `{"+12025550123": 21610}`. Of messages that are captured, and Verify's. */
  refusedRecipients: byRecipient(codesOf(refusals)),
  /** Recipients whom no message reaches, with the error code: `{"*": 30003}`. Of the same messages. */
  undeliverable: byRecipient(codesOf(deliveryErrors)),
  /** Delay before the last status of a captured message, such as `delivered`. Milliseconds. */
  statusDelayMs: milliseconds,
  /** How many of the next requests to a StatusCallback are never sent. */
  dropCallbacks: counter,
  /** How many of the next requests to a StatusCallback are sent twice. */
  doubleCallbacks: counter,
  /** What befalls messages that are captured, and Verify's: of all recipients or one, for all or the next few. */
  messages: messageFaults,
  /** Countries (ISO 3166-1 alpha-2) without any available numbers. */
  noNumbers: listOf(/^[A-Z]{2}$/, 'must be an ISO country code such as "IN"'),
  /** Numbers (E.164) that are listed but already taken by someone else: buying one gives 400/21422. */
  takenNumbers: listOf(/^\+[1-9]\d{5,14}$/, 'must be a number such as "+12025550123"'),
  /** Every authenticated request gets 403/20403. */
  suspended: flag,
  /** A trial account: only one number (400/21404 for the second). */
  trial: flag,
  /** The balance in USD, e.g. `"0.50"`; null for the account's own. */
  balance: z
    .string()
    .refine((text) => parseUsd(text) !== null, 'must be a decimal such as "0.50"')
    .nullable()
    .default(null),
  /**
   * Sends prices and coordinates as JSON strings (`"1.15"`), as in Twilio's examples, instead of the JSON numbers that
   * its OpenAPI description declares. Clients should accept both.
   */
  decimalsAsStrings: flag,
});

/** Deliberate errors of the emulator. Counters go down by one with each request they affect. */
export type Faults = z.output<typeof schema>;

type CounterFault =
  | 'rateLimit'
  | 'serverErrors'
  | 'dropConnections'
  | 'dropAfterCommit'
  | 'lateCommits'
  | 'dropWebhooks'
  | 'doubleWebhooks'
  | 'dropCallbacks'
  | 'doubleCallbacks';

/** No faults at all. */
export function noFaults(): Faults {
  return schema.parse({});
}

/** Decrements a counter. @returns whether it was above zero. */
export function takeOne(faults: Faults, counter: CounterFault): boolean {
  if (faults[counter] <= 0) return false;
  faults[counter] -= 1;
  return true;
}

/**
 * Merges a patch into the faults. null resets a property to its default.
 * @throws TwilioError 400/20001 for an unknown name or a value of the wrong kind; then nothing changes.
 */
export function mergeFaults(current: Faults, patch: unknown): Faults {
  const given = Object.entries(parsed(z.record(z.string(), z.unknown()), patch));
  const changes = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value ?? undefined]]));
  return parsed(schema, { ...current, ...(Object.fromEntries(changes) as object) });
}
