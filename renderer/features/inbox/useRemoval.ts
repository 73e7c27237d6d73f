import { toFailure } from '../../../electron/contract/errors.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { showFailure, showProblem, showUndo } from '../../ui/toasts.tsx';

const text = strings.inbox;

/** The button by which the focus finds the next message when one is deleted. */
export function deleteButtonId(sid: string): string {
  return `delete-${sid}`;
}

/** Deletes at once, and offers to take it back: nothing waits here that leaving the page would lose. */
export function useRemoval(messages: readonly Message[], onNothingLeft: () => void) {
  const client = useClient();
  const restore = async (sid: string) => {
    try {
      const { restored } = await client.call('messages.restore', { sids: [sid] });
      if (restored === 0) showProblem(text.notRestored, text.notRestoredHint);
    } catch (thrown) {
      showFailure(toFailure(thrown));
    }
  };
  return async ({ sid }: Message) => {
    const index = messages.findIndex((message) => message.sid === sid);
    const next = messages[index + 1] ?? messages[index - 1];
    try {
      await client.call('messages.delete', { sids: [sid] });
    } catch (thrown) {
      return showFailure(toFailure(thrown));
    }
    if (next === undefined) onNothingLeft();
    else document.getElementById(deleteButtonId(next.sid))?.focus({ preventScroll: true });
    showUndo(text.removed, () => void restore(sid));
  };
}
