import type { Lease } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers.pin;

/** Stops a running lease's clock, or starts it again. */
export function usePin({ id, pinned }: Lease) {
  const isLimited = useSelected(({ fixed, settings }) => (fixed.maxLeaseSeconds ?? settings.maxLeaseSeconds) !== null);
  const { run } = useAction('leases.pin');
  return { toggle: () => run({ id, pinned: !pinned }), isPossible: pinned || !isLimited };
}

/** What pinning will mean. */
export function pinHint(lease: Lease): string {
  return text.hint({ price: priceOf(lease) });
}

/** What it means, for a pinned number. */
export function pinnedNote(lease: Lease): string {
  return text.note({ price: priceOf(lease) });
}

/** The price in the form that the messages need. */
function priceOf({ monthlyPrice }: Lease): string {
  return monthlyPrice === null ? 'none' : formatMoney(monthlyPrice);
}
