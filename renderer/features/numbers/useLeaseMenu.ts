import type { Lease } from '../../../electron/contract/state.ts';
import { useCopy } from '../../ui/copying.tsx';
import { useAction } from '../../ui/useAction.ts';
import { useContextMenu } from '../../ui/useContextMenu.ts';
import { useGiveBack } from './GiveBack.tsx';
import { usePin } from './PinButton.tsx';

/** What a right click on a number offers: what its buttons do. */
export function useLeaseMenu(lease: Lease) {
  const { id, number, latestCode, state, pinned, policy } = lease;
  const copy = useCopy();
  const extend = useAction('leases.extend');
  const pin = usePin(lease);
  const { start: giveBack, pending } = useGiveBack(lease);
  const runs = state === 'active' && !pending;
  const toggle = runs && pin.isPossible ? () => void pin.toggle() : undefined;
  return useContextMenu({
    copyCode: latestCode === null ? undefined : () => void copy(latestCode.code),
    copyNumber: number === null ? undefined : () => void copy(number),
    extend: runs && !pinned ? () => void extend.run({ id, seconds: 60 }) : undefined,
    [pinned ? 'unpin' : 'pin']: toggle,
    [policy === 'release' ? 'giveBack' : 'end']: runs ? giveBack : undefined,
  });
}
