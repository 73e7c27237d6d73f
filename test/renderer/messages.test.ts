import { describe, expect, it } from 'vitest';
import type { Client } from '../../renderer/client.ts';
import { createClient } from '../../renderer/client.ts';
import { loadNext } from '../../renderer/features/inbox/useOlderMessages.ts';
import { filterMessages, mergeMessages } from '../../renderer/state/messages.ts';
import { exampleLease, exampleMessage, exampleState } from '../fakes/appState.ts';
import { installFakeBridge } from '../fakes/fakeBridge.ts';

describe('the inbox', () => {
  const messages = [exampleMessage(), exampleMessage({ sid: 'SM2', body: 'Else', leaseId: null, code: null })];

  it('is filtered by body and label, whatever the case', () => {
    const leases = [exampleLease({ label: 'Checkout' })];
    expect(filterMessages(messages, leases, ' check ').map(({ sid }) => sid)).toEqual(['SM1']);
    expect(filterMessages(messages, leases, 'ELSE').map(({ sid }) => sid)).toEqual(['SM2']);
    expect(filterMessages(messages, leases, '')).toHaveLength(2);
  });

  it('shows each message once', () => {
    expect(mergeMessages(messages, messages)).toHaveLength(2);
  });

  it('passes over pages that hold nothing new', async () => {
    const asked: unknown[] = [];
    const pages = [
      { messages, next: 'a' },
      { messages: [exampleMessage({ sid: 'SM0' })], next: 'b' },
    ];
    const client = { call: (_: string, input: unknown) => Promise.resolve(pages[asked.push(input) - 1]) };
    const older = await loadNext(client as unknown as Client, messages, { messages: [], next: undefined });
    expect(asked).toEqual([{ limit: 100 }, { limit: 100, before: 'a' }]);
    expect(older.messages.map(({ sid }) => sid)).toEqual(['SM1', 'SM2', 'SM0']);
    expect(older.next).toBe('b');
  });

  it('comes to an end', async () => {
    const client = createClient(installFakeBridge(exampleState({ messages })));
    expect((await loadNext(client, messages, { messages: [], next: undefined })).next).toBeNull();
  });
});
