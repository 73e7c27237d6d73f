import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import { useServices } from '../../state/context.ts';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showUndoable } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers;

/** Ends a lease by its policy after a few seconds in which the person can undo it. */
export function useGiveBack(lease: Pick<Lease, 'id' | 'label' | 'number' | 'policy'>) {
  const { id, policy } = lease;
  const { run, busy } = useAction('leases.end');
  const goesBack = policy === 'release';
  const message = goesBack ? text.givingBack({ name: leaseName(lease) }) : text.keeping({ name: leaseName(lease) });
  const undoable = useUndoable(`end ${id}`, message, () => void run({ id }));
  return { ...undoable, busy, label: goesBack ? text.giveBack : text.keep };
}

/** While undo is possible, this is the undo button: the focus need not go to the toast. */
export function GiveBackButton({ lease }: { lease: Lease }) {
  const { pending, start, undo, busy, label } = useGiveBack(lease);
  return (
    <Button
      {...(!pending && { className: 'in-card' })}
      size="xs"
      variant={pending ? 'light' : 'default'}
      loading={busy}
      // The second click of a double click must not undo what the first one started.
      onClick={({ detail }) => (detail > 1 ? undefined : pending ? undo() : start())}
    >
      {pending ? text.undoEnd : label}
    </Button>
  );
}

interface Undoable {
  /** About to happen, and can still be undone. */
  pending: boolean;
  start: () => void;
  undo: () => void;
}

/**
 * An action that waits a few seconds, with a toast to undo it. It survives its component, and happens at once when the
 * page is left. `key`: what the action applies to.
 */
function useUndoable(key: string, message: string, run: () => void): Undoable {
  const { delayed } = useServices();
  const pending = useSyncExternalStore(delayed.subscribe, () => delayed.has(key));
  const undo = () => delayed.undo(key);
  const start = () => {
    if (!delayed.has(key)) delayed.add(key, { run, over: showUndoable(message, undo) });
  };
  return { pending, start, undo };
}
