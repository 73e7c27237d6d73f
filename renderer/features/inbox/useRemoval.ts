import { useCallback } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { Client } from '../../client.ts';
import { useClient } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { showFailure, showProblem, showUndo } from '../../ui/toasts.tsx';
import type { MessageFeed } from './messageFeed.ts';

const text = strings.inbox;

/** The id of the delete button, for moving the focus to the next message after a deletion. */
export function deleteButtonId(sid: string): string {
  return `delete-${sid}`;
}

/** Deletes at once and offers to undo: nothing is pending that would be lost on leaving the page. */
export function useRemoval(feed: MessageFeed, onNothingLeft: () => void): (message: Message) => void {
  const client = useClient();
  return useCallback(
    ({ sid }) => {
      const { messages } = feed.view();
      const index = messages.findIndex((message) => message.sid === sid);
      const next = messages[index + 1] ?? messages[index - 1];
      void remove(client, sid, () => {
        if (next === undefined) onNothingLeft();
        else document.getElementById(deleteButtonId(next.sid))?.focus({ preventScroll: true });
      });
    },
    [client, feed, onNothingLeft],
  );
}

async function remove(client: Client, sid: string, onRemoved: () => void): Promise<void> {
  try {
    await client.call('messages.delete', { sids: [sid] });
  } catch (thrown) {
    return showFailure(toFailure(thrown));
  }
  onRemoved();
  return showUndo(text.removed, () => void restore(client, sid));
}

async function restore(client: Client, sid: string): Promise<void> {
  try {
    const { restored } = await client.call('messages.restore', { sids: [sid] });
    if (restored === 0) showProblem(text.notRestored, text.notRestoredHint);
  } catch (thrown) {
    showFailure(toFailure(thrown));
  }
}
