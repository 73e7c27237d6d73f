import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import { useServices } from '../../state/context.ts';
import type { Delayed } from '../../state/delayed.ts';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { showUndoable } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers;

type Ending = Pick<Lease, 'id' | 'label' | 'number' | 'policy'>;

/** What ending a lease is called: it goes by its policy. */
export function nameOfEnd({ policy }: Pick<Lease, 'policy'>): string {
  return policy === 'release' ? text.giveBack : text.keep;
}

/**
 * Ends a lease after a few seconds, with a toast to undo it until then. It survives its component, and happens at once
 * when the page is left.
 */
export function giveBackSoon(delayed: Delayed, lease: Ending, run: () => void): void {
  const key = keyOf(lease);
  const name = leaseName(lease);
  const message = lease.policy === 'release' ? text.givingBack({ name }) : text.keeping({ name });
  if (!delayed.has(key)) delayed.add(key, { run, over: showUndoable(message, () => delayed.undo(key)) });
}

function keyOf({ id }: Ending): string {
  return `end ${id}`;
}

/** Ends a lease by its policy after a few seconds in which the person can undo it. */
export function useGiveBack(lease: Ending) {
  const { delayed } = useServices();
  const { run, busy } = useAction('leases.end');
  /** About to happen, and can still be undone. */
  const pending = useSyncExternalStore(delayed.subscribe, () => delayed.has(keyOf(lease)));
  const start = () => giveBackSoon(delayed, lease, () => void run({ id: lease.id }));
  return { pending, start, undo: () => delayed.undo(keyOf(lease)), busy, label: nameOfEnd(lease) };
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
