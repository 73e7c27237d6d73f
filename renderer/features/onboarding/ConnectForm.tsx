import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { credentialsSchema } from '../../../electron/contract/api.ts';
import type { SecretStorage } from '../../../electron/contract/state.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { ConsoleLink } from './ConsoleLink.tsx';
import { useConnect } from './useConnect.ts';

const text = strings.onboarding;

interface ConnectFormProps {
  storage: SecretStorage;
  /** Called with true while a check runs or its failure is shown, and with false once it has worked. */
  onUse: (inUse: boolean) => void;
}

export function ConnectForm({ storage, onUse }: ConnectFormProps) {
  const { busy, failure, connect } = useConnect(onUse);
  const form = useForm({
    initialValues: { accountSid: '', authToken: '', remember: storage === 'encrypted' },
    validate: (values) => fieldErrors(credentialsSchema, values),
    validateInputOnBlur: true,
  });
  return (
    <form onSubmit={form.onSubmit((values) => void connect(values))} noValidate>
      <Stack>
        <ConsoleLink />
        <TextInput
          label={text.accountSid}
          description={text.accountSidHint}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.getInputProps('accountSid')}
        />
        <TextInput
          label={text.authToken}
          description={text.authTokenHint}
          type="password"
          autoComplete="off"
          required
          withAsterisk={false}
          {...form.getInputProps('authToken')}
        />
        <Checkbox
          label={text.remember[storage]}
          description={storage === 'unavailable' && text.rememberUnavailable}
          disabled={storage === 'unavailable'}
          {...form.getInputProps('remember', { type: 'checkbox' })}
        />
        {failure !== null && <FailureAlert failure={failure} />}
        <Button type="submit" loading={busy}>
          {text.connect}
        </Button>
      </Stack>
    </form>
  );
}
