import { appError, type AppError } from '../contract/errors.ts';

/** For what cannot be done while nothing comes in. */
export function receptionPaused(): AppError {
  return appError(
    'RECEPTION_PAUSED',
    'Reception is paused, so no message comes in.',
    'Resume it in OTP Dock, or from its tray; what Twilio received meanwhile is read then.',
    { retryable: true },
  );
}
