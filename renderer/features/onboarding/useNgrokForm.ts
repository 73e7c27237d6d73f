import { useForm } from '@mantine/form';
import { useState } from 'react';
import { requests } from '../../../electron/contract/api.ts';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { fieldErrors } from '../../ui/validation.ts';

interface NgrokFields {
  token: string;
  remember: boolean;
}

export type NgrokForm = ReturnType<typeof useNgrokForm>['form'];

/** The token of the ngrok tunnel, and the function that opens it. The token leaves the form once it is accepted. */
export function useNgrokForm() {
  const { credentials } = useAppState();
  const update = useAction('settings.update');
  const setToken = useAction('ngrok.setToken');
  const [tried, setTried] = useState(false);
  const isKnown = credentials.ngrokToken !== 'none';
  const form = useForm<NgrokFields>({
    initialValues: { token: '', remember: credentials.storage === 'encrypted' },
    validate: (fields) => errorsOf(fields, isKnown),
  });
  const open = async ({ token, remember }: NgrokFields) => {
    const chosen = await update.run({ reception: 'ngrok' });
    const opened = chosen && (token.trim() === '' || (await setToken.run({ token, remember })));
    setTried(true);
    if (opened) form.setInitialValues({ token: '', remember });
    if (opened) form.reset();
  };
  return { form, busy: update.busy || setToken.busy, tried, open };
}

function errorsOf({ token, remember }: NgrokFields, isKnown: boolean): Record<string, string> {
  if (token.trim() !== '') return fieldErrors(requests['ngrok.setToken'].input, { token, remember });
  return isKnown ? {} : { token: strings.onboarding.reception.tokenMissing };
}
