import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../electron/contract/settings.ts';
import type { AppState, Message } from '../../electron/contract/state.ts';
import { notifyOfCodes } from '../../electron/main/notifier.ts';

const electron = vi.hoisted(() => ({ shown: [] as FakeNotification[], copied: [] as string[] }));

interface FakeNotification {
  options: { title: string; body: string; actions?: unknown[] };
  listeners: Map<string, () => void>;
}

vi.mock('electron', () => ({
  Notification: class implements FakeNotification {
    options;
    listeners = new Map<string, () => void>();
    constructor(options: FakeNotification['options']) {
      this.options = options;
    }
    on(event: string, listener: () => void): void {
      this.listeners.set(event, listener);
    }
    show(): void {
      electron.shown.push(this);
    }
  },
}));

beforeEach(() => {
  electron.shown.length = 0;
  electron.copied.length = 0;
});

const message = { sid: 'SM1', leaseId: 'lease-1', code: '482913', receivedAt: '2999-01-01T00:00:00.000Z' } as Message;

function stateWith(messages: Message[]): AppState {
  return { messages, leases: [], settings: defaultSettings } as unknown as AppState;
}

function started(platform: NodeJS.Platform, isWatched = () => false) {
  let listener: ((state: AppState) => void) | null = null;
  const revealed: (string | null)[] = [];
  const app = {
    state: () => stateWith([]),
    on: (_event: string, given: never) => ((listener = given), () => undefined),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const copy = async (text: string) => void electron.copied.push(text);
  notifyOfCodes({ app, platform, log, copy, isWatched, reveal: (leaseId) => void revealed.push(leaseId) });
  return { push: (messages: Message[]) => listener!(stateWith(messages)), revealed };
}

describe('a code that comes in', () => {
  test('on macOS and Windows has a button that copies, and a click that only shows', () => {
    const { push, revealed } = started('darwin');
    push([message]);
    const [notification] = electron.shown;
    expect(notification!.options.actions).toEqual([{ type: 'button', text: 'Copy' }]);
    notification!.listeners.get('click')!();
    expect([revealed, electron.copied]).toEqual([['lease-1'], []]);
    notification!.listeners.get('action')!();
    expect(electron.copied).toEqual(['482913']);
  });

  test('on Linux is copied by the click, and the notification says so', () => {
    const { push, revealed } = started('linux');
    push([message]);
    const [notification] = electron.shown;
    expect(notification!.options).toMatchObject({
      title: 'Code 482913',
      body: expect.stringContaining('Click to copy'),
    });
    expect(notification!.options).not.toHaveProperty('actions');
    notification!.listeners.get('click')!();
    expect([revealed, electron.copied]).toEqual([['lease-1'], ['482913']]);
  });

  test('is not announced while somebody looks at the window, nor later', () => {
    let watched = true;
    const { push } = started('linux', () => watched);
    push([message]);
    watched = false;
    push([]);
    push([message]);
    expect(electron.shown).toEqual([]);
  });

  test('is announced once, also when an account is left and taken up again', () => {
    const { push } = started('linux');
    push([message]);
    push([]);
    push([message]);
    expect(electron.shown).toHaveLength(1);
  });
});
