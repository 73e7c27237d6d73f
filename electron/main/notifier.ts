import { Notification } from 'electron';
import type { App } from '../core/app.ts';
import type { Logger } from '../core/ports.ts';
import { notificationsFor, type CodeNotification } from './notifications.ts';

export interface NotifierOptions {
  app: Pick<App, 'state' | 'on'>;
  platform: NodeJS.Platform;
  log: Logger;
  copy: (text: string) => Promise<void>;
  /** Whoever looks at the window sees the code come in there. */
  isWatched: () => boolean;
  /** Brings the window to the front and shows the lease, if the message belongs to one. */
  reveal: (leaseId: string | null) => void;
}

/** Shows a notification for each code that comes in from now on. */
export function notifyOfCodes(options: NotifierOptions): void {
  const since = new Date().toISOString();
  let before = options.app.state();
  const told = new Set<string>();
  // A notification that nobody refers to may be collected before it is clicked.
  const shown = new Set<Notification>();
  options.app.on('state', (after) => {
    const news = notificationsFor(before, after, since).filter(({ messageSid }) => !told.has(messageSid));
    before = after;
    for (const item of news) {
      told.add(item.messageSid);
      if (!options.isWatched()) keep(shown, show(item, options));
    }
  });
}

function keep(shown: Set<Notification>, notification: Notification): void {
  shown.add(notification);
  notification.on('close', () => shown.delete(notification));
}

function show(item: CodeNotification, options: NotifierOptions): Notification {
  const hasButtons = options.platform !== 'linux';
  const copy = () => {
    options.copy(item.code).catch((error: unknown) => options.log.error('A code could not be copied.', error));
  };
  const notification = new Notification({
    title: item.title,
    body: hasButtons ? item.body : `${item.body}. Click to copy.`,
    ...(hasButtons ? { actions: [{ type: 'button', text: 'Copy' }] } : {}),
  });
  notification.on('action', copy);
  notification.on('click', () => {
    if (!hasButtons) copy();
    options.reveal(item.leaseId);
  });
  notification.show();
  return notification;
}
