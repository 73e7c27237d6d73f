import { Alert, Button, EmptyState, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { useAppState } from '../../state/context.ts';
import { groupLeases } from '../../state/leases.ts';
import { PhoneIcon, PlusIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { AccountLine } from './AccountLine.tsx';
import { EndedLeases } from './EndedLeases.tsx';
import { LeaseCard } from './LeaseCard.tsx';

const text = strings.numbers;

interface NumbersPageProps {
  /** Opens the dialog, with a country to begin with if one is given. */
  newNumber: (country?: string) => void;
  revealed: Revealed | null;
}

export function NumbersPage({ newNumber, revealed }: NumbersPageProps) {
  const { leases, demo } = useAppState();
  const { current, ended } = groupLeases(leases);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {text.title}
        </Title>
        {leases.length > 0 && <NewNumberButton newNumber={newNumber} />}
      </Group>
      {demo && <DemoBanner />}
      <AccountLine />
      {leases.length === 0 && <NoNumbers newNumber={newNumber} />}
      <CurrentLeases leases={current} revealed={revealed} />
      <EndedLeases leases={ended} revealed={revealed} newNumber={newNumber} />
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

function DemoBanner() {
  const { run, busy } = useAction('demo.stop');
  return (
    <Alert color="grape" title={strings.demo.title}>
      <Group justify="space-between">
        {strings.demo.text}
        <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
          {strings.demo.leave}
        </Button>
      </Group>
    </Alert>
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
