import { Anchor, Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requests } from '../../../electron/contract/api.ts';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { placeFor } from './useArrival.ts';

const text = strings.settings.reception;

/** Takes a secret and never shows it again: the field is empty once it is saved. */
export function NgrokToken() {
  const { ngrokToken, storage } = useAppState().credentials;
  const set = useAction('ngrok.setToken');
  const forget = useAction('ngrok.forgetToken');
  const form = useForm({
    initialValues: { token: '', remember: storage === 'encrypted' },
    validate: (values) => fieldErrors(requests['ngrok.setToken'].input, values),
  });
  const save = async (values: typeof form.values) => {
    if (await set.run(values)) form.reset();
  };
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="xs" maw="26rem" {...placeFor('ngrokToken')}>
        <TextInput
          type="password"
          autoComplete="off"
          label={text.ngrokToken}
          description={
            <>
              {text.ngrokTokenStates[ngrokToken]}{' '}
              <Anchor href={text.ngrokTokenPage} target="_blank" rel="noreferrer" inherit underline="always">
                {text.ngrokTokenLink}
              </Anchor>
            </>
          }
          {...form.getInputProps('token')}
          // Leaving the field empty is not an error.
          onBlur={() => form.values.token !== '' && form.validateField('token')}
          onKeyDown={(event) => event.key === 'Escape' && form.reset()}
        />
        <Checkbox
          label={strings.onboarding.remember[storage]}
          disabled={storage === 'unavailable'}
          {...form.getInputProps('remember', { type: 'checkbox' })}
        />
        <div className="settings-buttons">
          <Button type="submit" size="xs" variant="default" loading={set.busy}>
            {text.ngrokSave}
          </Button>
          {(ngrokToken === 'stored' || ngrokToken === 'session') && (
            <Button size="xs" variant="default" loading={forget.busy} onClick={() => void forget.run()}>
              {text.ngrokForget}
            </Button>
          )}
        </div>
      </Stack>
    </form>
  );
}
