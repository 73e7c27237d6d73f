import { useState } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { Client } from '../../client.ts';
import { useClient } from '../../state/context.ts';
import { mergeMessages } from '../../state/messages.ts';
import { showFailure } from '../../ui/toasts.tsx';

interface Older {
  messages: Message[];
  /** Where to go on; null at the end, undefined before the first page. */
  next: string | null | undefined;
}

const pageSize = 100;

/** Messages from before those in the state, page by page. */
export function useOlderMessages(known: readonly Message[]) {
  const client = useClient();
  const [older, setOlder] = useState<Older>({ messages: [], next: undefined });
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    try {
      setOlder(await loadNext(client, known, older));
    } catch (thrown) {
      showFailure(toFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { messages: older.messages, ended: older.next === null, busy, load };
}

/**
 * Goes on until a page holds something new: the state has the newest messages already. All pages are kept, because
 * the state drops its oldest message for each new one.
 */
export async function loadNext(client: Client, known: readonly Message[], older: Older): Promise<Older> {
  const sids = new Set([...known, ...older.messages].map(({ sid }) => sid));
  let { messages, next } = older;
  for (;;) {
    const page = await client.call('messages.list', { limit: pageSize, ...(next && { before: next }) });
    messages = mergeMessages(messages, page.messages);
    next = page.next;
    if (next === null || page.messages.some(({ sid }) => !sids.has(sid))) return { messages, next };
  }
}
