import { Button, Group } from '@mantine/core';
import type { OwnedNumber } from '../../../electron/contract/state.ts';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { PolicySelect } from '../money/PolicySelect.tsx';
import type { FirstChoice } from '../numbers/order.ts';
import { actionsFor, type OwnedAction } from './owned.ts';
import type { Asked } from './OwnedDialog.tsx';

const text = strings.money.owned;

interface OwnedActionsProps {
  owned: OwnedNumber;
  ask: (asked: Asked) => void;
  newNumber: (first?: FirstChoice) => void;
}

/** The buttons of one number. Each has the number in its name, for people who cannot see the line. */
export function OwnedActions(props: OwnedActionsProps) {
  return (
    <Group gap="xs">
      {actionsFor(props.owned).map((action) => (
        <Action key={action} action={action} {...props} />
      ))}
    </Group>
  );
}

function Action({ action, owned, ask, newNumber }: OwnedActionsProps & { action: OwnedAction }) {
  const name = formatNumber(owned.number);
  switch (action) {
    case 'take':
      return (
        <Button
          size="xs"
          variant="default"
          aria-label={text.takeThis({ number: name })}
          // Uses the number's own policy, so that this number fits the lease.
          onClick={() => newNumber({ country: owned.country, type: owned.type, policy: owned.policy })}
        >
          {text.take}
        </Button>
      );
    case 'policy':
      return <ChangePolicy owned={owned} name={name} />;
    default: {
      const { label, spoken } = asking(action, name);
      return (
        <Button size="xs" variant="default" aria-label={spoken} onClick={() => ask({ what: action, owned })}>
          {label}
        </Button>
      );
    }
  }
}

function ChangePolicy({ owned, name }: { owned: OwnedNumber; name: string }) {
  const { run } = useAction('numbers.setPolicy');
  if (owned.policy === null) return null;
  // Giving back has a button of its own: nobody should lose a number by browsing a list of choices.
  return (
    <PolicySelect
      aria-label={text.policyOf({ number: name })}
      policy={owned.policy}
      offered={['renewal', 'keep']}
      save={(policy) => run({ sid: owned.sid, policy })}
    />
  );
}

function asking(what: Asked['what'], name: string): { label: string; spoken: string } {
  switch (what) {
    case 'giveBack':
      return { label: text.giveBack, spoken: text.giveBackThis({ number: name }) };
    case 'letGo':
      return { label: text.letGo, spoken: text.letGoThis({ number: name }) };
    case 'takeOver':
      return { label: text.takeOver, spoken: text.takeOverThis({ number: name }) };
  }
}
