import { Button, Stack, Text, Title } from '@mantine/core';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { CredentialsState } from '../../../electron/contract/state.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

const text = strings.onboarding;

interface AccountFailedProps {
  error: Failure;
  source: CredentialsState['source'];
  headingOrder: 1 | 2;
}

export function AccountFailed({ error, source, headingOrder }: AccountFailedProps) {
  const retry = useAction('account.retry');
  const forget = useAction('account.forget');
  return (
    <Stack>
      <Title order={headingOrder} size="h3">
        {text.failedTitle}
      </Title>
      <FailureAlert failure={error}>
        <Button loading={retry.busy} onClick={() => void retry.run()}>
          {strings.common.retry}
        </Button>
        {source !== 'environment' && (
          <Button variant="default" loading={forget.busy} onClick={() => void forget.run()}>
            {text.otherCredentials}
          </Button>
        )}
      </FailureAlert>
      {source === 'environment' && <Text size="sm">{text.fromEnvironment}</Text>}
    </Stack>
  );
}
