import { Badge, Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { policies, recommendedPolicy, type NumberType, type Policy } from '../../../electron/contract/lease.ts';
import type { PolicyCosts } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { formatMoney } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.money.policy;

interface PolicyChoiceProps {
  label: string;
  value: Policy;
  onChange: (policy: Policy) => void;
  error?: ReactNode;
  /** The country and type for figures of what each choice costs; none without a country. */
  country?: string;
  type?: NumberType | null;
}

/** What happens to a number when its time is up. */
export function PolicyChoice({ label, value, onChange, error, country, type = null }: PolicyChoiceProps) {
  const client = useClient();
  const query = { country, ...(type !== null && { type }) };
  const key = country === undefined ? null : JSON.stringify(query);
  const costs = useLoaded(() => client.call('money.policies', query), key).value;
  return (
    <Radio.Group
      label={label}
      description={costs === null ? undefined : basis(costs)}
      value={value}
      error={error}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {policies.map((policy) => (
          <Radio
            key={policy}
            value={policy}
            classNames={{ body: 'policy', labelWrapper: 'policy-text' }}
            label={<PolicyLabel policy={policy} cost={costs === null ? null : costOf(costs, policy)} />}
            description={text.lines[policy]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function PolicyLabel({ policy, cost }: { policy: Policy; cost: string | null }) {
  return (
    <span className="policy-label">
      {text.names[policy]}{' '}
      {policy === recommendedPolicy && (
        <Badge component="span" size="sm" variant="default" tt="none">
          {text.recommended}
        </Badge>
      )}{' '}
      {cost !== null && <span className="policy-cost">{cost}</span>}
    </span>
  );
}

function basis({ leases, days }: PolicyCosts): string {
  return leases === 0 ? text.example : text.past({ count: leases, days });
}

function costOf({ costs }: PolicyCosts, policy: Policy): string {
  const cost = costs.find((one) => one.policy === policy);
  if (cost === undefined || cost.amount === null) return text.unknown;
  return text.cost({ amount: formatMoney(cost.amount), count: cost.numbers });
}
