import { useForm } from '@mantine/form';
import { useState } from 'react';
import { requests } from '../../../electron/contract/api.ts';
import { settingsPatchSchema } from '../../../electron/contract/settings.ts';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { fieldErrors } from '../../ui/validation.ts';

interface NgrokFields {
  token: string;
  domain: string;
  remember: boolean;
}

export type NgrokForm = ReturnType<typeof useNgrokForm>['form'];

/** The fields of the ngrok tunnel, and the function that opens it. The token leaves the form once it is accepted. */
export function useNgrokForm() {
  const { credentials, settings } = useAppState();
  const update = useAction('settings.update');
  const setToken = useAction('ngrok.setToken');
  const [tried, setTried] = useState(false);
  const isKnown = credentials.ngrokToken !== 'none';
  const form = useForm<NgrokFields>({
    initialValues: { token: '', domain: settings.ngrokDomain ?? '', remember: credentials.storage === 'encrypted' },
    validate: (fields) => errorsOf(fields, isKnown),
  });
  const open = async ({ token, domain, remember }: NgrokFields) => {
    const chosen = await update.run({ reception: 'ngrok', ngrokDomain: domain.trim() || null });
    const opened = chosen && (token.trim() === '' || (await setToken.run({ token, remember })));
    setTried(true);
    if (opened) form.setInitialValues({ token: '', domain, remember });
    if (opened) form.reset();
  };
  return { form, busy: update.busy || setToken.busy, tried, open };
}

function errorsOf({ token, domain, remember }: NgrokFields, isKnown: boolean): Record<string, string> {
  const { ngrokDomain } = fieldErrors(settingsPatchSchema, { ngrokDomain: domain.trim() || null });
  const given = token.trim() === '' ? {} : fieldErrors(requests['ngrok.setToken'].input, { token, remember });
  const missing = token.trim() === '' && !isKnown ? { token: strings.onboarding.reception.tokenMissing } : {};
  return { ...given, ...missing, ...(ngrokDomain !== undefined && { domain: ngrokDomain }) };
}
