import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type KeyboardEvent } from 'react';
import type { Input } from '../../../electron/contract/api.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useTask } from '../../ui/useTask.ts';
import type { Typed } from '../onboarding/credentialsFix.ts';
import { SecretFields } from '../onboarding/SecretFields.tsx';
import { changeTo, errorsIn, type SignIn } from '../onboarding/signIn.ts';
import { useCredentialsFix } from '../onboarding/useCredentialsFix.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.settings.twilio;

/** A new Auth Token or API key, or another account. Twilio is asked before anything is saved. No secret is shown again. */
export function CredentialsForm() {
  const client = useClient();
  const { account, credentials } = useAppState();
  const { apiKey: key, storage, source } = credentials;
  const known = { accountSid: account.kind === 'none' ? '' : account.sid, apiKey: key?.sid };
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<SignIn>({
    // Whatever Twilio said was about other credentials than these.
    onValuesChange: () => setFailure(null),
    initialValues: {
      accountSid: known.accountSid,
      authToken: '',
      apiKey: key?.sid ?? '',
      apiSecret: '',
      byKey: key !== undefined,
      remember: source === 'stored' && storage !== 'unavailable',
    },
    validate: (values) => errorsIn(changeTo(values, known)),
  });
  const { run: connect, busy } = useTask(async (given: Input<'account.connect'>) => {
    setFailure(null);
    const connected = await client.call('account.connect', given);
    form.setValues({ authToken: '', apiSecret: '' });
    if (connected.kind === 'connected') showDone(text.saved({ name: connected.name ?? connected.sid }));
  }, setFailure);
  const fix = useCredentialsFix(form);
  const { byKey } = form.values;
  const isTokenKnown = key === undefined || !key.alone;
  const tokenHint = isTokenKnown ? text.keptHint : strings.onboarding.authTokenForWebhooks;
  const hints: Partial<Typed> = {
    apiSecret: text.authTokenHint,
    authToken: byKey ? tokenHint : text.authTokenHint,
  };
  const restore = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    form.reset();
    setFailure(null);
  };
  const field = (name: keyof Typed) => ({
    ...fix.field(name),
    // Leaving a field empty is not an error.
    onBlur: () => form.values[name] !== '' && form.validateField(name),
    onKeyDown: restore,
  });
  return (
    <form onSubmit={form.onSubmit((values) => void connect(changeTo(values, known)))} noValidate>
      <Stack gap="xs" maw="26rem">
        <Text size="sm">{text.changeHint}</Text>
        <TextInput
          {...placeFor('accountSid')}
          label={strings.onboarding.accountSid}
          autoComplete="off"
          spellCheck={false}
          {...field('accountSid')}
        />
        <SecretFields
          byKey={byKey}
          field={(name) => ({ ...field(name), description: hints[name] })}
          setByKey={(next) => form.setFieldValue('byKey', next)}
          placeFor={placeFor}
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
