import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { LimitName, Settings } from '../../contract/settings.ts';
import type { EnvironmentOverrides } from '../environmentOverrides.ts';

const say = phrases.numbers;

/** The limits whose values were lost, unless the environment sets them. */
export function unknownLimits(
  { limitsToConfirm }: Pick<Settings, 'limitsToConfirm'>,
  { maxLeaseSeconds }: Pick<EnvironmentOverrides, 'maxLeaseSeconds'>,
): LimitName[] {
  return limitsToConfirm.filter((name) => name !== 'maxLeaseSeconds' || maxLeaseSeconds === null);
}

/** The message about them, and what to do. */
export function limitsUnknown(names: readonly LimitName[]): [message: Phrase, hint: Phrase] {
  return [say.limitsUnknown({ names: names.map((name) => say[name]) }), say.limitsUnknownHint];
}
