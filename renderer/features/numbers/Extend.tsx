import { Button } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { formatDuration, leaseRange } from '../../ui/duration.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.numbers;

/** Extends a lease by its own length. */
export function useExtend({ id, ttlSeconds }: Lease) {
  const { run, busy } = useAction('leases.extend');
  const seconds = Math.max(leaseRange.min, ttlSeconds);
  const time = () => formatDuration(seconds);
  return {
    run: () => void run({ id, seconds }),
    busy,
    label: () => text.extend({ time: time() }),
    spoken: () => text.extendLabel({ time: time() }),
  };
}

export function ExtendButton({ lease }: { lease: Lease }) {
  const { run, busy, label, spoken } = useExtend(lease);
  return (
    <Button className="in-card" size="xs" variant="subtle" aria-label={spoken()} loading={busy} onClick={run}>
      {label()}
    </Button>
  );
}
