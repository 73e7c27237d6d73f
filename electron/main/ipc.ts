import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Push } from '../contract/events.ts';
import { channels } from '../contract/channels.ts';
import { appError, type Result } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { App } from '../core/app.ts';
import { forwardEvents } from '../core/events.ts';
import type { Shown } from './team/shown.ts';

const say = phrases.host;

/** The part of an IPC event that says who sent it. */
type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** Answers every request of the contract on one channel, for our own main frame alone. */
export function serveRequests(
  ipc: Pick<IpcMain, 'handle'>,
  app: Pick<App, 'handle'>,
  isOwn: (url: string) => boolean,
): void {
  ipc.handle(channels.request, (event, name: unknown, input: unknown) =>
    isTrusted(event, isOwn) ? app.handle(name, input) : forbidden(),
  );
}

/** Whether the top frame of a window sent it, showing our own page. `senderFrame` is null once the frame is gone. */
export function isTrusted({ sender, senderFrame }: Sender, isOwn: (url: string) => boolean): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url);
}

function forbidden(): Result<never> {
  const { failure } = appError('FORBIDDEN', say.foreignPage, say.foreignPageHint);
  return { ok: false, error: failure };
}

/** Passes the app's events on to every window. Returns a function that sends an event of the host's own. */
export function pushEvents(app: Pick<Shown, 'on'>, windows: () => Pick<WebContents, 'send'>[]): (push: Push) => void {
  const send = (push: Push) => {
    for (const contents of windows()) contents.send(channels.event, push);
  };
  forwardEvents(app, send);
  return send;
}
