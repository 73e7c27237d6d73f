import type { Failure } from '../electron/contract/errors.ts';
import { phrases } from '../electron/contract/words/phrases.ts';

/** What a request fails with while the host cannot be reached. */
export const connectionLost: Failure = {
  code: 'INTERNAL',
  message: phrases.general.connectionLost,
  hint: phrases.general.connectionLostHint,
  retryable: true,
  twilio: null,
};
