import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../electron/contract/settings.ts';
import type { AppState, Lease, Message } from '../../electron/contract/state.ts';
import { notificationsFor } from '../../electron/main/notifications.ts';
import { exampleMessage } from '../fakes/appState.ts';
import { english } from '../../electron/main/words/english.ts';

const since = '2026-11-22T10:00:00.000Z';

function message(sid: string, more: Partial<Message> = {}): Message {
  const sent = { to: '+14155550123', from: '+15005550006', receivedAt: '2026-11-22T10:00:05.000Z', service: 'Acme' };
  return exampleMessage({ sid, ...sent, code: '482913', ...more });
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
    const [told] = notificationsFor(state([]), state([message('SM1')]), since, english);
    const which = { leaseId: 'lease-1', messageSid: 'SM1', code: '482913', from: 'Acme', to: '+14155550123' };
    expect(told).toEqual({ ...which, title: 'Code 482913', body: 'From Acme to +14155550123' });
  });

  test('name the label of the lease, and the sender where no service is known', () => {
    const after = state([message('SM1', { service: null })], { label: 'checkout' });
    expect(notificationsFor(state([]), after, since, english)[0]?.body).toBe(
      'From +15005550006 to checkout (+14155550123)',
    );
  });

  const old = '2026-11-22T09:59:59.000Z';
  test.each<[what: string, before: Message[], after: Message[], told: string[]]>([
    ['come in the order in which the messages came', [], [message('SM2'), message('SM1')], ['SM1', 'SM2']],
    ['come for what is new', [message('SM1')], [message('SM2'), message('SM1')], ['SM2']],
    ['come once', [message('SM1')], [message('SM1')], []],
    ['do not come without a code', [], [message('SM1', { code: null })], []],
    ['come for a code that comes later', [message('SM1', { body: '', code: null })], [message('SM1')], ['SM1']],
    ['do not come for history that was read at the start', [], [message('SM1', { receivedAt: old })], []],
  ])('%s', (_what, before, after, told) => expect(sids(before, after)).toEqual(told));

  test('do not come when Settings say so', () => {
    expect(notificationsFor(state([]), state([message('SM1')], { notifications: false }), since, english)).toEqual([]);
  });
});
