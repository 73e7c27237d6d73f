import { Button, Stack, Text } from '@mantine/core';
import type { ReceptionKind } from '../../../electron/contract/settings.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { StepButtons } from './StepButtons.tsx';
import { TunnelStatus } from './TunnelStatus.tsx';

const text = strings.onboarding;

/** The environment has chosen; the person sees how it does. */
export function FixedWay({ kind }: { kind: ReceptionKind }) {
  const { run, busy } = useAction('settings.update');
  return (
    <Stack gap="md">
      <div>
        <Text fw={500}>{text.reception.fixed[kind]}</Text>
        <Text size="sm" c="dimmed">
          {text.reception.fixedHint}
        </Text>
      </div>
      <TunnelStatus busy={false} shown={kind !== 'polling'} connecting={text.reception.connecting} />
      <StepButtons back="connect">
        <Button loading={busy} onClick={() => void run({ setup: 'leaseEnd' })}>
          {text.next}
        </Button>
      </StepButtons>
    </Stack>
  );
}
