import { Button, Text } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { formatMoney } from '../../ui/format.ts';
import { PinIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers.pin;

/** Stops the time of a running lease, and lets it go on. What a pinned number costs is said before and after. */
export function PinButton({ lease }: { lease: Lease }) {
  const { id, pinned } = lease;
  const { run, busy } = useAction('leases.pin');
  const toggle = async () => {
    if ((await run({ id, pinned: !pinned })) && !pinned) showDone(noteOf(lease));
  };
  return (
    <Button
      size="xs"
      variant={pinned ? 'light' : 'default'}
      leftSection={<PinIcon />}
      title={pinned ? text.unpinHint : text.hint(priceOf(lease))}
      aria-pressed={pinned}
      loading={busy}
      onClick={() => void toggle()}
    >
      {text.pin}
    </Button>
  );
}

/** What it means that a lease is pinned, where a running one has its countdown. */
export function PinnedNote({ lease }: { lease: Lease }) {
  return lease.pinned ? <Text size="sm">{noteOf(lease)}</Text> : null;
}

function noteOf(lease: Lease): string {
  return text.note(priceOf(lease));
}

function priceOf({ monthlyPrice }: Lease): string | null {
  return monthlyPrice === null ? null : formatMoney(monthlyPrice);
}
