import { Badge, Group, Stack, Text } from '@mantine/core';
import type { NumberState, OwnedNumber } from '../../../electron/contract/state.ts';
import { countryName } from '../../ui/countries.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { Flag } from '../../ui/Flag.tsx';
import { formatDay, formatMoney, formatNumber } from '../../ui/format.ts';
import { MessagesLink } from '../../ui/MessagesLink.tsx';
import { strings } from '../../ui/strings.ts';
import type { FirstChoice } from '../numbers/order.ts';
import { actionsFor, countryOf } from './owned.ts';
import { OwnedActions } from './OwnedActions.tsx';
import type { Asked } from './OwnedDialog.tsx';

const text = strings.money.owned;

interface OwnedItemProps {
  owned: OwnedNumber;
  ask: (asked: Asked) => void;
  newNumber: (first?: FirstChoice) => void;
}

export function OwnedItem({ owned, ask, newNumber }: OwnedItemProps) {
  const { number, label, state, diverted, problem } = owned;
  const country = countryOf(owned);
  return (
    <li className="owned">
      <Stack gap={2} miw={0} flex="1 1 20em">
        <Group gap="xs">
          {country !== null && <Flag country={country} />}
          <Text fw={600} className="tabular">
            <MessagesLink number={number}>{formatNumber(number)}</MessagesLink>
          </Text>
          <Badge variant="dot" color={colors[state]} tt="none" fw={500}>
            {text.states[state]}
          </Badge>
        </Group>
        {label !== null && <Text className="break">{label}</Text>}
        <Text size="sm" c="dimmed" className="break">
          {factsOf(owned).join(' · ')}
        </Text>
        {diverted && <Text size="sm">{strings.reception.diverted}</Text>}
        {problem !== null && <FailureAlert failure={problem} color="orange" title={text.problem} />}
      </Stack>
      <OwnedActions owned={owned} ask={ask} newNumber={newNumber} />
    </li>
  );
}

const colors: Record<NumberState, string> = {
  idle: 'green',
  releasing: 'orange',
  stray: 'yellow',
  foreign: 'gray',
  buying: 'blue',
  active: 'green',
  expired: 'orange',
  released: 'gray',
};

function factsOf(owned: OwnedNumber): string[] {
  const { type, policy, leases, holder, monthlyPrice, nextBillAt, giveBackAt, webhook } = owned;
  const country = countryOf(owned);
  const hasField = actionsFor(owned).includes('policy');
  const facts = [
    country === null ? null : countryName(country),
    type === null ? null : strings.numbers.types[type],
    policy === null || hasField ? null : strings.money.policy.names[policy],
    monthlyPrice === null ? null : strings.numbers.perMonth({ price: formatMoney(monthlyPrice) }),
    nextBillAt === null ? null : text.nextBill({ day: formatDay(nextBillAt) }),
    giveBackAt === null ? null : text.goesBack({ day: formatDay(giveBackAt) }),
    leases === 0 ? null : text.served({ count: leases }),
    holder === null ? null : text.lastHeldBy({ holder }),
    webhook !== null && goesElsewhere(owned) ? text.webhook({ address: webhook }) : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function goesElsewhere({ origin, diverted }: OwnedNumber): boolean {
  return origin === null || diverted;
}
