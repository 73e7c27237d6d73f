import { Button, EmptyState, Group, Stack, Text, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { Revealed } from '../../shellHooks.ts';
import { useSelected } from '../../state/context.ts';
import { listLeases, manyLeases } from '../../state/leaseList.ts';
import { PhoneIcon, PlusIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { keptUntil } from '../owned/owned.ts';
import { OwnedNumbers } from '../owned/OwnedNumbers.tsx';
import { useOwned } from '../owned/useOwned.ts';
import { CurrentLeases } from './CurrentLeases.tsx';
import { EndAll } from './EndAll.tsx';
import { EndedLeases } from './EndedLeases.tsx';
import { useListChoice } from './listChoice.tsx';
import { NumbersToolbar } from './NumbersToolbar.tsx';
import type { FirstChoice } from './order.ts';

const text = strings.numbers;

interface NumbersPageProps {
  /** Opens the dialog with what is given to begin with. */
  newNumber: (first?: FirstChoice) => void;
  revealed: Revealed | null;
}

export function NumbersPage({ newNumber, revealed }: NumbersPageProps) {
  const leases = useSelected((state) => state.leases);
  const { sort } = useListChoice();
  const [filter, setFilter] = useFilter(revealed);
  const { current, ended } = listLeases(leases, useDeferredValue(filter), sort);
  const owned = useOwned();
  const kept = keptUntil(owned.numbers.value ?? []);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {text.title}
        </Title>
        <Group gap="xs">
          <EndAll leases={leases} />
          {leases.length > 0 && <NewNumberButton newNumber={newNumber} />}
        </Group>
      </Group>
      <WaitingRequests />
      {leases.length === 0 && <NoNumbers newNumber={newNumber} />}
      {(leases.length >= manyLeases || filter !== '' || sort !== 'code') && (
        <NumbersToolbar filter={filter} setFilter={setFilter} />
      )}
      {leases.length > 0 && current.length + ended.length === 0 && <Text>{text.list.noMatch}</Text>}
      <CurrentLeases leases={current} revealed={revealed} />
      <OwnedNumbers owned={owned} newNumber={newNumber} />
      <EndedLeases leases={ended} revealed={revealed} newNumber={newNumber} keptUntil={kept} />
    </Stack>
  );
}

/** How many requests of scripts wait for one of these numbers. */
function WaitingRequests() {
  const count = useSelected((state) => state.waiting.length);
  return count === 0 ? null : <Text>{text.waitingRequests({ count })}</Text>;
}

/** What is to be found; a lease that is to be shown must not be hidden by it. */
function useFilter(revealed: Revealed | null): [string, (filter: string) => void] {
  const [filter, setFilter] = useState('');
  const [seen, setSeen] = useState(revealed);
  if (seen !== revealed) {
    setSeen(revealed);
    setFilter('');
  }
  return [filter, setFilter];
}

type NewNumber = Pick<NumbersPageProps, 'newNumber'>;

function NewNumberButton({ newNumber }: NewNumber) {
  return (
    <Button leftSection={<PlusIcon />} onClick={() => newNumber()}>
      {text.newNumber}
    </Button>
  );
}

function NoNumbers({ newNumber }: NewNumber) {
  return (
    <EmptyState py="xl" icon={<PhoneIcon />} title={text.emptyTitle} description={text.emptyText}>
      <EmptyState.Actions>
        <NewNumberButton newNumber={newNumber} />
      </EmptyState.Actions>
    </EmptyState>
  );
}
