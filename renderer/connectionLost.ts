import type { Failure } from '../electron/contract/errors.ts';
import { lost } from './ui/strings/connection.ts';

/** What a request fails with while the host cannot be reached. Known before the page's language is: in English. */
export const connectionLost: Failure = {
  code: 'INTERNAL',
  message: lost.message,
  hint: lost.hint,
  retryable: true,
  twilio: null,
};
