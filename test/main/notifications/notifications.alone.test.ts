import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import type { AppState, Message } from '../../../electron/contract/state.ts';
import { iso } from '../../../electron/contract/time.ts';
import { Events, type AppEvents } from '../../../electron/core/events.ts';
import { notifyOfAlerts } from '../../../electron/main/notifications/alerts.ts';
import { notifyOfCodes } from '../../../electron/main/notifications/codeNotifications.ts';
import { NotificationCenter } from '../../../electron/main/notifications/notificationCenter.ts';
import { exampleDesktop, exampleLease, exampleState } from '../../fakes/appState.ts';
import { ManualClock } from '../../fakes/manualClock.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { verbatim } from '../../../electron/contract/words/phrases.ts';

const english = mainWords('en', []);

const electron = vi.hoisted(() => ({ shown: [] as FakeNotification[], copied: [] as string[] }));

interface FakeNotification {
  options: { title: string; body: string; actions?: unknown[] };
  listeners: Map<string, () => void>;
  closed: boolean;
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
    closed = false;
    close(): void {
      this.closed = true;
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

const startedAt = Date.parse('2026-11-22T10:00:00.000Z');

function message(sid: string, code = '482913'): Message {
  const [from, to] = ['Acme', '+14155550123'];
  return { sid, leaseId: 'lease-1', code, from, to, service: null, receivedAt: iso(startedAt + 1000) } as Message;
}

const lease = exampleLease({ id: 'lease-1', label: 'checkout', latestCode: null, startedAt: iso(startedAt) });

interface Setup {
  platform?: NodeJS.Platform;
  isWatched?: () => boolean;
  isLocked?: () => boolean;
  settings?: Partial<Settings>;
}

function started({ platform = 'linux', isWatched = () => false, isLocked = () => false, settings = {} }: Setup = {}) {
  const clock = new ManualClock(startedAt);
  const events = new Events<AppEvents>();
  const revealed: (string | null)[] = [];
  let state = exampleState({ settings: { ...defaultSettings, ...settings } });
  const app = { state: () => state, on: events.on.bind(events) };
  const copy = (text: string) => void electron.copied.push(text);
  const reveal = (leaseId: string | null) => void revealed.push(leaseId);
  const notifications = new NotificationCenter();
  const options = { app, clock, platform, notifications, words: () => english, copy, isLocked, isWatched, reveal };
  notifyOfCodes(options);
  notifyOfAlerts(options);
  const change = (patch: Partial<AppState>) => {
    state = { ...state, ...patch };
    events.emit('state', state);
  };
  /** Newest first, as they are listed. */
  const push = (messages: Message[]) => {
    change({ messages });
    for (const message of messages.toReversed()) events.emit('message', message);
  };
  return { clock, revealed, change, push };
}

const titles = () => electron.shown.map(({ options }) => options.title);
const visible = () => electron.shown.filter(({ closed }) => !closed).map(({ options }) => options.title);

describe('a code that comes in', () => {
  test('on macOS and Windows has a button that copies, and a click that only shows', () => {
    const { push, revealed } = started({ platform: 'darwin' });
    push([message('SM1')]);
    const [notification] = electron.shown;
    expect(notification!.options.actions).toEqual([{ type: 'button', text: 'Copy' }]);
    notification!.listeners.get('click')!();
    expect([revealed, electron.copied]).toEqual([['lease-1'], []]);
    notification!.listeners.get('action')!();
    expect(electron.copied).toEqual(['482913']);
  });

  test('on Linux is copied by the click, and the notification says so', () => {
    const { push, revealed } = started();
    push([message('SM1')]);
    const [notification] = electron.shown;
    expect(notification!.options).toMatchObject({
      title: 'Code 482 913',
      body: expect.stringContaining('Click to copy'),
    });
    expect(notification!.options).not.toHaveProperty('actions');
    notification!.listeners.get('click')!();
    expect([revealed, electron.copied]).toEqual([['lease-1'], ['482913']]);
  });

  test('is not announced while somebody looks at the window, nor later', () => {
    let watched = true;
    const { push } = started({ isWatched: () => watched });
    push([message('SM1')]);
    watched = false;
    push([]);
    push([message('SM1')]);
    expect(electron.shown).toEqual([]);
  });

  test('is announced once, also when an account is left and taken up again', () => {
    const { push } = started();
    push([message('SM1')]);
    push([]);
    push([message('SM1')]);
    expect(electron.shown).toHaveLength(1);
  });
});

describe('many codes at once', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => message(`SM${at}`, `10000${at}`)).toReversed();

  test('become one notification that names them all', async () => {
    const { push, clock } = started();
    push(many(5));
    await clock.advance(2_000);
    expect(visible()).toEqual(['5 new codes']);
    expect(electron.shown.at(-1)!.options.body).toContain('100 004: Acme to +14155550123');
  });

  test('stay single up to three, and when time has passed between them', async () => {
    const { push, clock } = started();
    push(many(3));
    await clock.advance(2_000);
    push(many(4));
    await clock.advance(2_000);
    expect(visible()).toEqual(['Code 100 000', 'Code 100 001', 'Code 100 002', 'Code 100 003']);
  });
});

