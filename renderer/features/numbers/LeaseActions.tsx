import { Button } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { PolicySelect } from '../money/PolicySelect.tsx';
import { GiveBackButton } from './GiveBack.tsx';
import { PinButton } from './PinButton.tsx';

const text = strings.numbers;

/** What can be done with a running lease. */
export function LeaseActions({ lease }: { lease: Lease }) {
  const { id, policy } = lease;
  const extend = useAction('leases.extend');
  const setPolicy = useAction('leases.setPolicy');
  return (
    <div className="lease-actions">
      <PolicySelect
        className="lease-policy"
        variant="unstyled"
        label={strings.money.policy.title}
        policy={policy}
        save={(next) => setPolicy.run({ id, policy: next })}
      />
      <Button
        size="xs"
        variant="subtle"
        aria-label={text.extendLabel}
        loading={extend.busy}
        onClick={() => void extend.run({ id, seconds: 60 })}
      >
        {text.extend}
      </Button>
      <PinButton lease={lease} />
      <GiveBackButton lease={lease} />
    </div>
  );
}
