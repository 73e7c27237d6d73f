import { ActionIcon, Text } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { formatMoney } from '../../ui/format.ts';
import { PinIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers.pin;

export function usePin(lease: Lease) {
  const { id, pinned } = lease;
  const isLimited = useSelected(({ fixed, settings }) => (fixed.maxLeaseSeconds ?? settings.maxLeaseSeconds) !== null);
  const { run, busy } = useAction('leases.pin');
  const toggle = async () => {
    if ((await run({ id, pinned: !pinned })) && !pinned) showDone(noteOf(lease));
  };
  return { toggle, busy, isPossible: pinned || !isLimited };
}

/** Stops a running lease's clock, or starts it again. The cost of a pinned number is shown before and after. */
export function PinButton({ lease }: { lease: Lease }) {
  const { pinned } = lease;
  const { toggle, busy, isPossible } = usePin(lease);
  return (
    <ActionIcon
      size={30}
      variant={pinned ? 'filled' : 'default'}
      aria-label={text.pin}
      title={!isPossible ? text.limited : pinned ? text.unpinHint : text.hint({ price: priceOf(lease) })}
      aria-pressed={pinned}
      disabled={!isPossible}
      loading={busy}
      onClick={() => void toggle()}
    >
      <PinIcon />
    </ActionIcon>
  );
}

/** What pinning means, shown where a running lease has its countdown. */
export function PinnedNote({ lease }: { lease: Lease }) {
  return lease.pinned ? (
    <Text size="sm" c="dimmed">
      {noteOf(lease)}
    </Text>
  ) : null;
}

function noteOf(lease: Lease): string {
  return text.note({ price: priceOf(lease) });
}

/** The price in the form that the messages need. */
function priceOf({ monthlyPrice }: Lease): string {
  return monthlyPrice === null ? 'none' : formatMoney(monthlyPrice);
}
