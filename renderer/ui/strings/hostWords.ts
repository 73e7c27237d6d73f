import type { ErrorCode } from '../../../electron/contract/errors.ts';
import type { Translate } from '../../../electron/contract/sentences/translate.ts';

/** What is said instead of the host's own English sentences. */
export interface HostWords {
  translate: Translate;
  /** For a failure whose own sentences have no translation, such as one from an older version. */
  errors: Record<ErrorCode, { message: string; hint: string }>;
  /** By what the contract's schemas say. */
  validation: Readonly<Record<string, string>>;
  /** For a finding of a schema that has no words of its own. */
  invalid: string;
}
