import type { ErrorCode } from '../../../electron/contract/errors.ts';

/** What is said instead of the host's own English sentences. */
export interface HostWords {
  errors: Record<ErrorCode, { message: string; hint: string }>;
  /** By what the contract's schemas say. */
  validation: Record<string, string>;
  /** For a finding of a schema that has no words of its own. */
  invalid: string;
}
