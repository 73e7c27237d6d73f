import { ledgerKinds, type LedgerKind, type Message } from '../contract/state.ts';
import type { Events } from './events.ts';
import type { Outcome } from './inbox.ts';

type Source = Message['source'];

const sources = ['webhook', 'backfill', 'capture'] as const satisfies Source[];
const outcomes = ['stored', 'completed', 'duplicate'] as const satisfies Outcome[];

/** Times, counted by how long they were. */
export class Durations {
  /** The longest time of each bucket, in seconds; whatever took longer is in `count` alone. */
  static readonly bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;
  /** How many fell into each bucket and not into the one before. */
  readonly buckets: number[] = Durations.bounds.map(() => 0);
  count = 0;
  /** Seconds. */
  sum = 0;

  add(ms: number): void {
    const seconds = ms / 1000;
    const bucket = Durations.bounds.findIndex((bound) => seconds <= bound);
    if (bucket >= 0) this.buckets[bucket]! += 1;
    this.count += 1;
    this.sum += seconds;
  }
}

/** What happened in this run, counted for whoever watches the host from outside. */
export class Activity {
  readonly messages = recordOf(sources, () => recordOf(outcomes, () => 0));
  /** What was written into the ledger. */
  readonly entries: Record<LedgerKind, number> = recordOf(ledgerKinds, () => 0);
  /** From the first byte of a signed webhook until it was answered. */
  readonly answers = new Durations();
  /** From the arrival of a message until somebody who already waited for it had it. */
  readonly deliveries = recordOf(sources, () => new Durations());

  constructor(events: Pick<Events, 'on'>) {
    events.on('messageReceived', ({ source, outcome }) => void (this.messages[source][outcome] += 1));
    events.on('entered', (kind) => void (this.entries[kind] += 1));
    events.on('webhookAnswered', (ms) => this.answers.add(ms));
    events.on('waitAnswered', ({ source, ms }) => this.deliveries[source].add(ms));
  }
}

function recordOf<K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;
}
