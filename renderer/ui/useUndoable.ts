import { useSyncExternalStore } from 'react';
import { useServices } from '../state/context.ts';
import { showUndoable } from './toasts.tsx';

interface Undoable {
  /** It is about to be done, and can still be taken back. */
  pending: boolean;
  start: () => void;
  undo: () => void;
}

/**
 * A deed that waits for some seconds, with a toast that takes it back. It waits on when its component is gone, and is
 * done at once when the page is left. `key`: what it is done to.
 */
export function useUndoable(key: string, message: string, run: () => void): Undoable {
  const { delayed } = useServices();
  const pending = useSyncExternalStore(delayed.subscribe, () => delayed.has(key));
  const undo = () => delayed.undo(key);
  const start = () => {
    if (!delayed.has(key)) delayed.add(key, { run, over: showUndoable(message, undo) });
  };
  return { pending, start, undo };
}