describe('on a locked screen', () => {
  test('the code is hidden if Settings say so, and can still be copied', () => {
    const locked = { isLocked: () => true, settings: { notificationCodes: 'hideWhenLocked' as const } };
    const { push } = started(locked);
    push([message('SM1')]);
    const [{ options, listeners }] = electron.shown as [FakeNotification];
    expect(JSON.stringify(options)).not.toMatch(/482 ?913/);
    expect(options.title).toBe('New code');
    listeners.get('click')!();
    expect(electron.copied).toEqual(['482913']);
  });

  test('the code is shown where Settings do not hide it, and on an open screen', () => {
    started({ isLocked: () => true }).push([message('SM1')]);
    started({ settings: { notificationCodes: 'hideWhenLocked' } }).push([message('SM1')]);
    expect(titles()).toEqual(['Code 482 913', 'Code 482 913']);
  });

  test('it is hidden while the person presents, whatever Settings say', () => {
    const { change, push } = started();
    change({ desktop: { ...exampleDesktop, presenting: true } });
    push([message('SM1')]);
    expect(titles()).toEqual(['New code']);
  });

  test('“never” hides it always', () => {
    started({ settings: { notificationCodes: 'never' } }).push([message('SM1')]);
    expect(titles()).toEqual(['New code']);
  });
});

describe('what else is told', () => {
  test('a code that is late, once, and not when it has come', async () => {
    const { change, clock, revealed } = started();
    change({ leases: [lease, exampleLease({ ...lease, id: 'lease-2', label: 'served' })] });
    await clock.advance(20_000);
    change({ messages: [{ ...message('SM1'), leaseId: 'lease-2', code: null }] });
    expect(titles()).toEqual([]);
    await clock.advance(10_000);
    change({});
    expect(titles()).toEqual(['No message to checkout yet']);
    electron.shown[0]!.listeners.get('click')!();
    expect(revealed).toEqual(['lease-1']);
  });

  test('no code as late while reception is paused, nor at once when it goes on', async () => {
    const { change, clock } = started();
    change({ leases: [lease], pausedSince: iso(startedAt) });
    await clock.advance(60_000);
    change({ pausedSince: null });
    await clock.advance(29_000);
    expect(titles()).toEqual([]);
    await clock.advance(1_000);
    expect(titles()).toEqual(['No message to checkout yet']);
  });

  test('a number that Twilio does not take back, once', () => {
    const { change } = started();
    const notice = {
      id: 'release +14155550123',
      message: verbatim('+14155550123 could not be given back.'),
      hint: verbatim('Wait.'),
    };
    change({ notices: [notice, { ...notice, id: 'pool' }] });
    change({ notices: [] });
    change({ notices: [notice] });
    expect(titles()).toEqual(['+14155550123 could not be given back.']);
  });

  test('nothing at all when notifications are off', async () => {
    const { change, push, clock } = started({ settings: { notifications: false } });
    change({ leases: [lease] });
    push([message('SM1')]);
    await clock.advance(60_000);
    expect(titles()).toEqual([]);
  });
});
