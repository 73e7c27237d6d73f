import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import type { MoneySummary, OwnedNumber } from '../../../electron/contract/state.ts';
import { useSelected } from '../../state/context.ts';
import { DisclosureButton } from '../../ui/DisclosureButton.tsx';
import { formatDay, formatMoney } from '../../ui/format.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import type { FirstChoice } from '../numbers/order.ts';
import { accountTrouble } from '../reception/trouble.ts';
import { countKept, shrinksPool, unleased } from './owned.ts';
import { OwnedDialog, type Asked } from './OwnedDialog.tsx';
import { OwnedList } from './OwnedList.tsx';
import type { Owned } from './useOwned.ts';

const text = strings.money.owned;
const toggleId = 'owned-toggle';

interface OwnedNumbersProps {
  owned: Owned;
  newNumber: (first?: FirstChoice) => void;
}

/** The account's other numbers, collapsed at first. */
export function OwnedNumbers({ owned, newNumber }: OwnedNumbersProps) {
  const id = useId();
  const { open, setOpen } = owned;
  return (
    <Stack component="section" gap="sm" aria-labelledby={toggleId}>
      <Title order={2} size="h4">
        <DisclosureButton id={toggleId} fz="inherit" open={open} setOpen={setOpen} controls={id}>
          {text.title}
        </DisclosureButton>
      </Title>
      <div id={id} hidden={!open}>
        {open && <OpenList owned={owned} newNumber={newNumber} />}
      </div>
    </Stack>
  );
}

function OpenList({ owned: { numbers, summary }, newNumber }: OwnedNumbersProps) {
  const settings = useSelected((state) => state.settings);
  const account = useSelected((state) => state.account);
  const trouble = account.kind === 'failed' ? accountTrouble(account.error) : null;
  const [asked, ask] = useState<Asked | null>(null);
  const shown = useMemo(() => unleased(numbers.value ?? []), [numbers.value]);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Sum summary={summary.value} numbers={numbers.value} />
        <Refresh reload={numbers.reload} />
      </Group>
      {trouble === null ? <LoadingLine loaded={numbers} text={text.loading} /> : <Text size="sm">{trouble}</Text>}
      {numbers.value !== null && shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      {shown.length > 0 && <OwnedList numbers={shown} ask={ask} newNumber={newNumber} />}
      {asked !== null && (
        <OwnedDialog
          asked={asked}
          shrinksPool={shrinksPool(asked.owned, numbers.value ?? [], settings)}
          close={() => ask(null)}
          backTo={toggleId}
        />
      )}
    </Stack>
  );
}

function Refresh({ reload }: { reload: () => void }) {
  const { run, busy } = useAction('numbers.reconcile');
  const refresh = async () => {
    if (await run()) reload();
  };
  return (
    <Button size="xs" variant="default" loading={busy} onClick={() => void refresh()}>
      {text.refresh}
    </Button>
  );
}

interface SumProps {
  summary: MoneySummary | null;
  numbers: OwnedNumber[] | null;
}

function Sum({ summary, numbers }: SumProps) {
  if (summary === null || numbers === null) return <span />;
  const count = countKept(numbers);
  if (count === 0) return <span />;
  const parts = [
    text.sum({ count, amount: formatMoney(summary.monthly) }),
    summary.nextBill === null ? null : text.nextBill({ day: formatDay(summary.nextBill.at) }),
  ];
  return <Text size="sm">{parts.filter((part) => part !== null).join('; ')}</Text>;
}
