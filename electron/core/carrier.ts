import { appError } from '../contract/errors.ts';
import type { Carrier } from '../contract/mode.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Session } from './connection.ts';

const say = phrases.faults;

/** Throws CONFLICT unless SMS are captured. A real account's Auth Token is not told, though the app may use it here. */
export function carrierOf(session: Session | null): Carrier {
  const { emulated } = session ?? {};
  if (emulated?.kind !== 'capture') throw appError('CONFLICT', say.notCapturing, say.notCapturingHint);
  const { baseUrl, credentials, tokenIsMadeUp } = emulated;
  const { accountSid, authToken } = credentials;
  return { baseUrl, accountSid, authToken: tokenIsMadeUp ? authToken : null };
}
