import type { AppState, Lease } from '../contract/state.ts';
import { lateAfterMs } from '../contract/time.ts';
import { describeCode, nameOf, type ArrivedCode } from './codes.ts';
import type { MainWords } from '../contract/words/words.ts';

export interface CodeNotification extends ArrivedCode {
  title: string;
  body: string;
}

/** Something that a person should know and that is no code; told once for each key. */
export interface Alert {
  key: string;
  title: string;
  body: string;
  leaseId: string | null;
}

/** No system tells an app that somebody presents: the person does. */
export function isPresenting({ desktop }: Pick<AppState, 'desktop'>): boolean {
  return desktop?.presenting ?? false;
}

/** Whether a notification leaves the code out. */
export function isHidden(state: Pick<AppState, 'settings' | 'desktop'>, isLocked: () => boolean): boolean {
  const codes = state.settings.notificationCodes;
  return codes === 'never' || isPresenting(state) || (codes === 'hideWhenLocked' && isLocked());
}

/**
 * One for each message with a code that `after` has and `before` has not, oldest first; none when Settings say so.
 * Messages from before `since` (ISO 8601, when this run began) are history that was read, not news.
 */
export function notificationsFor(
  before: Pick<AppState, 'messages'>,
  after: Pick<AppState, 'messages' | 'leases' | 'settings'>,
  since: string,
  { notification: text }: MainWords,
  hidden = false,
): CodeNotification[] {
  if (!after.settings.notifications) return [];
  // One that came without its text may get it later, and its code with it.
  const known = new Set(before.messages.filter(({ code }) => code !== null).map(({ sid }) => sid));
  return after.messages
    .filter((message) => !known.has(message.sid) && Date.parse(message.receivedAt) >= Date.parse(since))
    .flatMap((message) => (message.code === null ? [] : [describeCode(message, message.code, after.leases)]))
    .map((arrived) => ({
      ...arrived,
      title: hidden ? text.hidden : text.code(arrived),
      body: text.body(arrived),
    }))
    .toReversed();
}

/** Many at once as one. */
export function summaryOf(
  items: readonly ArrivedCode[],
  { notification: text }: MainWords,
  hidden: boolean,
): { title: string; body: string } {
  const lines = items.map((item) => text.line(item));
  return { title: text.many({ count: items.length }), body: hidden ? text.manyHidden : lines.join('\n') };
}

/** The run as it matters for late codes, in milliseconds since the epoch. */
export interface Watch {
  /** Leases from before have been seen. */
  since: number;
  /** Since when messages come in without a pause. */
  listening: number;
}

type Waiting = Pick<AppState, 'leases' | 'messages' | 'pausedSince'>;

/** Codes that are late, and numbers that Twilio does not take back. */
export function alertsFor(
  state: Waiting & Pick<AppState, 'notices' | 'settings'>,
  now: number,
  watch: Watch,
  words: MainWords,
): Alert[] {
  if (!state.settings.notifications) return [];
  const { notification: text } = words;
  const late = waiting(state, watch.since).filter((lease) => lateAt(lease, watch) <= now);
  const stuck = state.notices.filter(({ id }) => id.startsWith('release '));
  return [
    ...late.map((lease) => ({
      key: `late ${lease.id}`,
      title: text.late({ name: nameOf(lease) }),
      body: text.lateHint,
      leaseId: lease.id,
    })),
    ...stuck.map(({ id, message, hint }) => ({
      key: id,
      title: words.said(message),
      body: words.said(hint),
      leaseId: null,
    })),
  ];
}

/** When a code will be late that is not yet, in milliseconds since the epoch; null when none can be. */
export function nextLate(state: Waiting, now: number, watch: Watch): number | null {
  const times = waiting(state, watch.since)
    .map((lease) => lateAt(lease, watch))
    .filter((at) => at > now);
  return times.length === 0 ? null : Math.min(...times);
}

/** While reception is paused nobody waits for what cannot come. */
function waiting({ leases, messages, pausedSince }: Waiting, since: number): Lease[] {
  if (pausedSince !== null) return [];
  const served = new Set(messages.map(({ leaseId }) => leaseId));
  return leases.filter(
    ({ id, state, latestCode, startedAt }) =>
      state === 'active' && latestCode === null && !served.has(id) && Date.parse(startedAt) >= since,
  );
}

function lateAt({ startedAt }: Lease, { listening }: Watch): number {
  return Math.max(Date.parse(startedAt), listening) + lateAfterMs;
}
