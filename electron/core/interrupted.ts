import { appError, type AppError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.numbers;

/** Why something that was begun is not carried on. */
export function interrupted(): AppError {
  return appError('NOT_CONNECTED', say.closing, say.takeAfterwards);
}

/** The same promise, but a rejection as soon as the signal is aborted: closing must not wait for an answer of Twilio's. */
export async function orInterrupted<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(interrupted());
  // Raced all the same: a failure that nobody listens for would end the process.
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([asked, stopped]).finally(() => signal.removeEventListener('abort', stop));
}
