import { Button, EmptyState, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { useAppState } from '../../state/context.ts';
import { groupLeases } from '../../state/leases.ts';
import { PhoneIcon, PlusIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { SpendingLine } from '../money/SpendingLine.tsx';
import { keptUntil } from '../owned/owned.ts';
import { OwnedNumbers } from '../owned/OwnedNumbers.tsx';
import { useOwned } from '../owned/useOwned.ts';
import { AccountLine } from './AccountLine.tsx';
import { EndAll } from './EndAll.tsx';
import { EndedLeases } from './EndedLeases.tsx';
import { LeaseCard } from './LeaseCard.tsx';
import type { FirstChoice } from './order.ts';

const text = strings.numbers;

interface NumbersPageProps {
  /** Opens the dialog with what is given to begin with. */
  newNumber: (first?: FirstChoice) => void;
  revealed: Revealed | null;
}

export function NumbersPage({ newNumber, revealed }: NumbersPageProps) {
  const { leases } = useAppState();
  const { current, ended } = groupLeases(leases);
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
      <AccountLine />
      <SpendingLine />
      {leases.length === 0 && <NoNumbers newNumber={newNumber} />}
      <CurrentLeases leases={current} revealed={revealed} />
      <OwnedNumbers owned={owned} newNumber={newNumber} />
      <EndedLeases leases={ended} revealed={revealed} newNumber={newNumber} keptUntil={kept} />
    </Stack>
  );
}

function CurrentLeases({ leases, revealed }: { leases: Lease[]; revealed: Revealed | null }) {
  if (leases.length === 0) return null;
  return (
    <section aria-label={text.current}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {leases.map((lease) => (
          <LeaseCard key={lease.id} lease={lease} revealed={revealed?.leaseId === lease.id ? revealed : null} />
        ))}
      </SimpleGrid>
    </section>
  );
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
