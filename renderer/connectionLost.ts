import type { Failure } from '../electron/contract/errors.ts';
import { phrases } from '../electron/contract/words/phrases.ts';

/** The failure of any request while the host cannot be reached. */
export const connectionLost: Failure = {
  code: 'INTERNAL',
  message: phrases.general.connectionLost,
  hint: phrases.general.connectionLostHint,
  retryable: true,
  twilio: null,
};
