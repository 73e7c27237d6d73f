import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { CredentialsState } from '../../../electron/contract/state.ts';
import { useAppState } from '../../state/context.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { ConsoleLink } from './ConsoleLink.tsx';
import './newToken.css';
import { errorsIn, neededFields, signInWith, type SignIn } from './signIn.ts';
import { useConnect } from './useConnect.ts';

const text = strings.onboarding;

const labels = { apiKey: text.apiKey, apiSecret: text.apiSecret, authToken: text.failed.token };

/** Takes a new token, or a new key, for the same account, whose numbers stay in use. It is saved only if the old one was. */
export function NewToken({ source }: { source: CredentialsState['source'] }) {
  const { account, credentials } = useAppState();
  const { busy, failure, connect, clear } = useConnect();
  const byKey = credentials.apiKey !== undefined;
  const form = useForm<SignIn>({
    initialValues: {
      accountSid: account.kind === 'none' ? '' : account.sid,
      authToken: '',
      apiKey: '',
      apiSecret: '',
      byKey,
      remember: source === 'stored',
    },
    validate: (values) => errorsIn(signInWith(values)),
    validateInputOnBlur: true,
    onValuesChange: clear,
  });
  if (account.kind === 'none') return null;
  // The token beside a key stays.
  const submit = (values: SignIn) => connect({ ...signInWith(values), ...(byKey && { keep: true }) });
  const [, ...names] = neededFields(byKey);
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate className="new-token">
      <Stack gap="xs">
        <Group gap="xs" align="flex-start">
          {names.map((name) => (
            <TextInput
              key={name}
              flex="1 1 14em"
              placeholder={labels[name]}
              aria-label={labels[name]}
              type={name === 'apiKey' ? 'text' : 'password'}
              autoComplete="off"
              {...form.getInputProps(name)}
            />
          ))}
          <Button type="submit" loading={busy}>
            {text.failed.connect}
          </Button>
        </Group>
        <ConsoleLink where={byKey ? text.whereKey : text.whereToken} />
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
