import { Button, Text } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

/** Cancels a number that is being bought. Its card will be gone, so the focus goes to the page. */
export function CancelButton({ lease: { id } }: { lease: Lease }) {
  const { run, busy } = useAction('leases.end');
  const cancel = async () => {
    if (await run({ id })) document.getElementById('content')?.focus({ preventScroll: true });
  };
  return (
    <Button size="xs" variant="default" loading={busy} onClick={() => void cancel()}>
      {strings.common.cancel}
    </Button>
  );
}

/** Twilio had the order before it was cancelled: what will become of the number. */
export function CancelNote({ lease: { policy } }: { lease: Lease }) {
  return (
    <Text size="sm" className="lease-problem">
      {strings.numbers.cancelNote({ policy })}
    </Text>
  );
}
