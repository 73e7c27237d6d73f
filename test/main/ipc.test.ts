import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { describe, expect, test, vi } from 'vitest';
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
  test.each([
    ['the main frame of our own page', 'app://otp-dock/', 'main', true],
    ['no page from elsewhere', 'https://otp-dock/', 'main', false],
    ['no page whose address begins like ours', 'app://otp-dock.example/', 'main', false],
    ['no frame within our page, whatever its address', 'app://otp-dock/', 'child', false],
    ['no frame that is gone', 'app://otp-dock/', 'gone', false],
  ] as const)('%s', (_who, url, frame, trusted) => expect(isTrusted(eventFrom(url, frame), isOwn)).toBe(trusted));
});

function served() {
  const handlers = new Map<string, Handler>();
  const handle = vi.fn(async (_name: unknown, _input: unknown) => ({ ok: true, value: 'answer' }) as const);
  serveRequests({ handle: (channel, handler) => void handlers.set(channel, handler) }, { handle }, isOwn);
  const ask = (url: string, ...given: unknown[]) => handlers.get(channels.request)!(eventFrom(url), ...given);
  return { handlers, handle, ask };
}

describe('requests', () => {
  test('come in on one channel and reach the app as they are', async () => {
    const { handlers, handle, ask } = served();
    expect([...handlers.keys()]).toEqual([channels.request]);
    expect(await ask('app://otp-dock/', 'state.get', { a: 1 })).toEqual({ ok: true, value: 'answer' });
    expect(handle.mock.calls).toEqual([['state.get', { a: 1 }]]);
  });

  test('of a stranger are refused as a Result and never reach the app', async () => {
    const { handle, ask } = served();
    const answer = await ask('https://evil.example/', 'state.get');
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', retryable: false } });
    expect(handle).not.toHaveBeenCalled();
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
  const pushes = [
    { event: 'message', payload: message },
    { event: 'reveal', payload: { leaseId: 'l1' } },
  ];
  expect(sent).toEqual(pushes.flatMap((given) => [1, 2].map((id) => [id, channels.event, given])));
});
