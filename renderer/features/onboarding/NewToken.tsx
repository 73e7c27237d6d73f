import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { credentialFields } from '../../../electron/contract/credentials.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { CredentialsState } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { ConsoleLink } from './ConsoleLink.tsx';
import './newToken.css';
import { useConnect } from './useConnect.ts';

const text = strings.onboarding;

/** Takes a new token for the same account, whose numbers stay in use. It is saved only if the old one was. */
export function NewToken({ source }: { source: CredentialsState['source'] }) {
  const { account } = useAppState();
  const { busy, failure, connect, clear } = useConnect();
  const form = useForm({
    initialValues: { authToken: '' },
    validate: (values) => fieldErrors(credentialFields.pick({ authToken: true }), values),
    validateInputOnBlur: true,
    onValuesChange: clear,
  });
  if (account.kind === 'none') return null;
  const { sid } = account;
  const submit = ({ authToken }: { authToken: string }) =>
    connect({ accountSid: sid, authToken, remember: source === 'stored' });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate className="new-token">
      <Stack gap="xs">
        <Group gap="xs" align="flex-start">
          <TextInput
            flex="1 1 14em"
            placeholder={text.failed.token}
            aria-label={text.failed.token}
            type="password"
            autoComplete="off"
            {...form.getInputProps('authToken')}
          />
          <Button type="submit" loading={busy}>
            {text.failed.connect}
          </Button>
        </Group>
        <ConsoleLink where={text.whereToken} />
        {failure !== null && <Refusal failure={failure} />}
      </Stack>
    </form>
  );
}

/** Plain text, because it is already inside an alert. */
function Refusal({ failure }: { failure: Failure }) {
  return (
    <Text size="sm" fw={600} role="alert">
      {failureLine(failure)}
    </Text>
  );
}
