import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useState } from 'react';
import { policies, type Policy } from '../../../electron/contract/lease.ts';
import { strings } from '../../ui/strings.ts';

interface PolicySelectProps extends NativeSelectProps {
  policy: Policy;
  /** Resolves to whether the policy was changed. */
  save: (policy: Policy) => Promise<boolean>;
  /** The policies to choose from, always including the current one. */
  offered?: readonly Policy[];
}

/** Changes a policy where it is shown. The choice shows at once, and is undone when the host refuses it. */
export function PolicySelect({ policy, save, offered = policies, ...props }: PolicySelectProps) {
  const [change, setChange] = useState<{ from: Policy; to: Policy } | null>(null);
  const shown = change !== null && change.from === policy ? change.to : policy;
  const choose = async (to: Policy) => {
    setChange({ from: policy, to });
    if (!(await save(to))) setChange(null);
  };
  const choices = policies.filter((one) => one === policy || offered.includes(one));
  return (
    <NativeSelect
      size="xs"
      {...props}
      data={choices.map((value) => ({ value, label: strings.money.policy.names[value] }))}
      value={shown}
      onChange={(event) => void choose(event.currentTarget.value as Policy)}
    />
  );
}
