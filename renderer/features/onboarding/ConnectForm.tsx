import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { SecretStorage } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { ConsoleButton, ConsoleLink } from './ConsoleLink.tsx';
import { SecretFields } from './SecretFields.tsx';
import { runningOf, type Running } from './setup.ts';
import { errorsIn, neededFields, signInWith, type SignIn } from './signIn.ts';
import { StillRunning } from './StillRunning.tsx';
import { useConnect } from './useConnect.ts';
import { useCredentialsFix } from './useCredentialsFix.tsx';

const text = strings.onboarding;

const nothingTyped = { accountSid: '', authToken: '', apiKey: '', apiSecret: '', byKey: false };

interface ConnectFormProps {
  storage: SecretStorage;
  /** Called with true while a check runs or its failure is shown, and with false once it has worked. */
  onUse: (inUse: boolean) => void;
}

export function ConnectForm({ storage, onUse }: ConnectFormProps) {
  const { busy, failure, connect } = useConnect(onUse);
  const form = useForm<SignIn>({
    name: 'connect',
    initialValues: { ...nothingTyped, remember: storage === 'encrypted' },
    validate: (values) => errorsIn(signInWith(values)),
    validateInputOnBlur: true,
  });
  const running = useRunning((sid) => {
    if (form.values.accountSid !== '') return;
    form.setFieldValue('accountSid', sid);
    form.getInputNode('authToken')?.focus();
  });
  const { field, offer, refuse } = useCredentialsFix(form);
  const { byKey } = form.values;
  const hints = {
    accountSid: text.accountSidHint,
    apiKey: text.apiKeyHint,
    apiSecret: text.authTokenHint,
    authToken: byKey ? text.authTokenForWebhooks : text.authTokenHint,
  };
  return (
    <form onSubmit={form.onSubmit((values) => void connect(signInWith(values)), refuse)} noValidate>
      <Stack>
        {running !== null && <StillRunning running={running} />}
        <ConsoleLink {...(byKey && { where: text.whereKey })} />
        <TextInput
          label={text.accountSid}
          description={hints.accountSid}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          {...field('accountSid')}
        />
        <SecretFields
          byKey={byKey}
          field={(name) => ({
            ...field(name),
            description: hints[name],
            required: neededFields(byKey).includes(name),
          })}
          setByKey={(next) => form.setFieldValue('byKey', next)}
        />
        {offer}
        <Checkbox
          label={text.remember[storage]}
          description={storage === 'unavailable' && text.rememberUnavailable}
          disabled={storage === 'unavailable'}
          {...form.getInputProps('remember', { type: 'checkbox' })}
        />
        {failure !== null && <Refusal failure={failure} byKey={byKey} />}
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
function Refusal({ failure, byKey }: { failure: Failure; byKey: boolean }) {
  if (byKey || failure.code !== 'INVALID_CREDENTIALS') return <FailureAlert failure={failure} />;
  return (
    <FailureAlert failure={failure} hint={text.failed.compare}>
      <ConsoleButton />
    </FailureAlert>
  );
}
