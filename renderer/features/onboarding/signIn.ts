import type { Input } from '../../../electron/contract/api.ts';
import { credentialsSchema } from '../../../electron/contract/credentials.ts';
import { fieldErrors } from '../../ui/validation.ts';
import type { Typed } from './credentialsFix.ts';

/** A form that signs in to Twilio. */
export interface SignIn extends Typed {
  /** With an API key; the token is optional then. */
  byKey: boolean;
  remember: boolean;
}

/** What has to be filled in, in the order of the form. */
export function neededFields(byKey: boolean): ['accountSid', ...Exclude<keyof Typed, 'accountSid'>[]] {
  return byKey ? ['accountSid', 'apiKey', 'apiSecret'] : ['accountSid', 'authToken'];
}

/** What the host is asked to connect with; fields that are not shown, or empty and optional, are left out. */
export function signInWith({
  accountSid,
  authToken,
  apiKey,
  apiSecret,
  byKey,
  remember,
}: SignIn): Input<'account.connect'> {
  if (!byKey) return { accountSid, authToken, remember };
  return { accountSid, apiKey, apiSecret, ...(authToken.trim() !== '' && { authToken }), remember };
}

/** The same where credentials are known: of their account, what is left empty stays. */
export function changeTo(
  values: SignIn,
  known: { accountSid: string; apiKey: string | undefined },
): Input<'account.connect'> {
  const { accountSid, authToken, apiKey, apiSecret, byKey, remember } = values;
  if (!byKey) return signInWith(values);
  const isSameKey = accountSid.trim() === known.accountSid && apiKey.trim() === known.apiKey;
  if (isSameKey && apiSecret === '' && authToken.trim() !== '') return { accountSid, authToken, remember, keep: true };
  return { ...signInWith(values), keep: true };
}

/** By field. */
export function errorsIn(given: Input<'account.connect'>): Record<string, string> {
  return fieldErrors(credentialsSchema, given);
}
