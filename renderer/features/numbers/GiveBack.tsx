import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import { useServices } from '../../state/context.ts';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showUndoable } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers;

/** Ends a lease by its policy after some seconds in which that can be taken back. */
export function useGiveBack(lease: Pick<Lease, 'id' | 'label' | 'number' | 'policy'>) {
  const { id, policy } = lease;
  const { run, busy } = useAction('leases.end');
  const goesBack = policy === 'release';
  const message = goesBack ? text.givingBack({ name: leaseName(lease) }) : text.ending({ name: leaseName(lease) });
  const undoable = useUndoable(`end ${id}`, message, () => void run({ id }));
  return { ...undoable, busy, label: goesBack ? text.giveBack : strings.money.lease.endAndKeep };
}

/** While it can be taken back it is the button that does so: the focus need not go to the toast. */
export function GiveBackButton({ lease }: { lease: Lease }) {
  const { pending, start, undo, busy, label } = useGiveBack(lease);
  return (
    <Button
      size="xs"
      variant={pending ? 'light' : 'default'}
      loading={busy}
      // The second click of a double click does not take back what the first one began.
      onClick={({ detail }) => (detail > 1 ? undefined : pending ? undo() : start())}
    >
      {pending ? text.undoEnd : label}
    </Button>
  );
}

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
function useUndoable(key: string, message: string, run: () => void): Undoable {
  const { delayed } = useServices();
  const pending = useSyncExternalStore(delayed.subscribe, () => delayed.has(key));
  const undo = () => delayed.undo(key);
  const start = () => {
    if (!delayed.has(key)) delayed.add(key, { run, over: showUndoable(message, undo) });
  };
  return { pending, start, undo };
}
