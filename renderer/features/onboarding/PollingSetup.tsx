import { Button, type ButtonProps } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { StepButtons } from './StepButtons.tsx';

const text = strings.onboarding;

export function PollingSetup() {
  return (
    <StepButtons back="connect">
      <PollingButton>{text.next}</PollingButton>
    </StepButtons>
  );
}

/** For people who want to set up the rest later. */
export function SkipToPolling() {
  return <PollingButton variant="subtle">{text.reception.skip}</PollingButton>;
}

function PollingButton(props: ButtonProps) {
  const { run, busy } = useAction('settings.update');
  const go = () => void run({ reception: 'polling', setup: 'leaseEnd' });
  return <Button {...props} loading={busy} onClick={go} />;
}
