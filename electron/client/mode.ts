import type { TestMode } from '../contract/mode.ts';
import { OtpDockError } from './errors.ts';

/**
 * What the tests are meant for, by `OTP_DOCK_MODE`: `capture` or `real`; undefined when it says nothing. Throws
 * INVALID_INPUT for anything else.
 */
export function modeIn(variables: Record<string, string | undefined>): TestMode | undefined {
  const given = variables['OTP_DOCK_MODE']?.trim();
  if (!given) return undefined;
  if (given === 'capture' || given === 'real') return given;
  throw new OtpDockError({
    code: 'INVALID_INPUT',
    message: 'OTP_DOCK_MODE is neither capture nor real.',
    hint: 'Set it to one of these, or leave it out.',
    retryable: false,
    twilio: null,
  });
}
