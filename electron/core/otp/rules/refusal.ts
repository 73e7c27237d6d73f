import type { RE2JSSyntaxException } from 're2js';
import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';

const say = phrases.patterns;

type Refusal = [what: Phrase, hint: Phrase];

const example = '(?<code>\\d{6})';

/** By RE2's error text. Each is given the part of the pattern that it is about. */
const refusals: Record<string, (part: string) => Refusal> = {
  'missing code group': () => [say.noCode, say.noCodeHint({ example })],
  'duplicate capture group name': (name) => [say.groupTwice({ name }), say.groupTwiceHint],
  'invalid named capture': group,
  'invalid or unsupported Perl syntax': group,
  'missing closing )': () => [say.roundNotClosed, say.roundNotClosedHint],
  'unexpected )': () => [say.roundClosesNothing, say.roundClosesNothingHint],
  'missing closing ]': () => [say.classNotClosed, say.classNotClosedHint],
  'invalid character class range': (part) =>
    /^(\\|\[:)/.test(part)
      ? [say.noSuchProperty({ property: part }), say.noSuchPropertyHint]
      : [say.rangeBackwards({ range: part }), say.rangeBackwardsHint],
  'invalid escape sequence': (escape) => [say.meansNothing({ escape }), say.meansNothingHint],
  'trailing backslash at end of expression': () => [say.escapesNothing, say.meansNothingHint],
  'missing argument to repetition operator': (sign) => [
    say.nothingToRepeat({ sign }),
    say.nothingToRepeatHint({ sign }),
  ],
  'invalid nested repetition operator': (signs) => [say.repeatsRepetition({ signs }), say.repeatsRepetitionHint],
  'invalid repeat count': (count) => [say.badCount({ count }), say.badCountHint({ most: 1_000 })],
  'expression too large': () => [say.tooLarge, say.tooLargeHint],
};

function group(opening: string): Refusal {
  return /^\(\?<?[=!]/.test(opening)
    ? [say.looksAround, say.looksAroundHint]
    : [say.groupKind({ opening }), say.groupKindHint];
}

/** What is wrong with a pattern, for people, and what to do. */
export function refusal({ error, input }: RE2JSSyntaxException): Refusal {
  return refusals[error]?.(input ?? '') ?? [say.unreadable, say.unreadableHint];
}
