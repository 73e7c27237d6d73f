import { appError, AppError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.numbers;

/** The error for something that was started and will not be finished. */
export function interrupted(): AppError {
  return appError('NOT_CONNECTED', say.closing, say.takeAfterwards);
}

/**
 * The same promise, but it rejects as soon as the signal aborts, with the signal's reason if that is an AppError:
 * neither closing nor cancelling must wait for Twilio's answer.
 */
export async function orInterrupted<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason instanceof AppError ? signal.reason : interrupted());
  // Raced even then: an unhandled rejection would end the process.
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([asked, stopped]).finally(() => signal.removeEventListener('abort', stop));
}
