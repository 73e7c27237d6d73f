import { Box, Card, Group, Loader, Stack, Text } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import type { Revealed } from '../../shellHooks.ts';
import { useAppState } from '../../state/context.ts';
import { hasMessage } from '../../state/leases.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { LateHint } from '../reception/LateHint.tsx';
import { Countdown } from './Countdown.tsx';
import { LeaseActions } from './LeaseActions.tsx';
import { LeaseCodes } from './LeaseCodes.tsx';
import { LeaseFacts, LeaseNumber, StateBadge } from './LeaseFacts.tsx';
import { useRevealed } from './useRevealed.ts';

const text = strings.numbers;

interface LeaseCardProps {
  lease: Lease;
  revealed: Revealed | null;
}

/** A number in use: everything that a tester needs of it while its time runs. */
export function LeaseCard({ lease, revealed }: LeaseCardProps) {
  const ref = useRevealed(revealed);
  return (
    <Card
      ref={ref}
      component="article"
      withBorder
      className="lease-card"
      tabIndex={-1}
      aria-label={leaseName(lease)}
      data-lease-state={lease.state}
      {...(revealed !== null && { 'data-revealed': true })}
    >
      <Stack gap="md" h="100%" justify="space-between">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={6} miw={0} align="flex-start">
            <LeaseNumber lease={lease} />
            {lease.label !== null && (
              <Text fw={500} className="break">
                {lease.label}
              </Text>
            )}
            <LeaseFacts lease={lease} />
            <StateBadge state={lease.state} />
          </Stack>
          <Clock lease={lease} />
        </Group>
        <Codes lease={lease} />
        {lease.problem !== null && <FailureAlert failure={lease.problem} color="orange" title={problemTitle(lease)} />}
        {lease.state === 'active' && <LeaseActions lease={lease} />}
      </Stack>
    </Card>
  );
}

function problemTitle({ state }: Lease): string {
  return state === 'buying' ? text.buyProblem : text.releaseProblem;
}

function Clock({ lease: { state, startedAt, expiresAt } }: { lease: Lease }) {
  if (state === 'active' && expiresAt !== null) return <Countdown startedAt={startedAt} expiresAt={expiresAt} />;
  return state === 'buying' || state === 'releasing' ? <Loader size="md" aria-hidden="true" /> : null;
}

function Codes({ lease }: { lease: Lease }) {
  const { messages } = useAppState();
  if (lease.state === 'buying') return null;
  if (lease.latestCode !== null) return <LeaseCodes lease={lease} messages={messages} />;
  if (lease.state !== 'active') return <Text c="dimmed">{text.noCode}</Text>;
  return (
    <Box>
      <Text c="dimmed">{hasMessage(lease, messages) ? strings.inbox.noCode : text.waiting}</Text>
      <LateHint lease={lease} />
    </Box>
  );
}
