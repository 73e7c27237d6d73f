import { iso, secondOf } from '../contract/time.ts';
import type { App } from '../core/app.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import { Burst } from './burst.ts';
import { alertsFor, isHidden, nextLate, notificationsFor, summaryOf, type CodeNotification } from './notifications.ts';
import type { Teller } from './teller.ts';
import type { MainWords } from '../contract/words/words.ts';

export interface NotifierOptions {
  app: Pick<App, 'state' | 'on'>;
  clock: Pick<Clock, 'now' | 'after'>;
  platform: NodeJS.Platform;
  teller: Pick<Teller, 'tell'>;
  words: () => MainWords;
  copy: (text: string) => void;
  isLocked: () => boolean;
  /** Whoever looks at the window sees the code come in there. */
  isWatched: () => boolean;
  /** Brings the window to the front and shows the lease, if the message belongs to one. */
  reveal: (leaseId: string | null) => void;
}

const burst = { most: 3, withinMs: 2_000 };

/** Shows a notification for each code that comes in from now on, and what else a person should know. */
export function notify(options: NotifierOptions): void {
  notifyOfCodes(options);
  notifyOfAlerts(options);
}

function notifyOfCodes(options: NotifierOptions): void {
  const { app, clock, isLocked, isWatched, teller, words, reveal } = options;
  const since = iso(secondOf(clock.now()));
  const hidden = () => isHidden(app.state(), isLocked);
  const many = (items: CodeNotification[]) =>
    void teller.tell({ ...summaryOf(items, words(), hidden()), onClick: () => reveal(items.at(-1)?.leaseId ?? null) });
  const codes = new Burst({ ...burst, clock, many, one: (item: CodeNotification) => tellCode(item, options) });
  let before = app.state();
  const told = new Set<string>();
  app.on('state', (after) => {
    const news = notificationsFor(before, after, since, words(), hidden()).filter(
      ({ messageSid }) => !told.has(messageSid),
    );
    before = after;
    for (const item of news) {
      told.add(item.messageSid);
      if (!isWatched()) codes.add(item);
    }
  });
}

/** Linux has no buttons on notifications: there the click copies. */
function tellCode(item: CodeNotification, { platform, teller, words, copy, reveal }: NotifierOptions): () => void {
  const { title, body, code, leaseId } = item;
  if (platform !== 'linux') {
    const button = { text: words().notification.copy, press: () => copy(code) };
    return teller.tell({ title, body, button, onClick: () => reveal(leaseId) });
  }
  const onClick = () => {
    copy(code);
    reveal(leaseId);
  };
  return teller.tell({ title, body: words().notification.clickToCopy({ body }), onClick });
}

function notifyOfAlerts({ app, clock, teller, words, isWatched, reveal }: NotifierOptions): void {
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
      if (!isWatched()) teller.tell({ title, body, onClick: () => reveal(leaseId) });
    }
    const next = nextLate(state, now, watch);
    cancel = next === null ? () => undefined : clock.after(next - now, check);
  };
  app.on('state', check);
}
