import { Button } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { useUndoable } from '../../ui/useUndoable.ts';

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
