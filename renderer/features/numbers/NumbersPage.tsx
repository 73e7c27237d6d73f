import { Button, EmptyState, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { Revealed } from '../../shellHooks.ts';
import { useSelected } from '../../state/context.ts';
import { listLeases, manyLeases } from '../../state/leaseList.ts';
import { groupLeases, isCancelled } from '../../state/leases.ts';
import { leaseSorts } from '../../state/leaseSort.ts';
import { PhoneIcon, PlusIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { keptUntil } from '../owned/owned.ts';
import { OwnedNumbers } from '../owned/OwnedNumbers.tsx';
import { useOwned } from '../owned/useOwned.ts';
import { CurrentLeases } from './CurrentLeases.tsx';
import { EndAll } from './EndAll.tsx';
import { EndedLeases } from './EndedLeases.tsx';
import { useListChoice } from './listChoice.tsx';
import type { FirstChoice } from './order.ts';
import type { SameAgain } from './useSameAgain.ts';

const text = strings.numbers;
const list = strings.numbers.list;

interface NumbersPageProps {
  /** Opens the dialog with these initial values. */
  newNumber: (first?: FirstChoice) => void;
  sameAgain: SameAgain | null;
  revealed: Revealed | null;
}

export function NumbersPage({ newNumber, sameAgain, revealed }: NumbersPageProps) {
  const leases = useSelected((state) => state.leases).filter((lease) => !isCancelled(lease));
  const { sort } = useListChoice();
  const [filter, setFilter] = useFilter(revealed);
  const { current, ended } = listLeases(leases, useDeferredValue(filter), sort);
  const inUse = groupLeases(leases).current.length;
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
          <SameAgainButton sameAgain={sameAgain} />
          {leases.length > 0 && <NewNumberButton newNumber={newNumber} />}
        </Group>
      </Group>
      <WaitingRequests />
      {leases.length === 0 && <NoNumbers newNumber={newNumber} />}
      {(leases.length >= manyLeases || filter !== '' || sort !== 'code') && (
        <NumbersToolbar filter={filter} setFilter={setFilter} />
      )}
      {leases.length > 0 && current.length + ended.length === 0 && <Text>{text.list.noMatch}</Text>}
      <CurrentLeases leases={current} count={inUse} revealed={revealed} />
      <OwnedNumbers owned={owned} newNumber={newNumber} />
      <EndedLeases leases={ended} revealed={revealed} newNumber={newNumber} keptUntil={kept} />
    </Stack>
  );
}

/** How many script requests are waiting for one of these numbers. */
function WaitingRequests() {
  const count = useSelected((state) => state.waiting.length);
  return count === 0 ? null : <Text>{text.waitingRequests({ count })}</Text>;
}

/** The search text. Revealing a lease clears it, so that it cannot hide that lease. */
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

/** Takes a number like the last one with one click. A double click is one, too. */
function SameAgainButton({ sameAgain }: Pick<NumbersPageProps, 'sameAgain'>) {
  if (sameAgain === null) return null;
  const { run, busy, what } = sameAgain;
  return (
    <Button variant="default" title={what} loading={busy} onClick={({ detail }) => detail < 2 && run()}>
      {text.sameAgain}
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

interface NumbersToolbarProps {
  filter: string;
  setFilter: (filter: string) => void;
}

/** Finds one number among many, and sorts those in use. */
function NumbersToolbar({ filter, setFilter }: NumbersToolbarProps) {
  const { sort, setSort } = useListChoice();
  return (
    <Group component="search" align="flex-end" gap="sm">
      <TextInput
        type="search"
        flex="1 1 16em"
        label={list.filter}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <NativeSelect
        label={list.sort}
        value={sort}
        data={leaseSorts.map((value) => ({ value, label: list.sorts[value] }))}
        onChange={(event) => setSort(leaseSorts.find((known) => known === event.currentTarget.value) ?? 'code')}
      />
    </Group>
  );
}
