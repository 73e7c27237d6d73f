import { Button, Group, Stack, Text } from '@mantine/core';
import type { Lease } from '../../../electron/contract/state.ts';
import { useAtNow, useClient, useLeaseMessages, useSelected } from '../../state/context.ts';
import { isLate } from '../../state/leases.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { Alerts, Findings } from './Findings.tsx';

const text = strings.reception.late;

/** Possible reasons why an SMS is late. Hidden while reception is paused, when the reason is obvious. */
export function LateHint({ lease }: { lease: Lease }) {
  const messages = useLeaseMessages(lease.id);
  const isPaused = useSelected(({ pausedSince }) => pausedSince !== null);
  const late = useAtNow((now) => isLate(lease, messages, now));
  return late && !isPaused ? <Hint id={lease.id} /> : null;
}

function Hint({ id }: { id: string }) {
  const client = useClient();
  const diagnosis = useLoaded(() => client.call('leases.diagnose', { id }), id);
  return (
    <Stack gap="xs" mt="xs" className="late">
      <Text size="sm" fw={600}>
        {text.title}
      </Text>
      <LoadingLine loaded={diagnosis} text={text.looking} />
      {diagnosis.value !== null && <Findings findings={diagnosis.value.findings} />}
      {diagnosis.value !== null && <Alerts alerts={diagnosis.value.alerts} />}
      <Check lease={id} />
    </Stack>
  );
}

function Check({ lease }: { lease: string }) {
  const { ask, answer, busy } = useAnswer('messages.check', ({ found }) => text.found({ count: found }));
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" loading={busy} onClick={() => void ask({ lease })}>
        {text.check}
      </Button>
      {answer !== null && <Text size="sm">{text.found({ count: answer.found })}</Text>}
    </Group>
  );
}
