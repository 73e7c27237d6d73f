import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { formatNumber, leaseName } from '../../ui/format.ts';
import { MessagesLink } from '../../ui/MessagesLink.tsx';
import { strings } from '../../ui/strings.ts';
import { ChoosePapers, needsPapers } from '../papers/ChoosePapers.tsx';
import { ChangeLimit } from './ChangeLimit.tsx';
import { EndNote, LeaseFacts, StateBadge } from './LeaseFacts.tsx';
import type { FirstChoice } from './order.ts';
import { countriesInsteadOf, needsOtherCountry } from './otherCountry.ts';
import { useRevealed } from './useRevealed.ts';

const text = strings.numbers;
const shownAtFirst = 8;

interface EndedLeasesProps {
  leases: Lease[];
  revealed: Revealed | null;
  newNumber: (first?: FirstChoice) => void;
  /** By lease id, until when its number waits for the next lease (ISO 8601), if known. */
  keptUntil: ReadonlyMap<string, string>;
}

/** Leases that are over, newest first, with their codes still at hand. */
export function EndedLeases({ leases, revealed, newNumber, keptUntil }: EndedLeasesProps) {
  const [all, setAll] = useState(false);
  if (leases.length === 0) return null;
  const isHidden = leases.findIndex(({ id }) => id === revealed?.leaseId) >= shownAtFirst;
  const shown = all || isHidden ? leases : leases.slice(0, shownAtFirst);
  return (
    <Stack component="section" gap="sm" aria-labelledby="ended">
      <Title order={2} size="h4" id="ended">
        {text.ended}
      </Title>
      {shown.map((lease) => (
        <EndedLease
          key={lease.id}
          lease={lease}
          revealed={revealed?.leaseId === lease.id ? revealed : null}
          newNumber={newNumber}
          keptUntil={keptUntil.get(lease.id) ?? null}
        />
      ))}
      {shown.length < leases.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {text.showMore({ count: leases.length - shown.length })}
        </Button>
      )}
    </Stack>
  );
}

interface EndedLeaseProps {
  lease: Lease;
  revealed: Revealed | null;
  newNumber: (first?: FirstChoice) => void;
  keptUntil: string | null;
}

function EndedLease({ lease, revealed, newNumber, keptUntil }: EndedLeaseProps) {
  const ref = useRevealed(revealed);
  return (
    <Card
      ref={ref}
      component="article"
      withBorder
      padding="sm"
      className="lease-card"
      tabIndex={-1}
      aria-label={leaseName(lease)}
      data-lease-state={lease.state}
      {...(revealed !== null && { 'data-revealed': true })}
    >
      <Group justify="space-between">
        <EndedName lease={lease} />
        <Group gap="sm">
          {lease.latestCode !== null && <EndedCode code={lease.latestCode.code} />}
          <StateBadge lease={lease} keptUntil={keptUntil} />
        </Group>
      </Group>
      {lease.problem !== null && <EndedProblem lease={lease} newNumber={newNumber} />}
    </Card>
  );
}

function EndedName({ lease }: { lease: Lease }) {
  const { number, label } = lease;
  return (
    <Stack gap={0}>
      <Text fw={500} className="break">
        {number !== null && <MessagesLink number={number}>{formatNumber(number)}</MessagesLink>}
        {number !== null && label !== null && ' · '}
        {label ?? (number === null && text.states.failed)}
      </Text>
      <LeaseFacts lease={lease} />
      <EndNote lease={lease} />
    </Stack>
  );
}

function EndedCode({ code }: { code: string }) {
  return (
    <Group gap="xs">
      <CodeText className="code-small" code={code} />
      <CopyButton text={code} label={strings.codes.copyCode} />
    </Group>
  );
}

function EndedProblem({ lease, newNumber }: Pick<EndedLeaseProps, 'lease' | 'newNumber'>) {
  if (lease.problem === null) return null;
  return (
    <Stack mt="sm">
      <FailureAlert failure={lease.problem}>
        {needsOtherCountry(lease.problem.code) && (
          <Button
            size="xs"
            variant="default"
            onClick={() => newNumber({ country: countriesInsteadOf(lease.country)[0] ?? null })}
          >
            {text.otherCountry}
          </Button>
        )}
        {lease.problem.code === 'SPEND_LIMIT' && <ChangeLimit />}
        {needsPapers(lease.problem.code) && <ChoosePapers country={lease.country} />}
      </FailureAlert>
    </Stack>
  );
}
