import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../electron/contract/settings.ts';
import type { AppState, Lease, Message } from '../../electron/contract/state.ts';
import { notificationsFor } from '../../electron/main/notifications.ts';
import { mainWords } from '../../electron/contract/words/words.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

const english = mainWords('en', []);

const since = '2026-11-22T10:00:00.000Z';

function message(sid: string, more: Partial<Message> = {}): Message {
  return {
    sid,
    to: '+14155550123',
    from: '+15005550006',
    body: 'Your code is 482913',
    receivedAt: '2026-11-22T10:00:05.000Z',
    leaseId: 'lease-1',
    code: '482913',
    candidates: [],
    service: 'Acme',
    reason: verbatim('It follows “code”.'),
    source: 'webhook',
    ...more,
  };
}

function state(messages: Message[], more: { label?: string; notifications?: boolean } = {}) {
  const lease = { id: 'lease-1', label: more.label ?? null } as Lease;
  const settings = { ...defaultSettings, notifications: more.notifications ?? true };
  return { messages, leases: [lease], settings } satisfies Partial<AppState>;
}

const sids = (before: Message[], after: Message[]) =>
  notificationsFor(state(before), state(after), since, english).map(({ messageSid }) => messageSid);

describe('notifications', () => {
  test('say the code, who sent it and which number got it', () => {
    expect(notificationsFor(state([]), state([message('SM1')]), since, english)).toEqual([
      {
        leaseId: 'lease-1',
        messageSid: 'SM1',
        code: '482913',
        from: 'Acme',
        to: '+14155550123',
        title: 'Code 482913',
        body: 'From Acme to +14155550123',
      },
    ]);
  });

  test('name the label of the lease, and the sender where no service is known', () => {
    const after = state([message('SM1', { service: null })], { label: 'checkout' });
    expect(notificationsFor(state([]), after, since, english)[0]?.body).toBe(
      'From +15005550006 to checkout (+14155550123)',
    );
  });

  test('come once for each message, in the order in which the messages came', () => {
    expect(sids([], [message('SM2'), message('SM1')])).toEqual(['SM1', 'SM2']);
    expect(sids([message('SM1')], [message('SM2'), message('SM1')])).toEqual(['SM2']);
    expect(sids([message('SM1')], [message('SM1')])).toEqual([]);
  });

  test('do not come for a message without a code', () => {
    expect(sids([], [message('SM1', { code: null })])).toEqual([]);
  });

  test('come for a message that gets its text, and its code, later', () => {
    expect(sids([message('SM1', { body: '', code: null })], [message('SM1')])).toEqual(['SM1']);
  });

  test('do not come for history that was read at the start', () => {
    expect(sids([], [message('SM1', { receivedAt: '2026-11-22T09:59:59.000Z' })])).toEqual([]);
  });

  test('do not come when Settings say so', () => {
    expect(notificationsFor(state([]), state([message('SM1')], { notifications: false }), since, english)).toEqual([]);
  });
});
