import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import { credentialsSchema } from '../../../electron/contract/credentials.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { SecretStorage } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { ConsoleButton, ConsoleLink } from './ConsoleLink.tsx';
import { runningOf, type Running } from './setup.ts';
import { StillRunning } from './StillRunning.tsx';
import { useConnect } from './useConnect.ts';
import { useCredentialsFix } from './useCredentialsFix.tsx';

const text = strings.onboarding;

interface ConnectFormProps {
  storage: SecretStorage;
  /** Called with true while a check runs or its failure is shown, and with false once it has worked. */
  onUse: (inUse: boolean) => void;
}

export function ConnectForm({ storage, onUse }: ConnectFormProps) {
  const { busy, failure, connect } = useConnect(onUse);
  const form = useForm({
    name: 'connect',
    initialValues: { accountSid: '', authToken: '', remember: storage === 'encrypted' },
    validate: (values) => fieldErrors(credentialsSchema, values),
    validateInputOnBlur: true,
  });
  const running = useRunning((sid) => {
    if (form.values.accountSid !== '') return;
    form.setFieldValue('accountSid', sid);
    form.getInputNode('authToken')?.focus();
  });
  const { field, offer, refuse } = useCredentialsFix(form);
  return (
    <form onSubmit={form.onSubmit((values) => void connect(values), refuse)} noValidate>
      <Stack>
        {running !== null && <StillRunning running={running} />}
        <ConsoleLink />
        <TextInput
          label={text.accountSid}
          description={text.accountSidHint}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          {...field('accountSid')}
        />
        <TextInput
          label={text.authToken}
          description={text.authTokenHint}
          type="password"
          autoComplete="off"
          required
          withAsterisk={false}
          {...field('authToken')}
        />
        {offer}
        <Checkbox
          label={text.remember[storage]}
          description={storage === 'unavailable' && text.rememberUnavailable}
          disabled={storage === 'unavailable'}
          {...form.getInputProps('remember', { type: 'checkbox' })}
        />
        {failure !== null && <Refusal failure={failure} />}
        <Button type="submit" loading={busy}>
          {text.connect}
        </Button>
      </Stack>
    </form>
  );
}

/** The numbers that wait for a token; `found` is called with the SID of their account once it is known. */
function useRunning(found: (sid: string) => void): Running | null {
  const client = useClient();
  const { value } = useLoaded(() => client.call('data.remaining'), 'remaining');
  const running = runningOf(value ?? []);
  const sid = running?.sid;
  const tell = useEffectEvent(found);
  useEffect(() => {
    if (sid !== undefined) tell(sid);
  }, [sid]);
  return running;
}

/** Twilio's refusal of the credentials, with the page to compare them with. */
function Refusal({ failure }: { failure: Failure }) {
  if (failure.code !== 'INVALID_CREDENTIALS') return <FailureAlert failure={failure} />;
  return (
    <FailureAlert failure={failure} hint={text.failed.compare}>
      <ConsoleButton />
    </FailureAlert>
  );
}
