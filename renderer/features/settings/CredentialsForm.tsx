import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type KeyboardEvent } from 'react';
import type { Input } from '../../../electron/contract/api.ts';
import { credentialsSchema } from '../../../electron/contract/credentials.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { useCredentialsFix } from '../onboarding/useCredentialsFix.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.settings.twilio;

/** A new Auth Token, or another account. Twilio is asked before anything is saved. The token is never shown again. */
export function CredentialsForm() {
  const client = useClient();
  const { account, credentials } = useAppState();
  const { storage, source } = credentials;
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm({
    // Whatever Twilio said was about other credentials than these.
    onValuesChange: () => setFailure(null),
    initialValues: {
      accountSid: account.kind === 'none' ? '' : account.sid,
      authToken: '',
      remember: source === 'stored' && storage !== 'unavailable',
    },
    validate: (values) => fieldErrors(credentialsSchema, values),
  });
  const { run: connect, busy } = useTask(async (given: Input<'account.connect'>) => {
    setFailure(null);
    const connected = await client.call('account.connect', given);
    form.setFieldValue('authToken', '');
    if (connected.kind === 'connected') showDone(text.saved({ name: connected.name ?? connected.sid }));
  }, setFailure);
  const fix = useCredentialsFix(form);
  const restore = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    form.reset();
    setFailure(null);
  };
  const field = (name: 'accountSid' | 'authToken') => ({
    ...fix.field(name),
    // Leaving a field empty is not an error.
    onBlur: () => form.values[name] !== '' && form.validateField(name),
    onKeyDown: restore,
  });
  return (
    <form onSubmit={form.onSubmit((values) => void connect(values))} noValidate>
      <Stack gap="xs" maw="26rem">
        <Text size="sm">{text.changeHint}</Text>
        <TextInput
          {...placeFor('accountSid')}
          label={strings.onboarding.accountSid}
          autoComplete="off"
          spellCheck={false}
          {...field('accountSid')}
        />
        <TextInput
          {...placeFor('authToken')}
          label={strings.onboarding.authToken}
          description={text.authTokenHint}
          type="password"
          autoComplete="off"
          {...field('authToken')}
        />
        {fix.offer}
        <Checkbox
          label={strings.onboarding.remember[storage]}
          disabled={storage === 'unavailable'}
          {...form.getInputProps('remember', { type: 'checkbox' })}
        />
        {failure !== null && <FailureAlert failure={failure} />}
        <div>
          <Button type="submit" size="xs" variant="default" loading={busy}>
            {text.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
