import { invalidParameter } from './errors.ts';
import { parseUsd } from './money.ts';

/** What the emulator does wrong on purpose. Counters fall by one with each request that they hit. */
export interface Faults {
  /** Milliseconds before each REST answer. */
  latencyMs: number;
  /** Next requests that answer 429/20429 with Retry-After. */
  rateLimit: number;
  /** Next requests that answer 503/20503. */
  serverErrors: number;
  /** Next requests whose connection is cut before anything is done. */
  dropConnections: number;
  /** Next POST or DELETE that succeed and whose answer is then lost with the connection. */
  dropAfterCommit: number;
  /** Probability, 0 to 1, that a request answers 429/20429. */
  rateLimitShare: number;
  /** Probability, 0 to 1, that a request answers 503/20503. */
  serverErrorShare: number;
  /** Probability, 0 to 1, that a request's connection is cut before anything is done. */
  dropShare: number;
  /** Probability, 0 to 1, that a request's answer is lost; only a POST or DELETE that succeeds loses it. */
  dropAfterCommitShare: number;
  /** Integer that decides all draws of the shares. Setting it starts them anew. */
  seed: number;
  /** Next purchases whose connection is cut at once and which are carried out later, without an answer. */
  lateCommits: number;
  /** Milliseconds until such a purchase is carried out. */
  commitDelayMs: number;
  /** Next messages whose webhook is never sent. They stay in the Messages list. */
  dropWebhooks: number;
  /** Next messages whose webhook is sent twice, with one MessageSid and one idempotency token. */
  doubleWebhooks: number;
  /** Milliseconds between the arrival of a message and its webhook. */
  webhookDelayMs: number;
  /** Countries (ISO 3166-1 alpha-2) that have no number to offer. */
  noNumbers: string[];
  /** Numbers (E.164) that are listed but were taken by someone else: buying one is 400/21422. */
  takenNumbers: string[];
  /** Every authenticated request answers 403/20403. */
  suspended: boolean;
  /** A trial account: one number (400/21404 for the second). */
  trial: boolean;
  /** The balance in USD, such as `"0.50"`; null for the account's own. */
  balance: string | null;
  /**
   * Prices and coordinates as JSON strings (`"1.15"`), as in Twilio's examples, instead of the JSON
   * numbers that its OpenAPI description declares. A client should read both.
   */
  decimalsAsStrings: boolean;
}

export type CounterFault =
  | 'rateLimit'
  | 'serverErrors'
  | 'dropConnections'
  | 'dropAfterCommit'
  | 'lateCommits'
  | 'dropWebhooks'
  | 'doubleWebhooks';

/** No faults at all. */
export function noFaults(): Faults {
  return {
    latencyMs: 0,
    rateLimit: 0,
    serverErrors: 0,
    dropConnections: 0,
    dropAfterCommit: 0,
    rateLimitShare: 0,
    serverErrorShare: 0,
    dropShare: 0,
    dropAfterCommitShare: 0,
    seed: 0,
    lateCommits: 0,
    commitDelayMs: 0,
    dropWebhooks: 0,
    doubleWebhooks: 0,
    webhookDelayMs: 0,
    noNumbers: [],
    takenNumbers: [],
    suspended: false,
    trial: false,
    balance: null,
    decimalsAsStrings: false,
  };
}

/** Uses up one of a counter. @returns whether there was one left. */
export function takeOne(faults: Faults, counter: CounterFault): boolean {
  if (faults[counter] <= 0) return false;
  faults[counter] -= 1;
  return true;
}

type Check = { holds: (value: unknown) => boolean; wanted: string };

const countCheck: Check = { holds: isCount, wanted: 'an integer from 0 to 1000000' };
const millisecondsCheck: Check = { holds: isCount, wanted: 'a whole number of milliseconds from 0 to 1000000' };
const shareCheck: Check = { holds: isShare, wanted: 'a probability from 0 to 1' };
const flagCheck: Check = { holds: (value) => typeof value === 'boolean', wanted: 'true or false' };
const amountCheck: Check = { holds: isAmount, wanted: 'a decimal string such as "0.50"' };

const checks: Readonly<Record<keyof Faults, Check>> = {
  latencyMs: millisecondsCheck,
  rateLimit: countCheck,
  serverErrors: countCheck,
  dropConnections: countCheck,
  dropAfterCommit: countCheck,
  rateLimitShare: shareCheck,
  serverErrorShare: shareCheck,
  dropShare: shareCheck,
  dropAfterCommitShare: shareCheck,
  seed: { holds: Number.isSafeInteger, wanted: 'an integer' },
  lateCommits: countCheck,
  commitDelayMs: millisecondsCheck,
  dropWebhooks: countCheck,
  doubleWebhooks: countCheck,
  webhookDelayMs: millisecondsCheck,
  noNumbers: listCheck(/^[A-Z]{2}$/, 'a list of ISO country codes such as "IN"'),
  takenNumbers: listCheck(/^\+[1-9]\d{5,14}$/, 'a list of numbers such as "+12025550123"'),
  suspended: flagCheck,
  trial: flagCheck,
  balance: amountCheck,
  decimalsAsStrings: flagCheck,
};

/**
 * Merges a patch into the faults. A property that is null goes back to its default.
 * @throws TwilioError 400/20001 for an unknown name or a value of the wrong kind; nothing is changed then.
 */
export function mergeFaults(current: Faults, patch: unknown): Faults {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    throw invalidParameter('Faults must be a JSON object');
  }
  const defaults = noFaults();
  const changes = Object.entries(patch).filter(([, value]) => value !== undefined);
  const merged = changes.map(([name, value]) => [
    name,
    value === null ? defaultOf(defaults, name) : checked(name, value),
  ]);
  return structuredClone({ ...current, ...Object.fromEntries(merged) });
}

function defaultOf(defaults: Faults, name: string): unknown {
  return defaults[knownName(name)];
}

function checked(name: string, value: unknown): unknown {
  const check = checks[knownName(name)];
  if (!check.holds(value)) throw invalidParameter(`${name} must be ${check.wanted}`);
  return value;
}

function knownName(name: string): keyof Faults {
  if (Object.hasOwn(checks, name)) return name as keyof Faults;
  throw invalidParameter(`Unknown fault ${name}. Known: ${Object.keys(checks).join(', ')}`);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isAmount(value: unknown): boolean {
  return typeof value === 'string' && parseUsd(value) !== null;
}

function listCheck(pattern: RegExp, wanted: string): Check {
  const holds = (value: unknown): boolean =>
    Array.isArray(value) && value.every((item) => typeof item === 'string' && pattern.test(item));
  return { holds, wanted };
}
