import type { AppState, Lease } from '../../contract/state.ts';
import { lateAfterMs } from '../../contract/time.ts';
import type { MainWords } from '../../contract/words/main.ts';
import type { Cancel } from '../../core/ports.ts';
import { nameOf } from './arrivedCodes.ts';
import type { Desktop } from '../desktop.ts';

type Options = Pick<Desktop, 'app' | 'clock' | 'notifications' | 'words' | 'isWatched' | 'reveal'>;

/** What a person should know beside the codes. Shown once for each key. */
interface Alert {
  key: string;
  title: string;
  body: string;
  leaseId: string | null;
}

/** In milliseconds since the epoch. */
interface Watch {
  /** When this run began: older leases have been seen. */
  since: number;
  /** When messages began to come in without a pause. */
  listening: number;
}

/** Shows a notification for each code that is late, and for each number that Twilio does not take back. */
export function notifyOfAlerts({ app, clock, notifications, words, isWatched, reveal }: Options): void {
  const since = clock.now();
  const watch = { since, listening: since };
  const told = new Set<string>();
  let wasPaused = false;
  let cancel: Cancel = () => undefined;
  const check = () => {
    cancel();
    const [state, now] = [app.state(), clock.now()];
    if (wasPaused && state.pausedSince === null) watch.listening = now;
    wasPaused = state.pausedSince !== null;
    for (const { key, title, body, leaseId } of alertsFor(state, now, watch, words())) {
      if (told.has(key)) continue;
      told.add(key);
      if (!isWatched()) notifications.show({ title, body, onClick: () => reveal(leaseId) });
    }
    const next = nextLate(state, now, watch);
    cancel = next === null ? () => undefined : clock.after(next - now, check);
  };
  app.on('state', check);
}

function alertsFor(state: AppState, now: number, watch: Watch, words: MainWords): Alert[] {
  if (!state.settings.notifications) return [];
  const { notification: text } = words;
  const late = waiting(state, watch).filter((lease) => lateAt(lease, watch) <= now);
  const stuck = state.notices.filter(({ id }) => /^(own )?release /.test(id));
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

/** When the next code becomes late, in milliseconds since the epoch. null when no code is awaited. */
function nextLate(state: AppState, now: number, watch: Watch): number | null {
  const times = waiting(state, watch)
    .map((lease) => lateAt(lease, watch))
    .filter((at) => at > now);
  return times.length === 0 ? null : Math.min(...times);
}

/** While reception is paused nobody waits for what cannot come. */
function waiting({ leases, messages, pausedSince }: AppState, { since }: Watch): Lease[] {
  if (pausedSince !== null) return [];
  const served = new Set(messages.map(({ leaseId }) => leaseId));
  return leases.filter(
    ({ id, holder, state, latestCode, startedAt }) =>
      // A pipeline waits for its codes itself.
      holder === null && state === 'active' && latestCode === null && !served.has(id) && Date.parse(startedAt) >= since,
  );
}

function lateAt({ startedAt }: Lease, { listening }: Watch): number {
  return Math.max(Date.parse(startedAt), listening) + lateAfterMs;
}
