import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { AppState, Message } from '../../../electron/contract/state.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { Events, type AppEvents } from '../../../electron/core/events.ts';
import { notifyOfCodes } from '../../../electron/main/notifications/codeNotifications.ts';
import { exampleLease, exampleMessage, exampleState } from '../../fakes/appState.ts';
import { ManualClock } from '../../fakes/manualClock.ts';

const startedAt = Date.parse('2026-11-22T10:00:00.000Z');

function message(sid: string, more: Partial<Message> = {}): Message {
  const [from, to, leaseId] = ['+15005550006', '+14155550123', 'lease-1'];
  const receivedAt = '2026-11-22T10:00:05.000Z';
  return exampleMessage({ sid, from, to, leaseId, receivedAt, code: '482913', service: 'Acme', ...more });
}

/** What is shown when these messages come, one after the other, long enough apart not to be shown as one. */
async function shown(messages: Message[], more: { label?: string; notifications?: boolean } = {}) {
  const events = new Events<AppEvents>();
  const clock = new ManualClock(startedAt);
  const state: AppState = exampleState({
    leases: [exampleLease({ id: 'lease-1', label: more.label ?? null })],
    settings: { ...defaultSettings, notifications: more.notifications ?? true },
  });
  const found: string[] = [];
  notifyOfCodes({
    app: { state: () => state, on: events.on.bind(events) },
    clock,
    platform: 'darwin',
    notifications: { show: ({ title, body }) => (found.push(`${title}. ${body}`), () => undefined) },
    words: () => mainWords('en', []),
    copy: () => undefined,
    isLocked: () => false,
    isWatched: () => false,
    reveal: () => undefined,
  });
  for (const message of messages) {
    events.emit('message', message);
    await clock.advance(2_000);
  }
  return found;
}

describe('notifications', () => {
  test('say the code, who sent it and which number got it', async () => {
    expect(await shown([message('SM1')])).toEqual(['Code 482 913. From Acme to +14155550123']);
  });

  test('name the label of the lease, and the sender where no service is known', async () => {
    const senders = ['+15005550006', 'whatsapp:+15005550006'];
    const messages = senders.map((from, at) => message(`SM${at}`, { service: null, from }));
    const body = 'Code 482 913. From +15005550006 to checkout (+14155550123)';
    expect(await shown(messages, { label: 'checkout' })).toEqual([body, body]);
  });

  test('come once for each message, in the order in which the messages came', async () => {
    const [first, second] = [message('SM1', { code: '111111' }), message('SM2', { code: '222222' })];
    expect(await shown([first, second, first])).toEqual([
      expect.stringContaining('111 111'),
      expect.stringContaining('222 222'),
    ]);
  });

  test('do not come for a message without a code', async () => {
    expect(await shown([message('SM1', { code: null })])).toEqual([]);
  });

  test('come for a message that gets its text, and its code, later', async () => {
    expect(await shown([message('SM1', { body: '', code: null }), message('SM1')])).toHaveLength(1);
  });

  test('do not come for history that was read at the start', async () => {
    expect(await shown([message('SM1', { receivedAt: '2026-11-22T09:59:59.000Z' })])).toEqual([]);
  });

  test('do not come when Settings say so', async () => {
    expect(await shown([message('SM1')], { notifications: false })).toEqual([]);
  });
});
