import type { Failure } from '../../electron/contract/errors.ts';

/** As the host would tell it; a test gives what it looks at. */
export function exampleFailure(message: string, patch: Partial<Failure> = {}): Failure {
  return { code: 'TWILIO_UNREACHABLE', message, hint: 'Try again.', retryable: true, twilio: null, ...patch };
}

/** The answer to a request that fails so. */
export function refusal(message: string, patch: Partial<Failure> = {}): { ok: false; error: Failure } {
  return { ok: false, error: exampleFailure(message, patch) };
}
