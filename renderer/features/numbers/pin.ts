import type { Lease } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers.pin;

/** Stops a running lease's clock, or starts it again; `hint` and `note` say what that means, before and after. */
export function usePin({ id, pinned, monthlyPrice }: Lease) {
  const isLimited = useSelected(({ fixed, settings }) => (fixed.maxLeaseSeconds ?? settings.maxLeaseSeconds) !== null);
  const isCapturing = useSelected(({ capture }) => capture !== null);
  const { run } = useAction('leases.pin');
  const price = () => (isCapturing ? 'free' : monthlyPrice === null ? 'none' : formatMoney(monthlyPrice));
  return {
    toggle: () => run({ id, pinned: !pinned }),
    isPossible: pinned || !isLimited,
    hint: () => text.hint({ price: price() }),
    note: () => text.note({ price: price() }),
  };
}
