import { Durations } from '../../core/activity.ts';
import type { App } from '../../core/app.ts';

/** One line of a metric. `metricName`: of a part of a histogram. */
interface Value {
  labels: Record<string, string | number>;
  value: number;
  metricName?: string;
}

/** A metric of the host. Whatever can become a label is one of a few words, so that no client can make it grow. */
export interface Figure {
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  help: string;
  read(app: App): Value[];
}

/** The states of a lease that is not over; of the others the host remembers only the newest. */
const openStates = ['buying', 'active', 'expired', 'releasing'] as const;

/** The metrics of `GET /metrics`, besides those of the process. Counters count from the start of the host. */
export const figures: Figure[] = [
  {
    name: 'otp_dock_build_info',
    type: 'gauge',
    help: 'Which version of OTP Dock runs.',
    read: (app) => [{ labels: { version: app.state().version }, value: 1 }],
  },
  {
    name: 'otp_dock_role',
    type: 'gauge',
    help: 'Whether this host serves.',
    // A standby answers nothing but its health.
    read: () => [{ labels: { role: 'active' }, value: 1 }],
  },
  {
    name: 'otp_dock_connected',
    type: 'gauge',
    help: 'Whether the host is connected to its account.',
    read: (app) => one(app.state().account.kind === 'connected' ? 1 : 0),
  },
  {
    name: 'otp_dock_reception_paused',
    type: 'gauge',
    help: 'Whether reception is paused, so that no messages come in.',
    read: (app) => one(app.state().pausedSince === null ? 0 : 1),
  },
  {
    name: 'otp_dock_leases',
    type: 'gauge',
    help: 'Leases by state. Those that are over are left out.',
    read: (app) => {
      const states = app.listLeases().map(({ state }) => state);
      return by('state', openStates, (state) => states.filter((other) => other === state).length);
    },
  },
  {
    name: 'otp_dock_lease_requests_waiting',
    type: 'gauge',
    help: 'Requests that wait for a free number.',
    read: (app) => one(app.state().waiting.length),
  },
  {
    name: 'otp_dock_leases_started_total',
    type: 'counter',
    help: 'Leases that got their number.',
    read: ({ activity }) => one(activity.entries.leaseStarted),
  },
  {
    name: 'otp_dock_leases_ended_total',
    type: 'counter',
    help: 'Leases that ended after they had their number.',
    read: ({ activity }) => one(activity.entries.leaseEnded),
  },
  {
    name: 'otp_dock_messages_total',
    type: 'counter',
    help: 'Messages by how they came, and whether they were new, known, or known without their text.',
    read: ({ activity }) =>
      Object.entries(activity.messages).flatMap(([source, counts]) =>
        Object.entries(counts).map(([outcome, value]) => ({ labels: { source, outcome }, value })),
      ),
  },
  {
    name: 'otp_dock_webhooks_refused_total',
    type: 'counter',
    help: 'Requests to the webhook listener that were refused, by reason.',
    read: (app) => {
      const { refused } = app.state().reception;
      return Object.entries(refused).map(([reason, value]) => ({ labels: { reason }, value }));
    },
  },
  {
    name: 'otp_dock_webhook_answer_duration_seconds',
    type: 'histogram',
    help: 'From the arrival of a signed webhook until its message was on disk and it was answered.',
    read: ({ activity }) => histogram('otp_dock_webhook_answer_duration_seconds', {}, activity.answers),
  },
  {
    name: 'otp_dock_waits',
    type: 'gauge',
    help: 'Requests that wait for a code or a message now.',
    read: (app) => one(app.waiting()),
  },
  {
    name: 'otp_dock_message_delivery_duration_seconds',
    type: 'histogram',
    help: 'From the arrival of a message until a request that already waited for it had it.',
    read: ({ activity }) =>
      Object.entries(activity.deliveries).flatMap(([source, durations]) =>
        histogram('otp_dock_message_delivery_duration_seconds', { source }, durations),
      ),
  },
  {
    name: 'otp_dock_purchases_total',
    type: 'counter',
    help: 'Numbers that were bought.',
    read: ({ activity }) => one(activity.entries.purchase),
  },
  {
    name: 'otp_dock_purchases_failed_total',
    type: 'counter',
    help: 'Purchases that failed.',
    read: ({ activity }) => one(activity.entries.purchaseFailed),
  },
  {
    name: 'otp_dock_numbers_released_total',
    type: 'counter',
    help: 'Numbers that were given back.',
    read: ({ activity }) => one(activity.entries.released),
  },
  {
    name: 'otp_dock_spending',
    type: 'gauge',
    help: 'What numbers cost in this day or month (UTC) by the ledger, in units of the currency.',
    read: (app) => {
      const { today, thisMonth } = app.state().spending;
      return [
        { labels: { period: 'day', currency: today.currency }, value: Number(today.amount) },
        { labels: { period: 'month', currency: thisMonth.currency }, value: Number(thisMonth.amount) },
      ];
    },
  },
];

function one(value: number): Value[] {
  return [{ labels: {}, value }];
}

function by<L extends string>(label: string, words: readonly L[], count: (word: L) => number): Value[] {
  return words.map((word) => ({ labels: { [label]: word }, value: count(word) }));
}

/** Each bucket has whatever took no longer than it says. */
function histogram(name: string, labels: Value['labels'], { buckets, count, sum }: Durations): Value[] {
  let below = 0;
  const parts = Durations.bounds.map((le, index) => ({ le, value: (below += buckets[index]!) }));
  return [
    ...[...parts, { le: '+Inf', value: count }].map(({ le, value }) => ({
      labels: { ...labels, le },
      value,
      metricName: `${name}_bucket`,
    })),
    { labels, value: sum, metricName: `${name}_sum` },
    { labels, value: count, metricName: `${name}_count` },
  ];
}
