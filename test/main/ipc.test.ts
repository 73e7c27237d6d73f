import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { describe, expect, test } from 'vitest';
import type { Events } from '../../electron/contract/events.ts';
import { channels } from '../../electron/contract/channels.ts';
import { isTrusted, pushEvents, serveRequests } from '../../electron/main/ipc.ts';
import { isSameOrigin } from '../../electron/main/origin.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const isOwn = (url: string) => isSameOrigin(url, 'app://otp-dock/');
const frame = (url: string) => ({ url }) as WebFrameMain;

function eventFrom(url: string, which: 'main' | 'child' | 'gone' = 'main'): IpcMainInvokeEvent {
  const mainFrame = frame(url);
  const senderFrame = { main: mainFrame, child: frame(url), gone: null }[which];
  return { sender: { mainFrame } as WebContents, senderFrame } as IpcMainInvokeEvent;
}

describe('who may ask', () => {
  test('the main frame of our own page', () => expect(isTrusted(eventFrom('app://otp-dock/'), isOwn)).toBe(true));
  test('no page from elsewhere', () => {
    expect(isTrusted(eventFrom('https://otp-dock/'), isOwn)).toBe(false);
    expect(isTrusted(eventFrom('app://otp-dock.example/'), isOwn)).toBe(false);
  });
  test('no frame within our page, whatever its address', () =>
    expect(isTrusted(eventFrom('app://otp-dock/', 'child'), isOwn)).toBe(false));
  test('no frame that is gone', () => expect(isTrusted(eventFrom('app://otp-dock/', 'gone'), isOwn)).toBe(false));
});

function served() {
  const handlers = new Map<string, Handler>();
  const asked: unknown[] = [];
  serveRequests(
    { handle: (channel, handler) => void handlers.set(channel, handler) },
    {
      handle: async (name, input) => {
        asked.push([name, input]);
        return { ok: true, value: 'answer' };
      },
    },
    isOwn,
  );
  return { handlers, asked };
}

describe('requests', () => {
  test('come in on one channel and reach the app as they are', async () => {
    const { handlers, asked } = served();
    expect([...handlers.keys()]).toEqual([channels.request]);
    const answer = await handlers.get(channels.request)!(eventFrom('app://otp-dock/'), 'state.get', { a: 1 });
    expect(answer).toEqual({ ok: true, value: 'answer' });
    expect(asked).toEqual([['state.get', { a: 1 }]]);
  });

  test('of a stranger are refused as a Result and never reach the app', async () => {
    const { handlers, asked } = served();
    const answer = await handlers.get(channels.request)!(eventFrom('https://evil.example/'), 'state.get', undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', retryable: false } });
    expect(asked).toEqual([]);
  });
});

test('what the app says goes to every window on one channel', () => {
  const listeners = new Map<string, (payload: never) => void>();
  const sent: unknown[] = [];
  const window = (id: number) => ({ send: (channel: string, push: unknown) => void sent.push([id, channel, push]) });
  const push = pushEvents({ on: (event, listener) => (listeners.set(event, listener), () => undefined) }, () => [
    window(1),
    window(2),
  ]);
  const message = { sid: 'SM1' } as Events['message'];
  listeners.get('message')!(message as never);
  push({ event: 'reveal', payload: { leaseId: 'l1' } });
  expect(sent).toEqual([
    [1, channels.event, { event: 'message', payload: message }],
    [2, channels.event, { event: 'message', payload: message }],
    [1, channels.event, { event: 'reveal', payload: { leaseId: 'l1' } }],
    [2, channels.event, { event: 'reveal', payload: { leaseId: 'l1' } }],
  ]);
});
