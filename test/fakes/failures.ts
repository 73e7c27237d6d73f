import type { Failure } from '../../electron/contract/errors.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

type Patch = Partial<Omit<Failure, 'message' | 'hint'>> & { hint?: string };

/** A failure as the host would report it; a test gives only what it checks. */
export function exampleFailure(message: string, { hint = 'Try again.', ...patch }: Patch = {}): Failure {
  const said = { message: verbatim(message), hint: verbatim(hint) };
  return { code: 'TWILIO_UNREACHABLE', ...said, retryable: true, twilio: null, ...patch };
}

/** The answer to a request with this failure. */
export function refusal(message: string, patch?: Patch): { ok: false; error: Failure } {
  return { ok: false, error: exampleFailure(message, patch) };
}
