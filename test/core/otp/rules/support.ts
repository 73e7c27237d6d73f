import { compile } from '../../../../electron/core/otp/rules/compile.ts';
import { run, type Match } from '../../../../electron/core/otp/rules/match.ts';
import { parse } from '../../../../electron/core/otp/rules/parse.ts';
import type { Rule } from '../../../../electron/contract/settings.ts';

export function rule(pattern: string, more: Partial<Rule> = {}): Rule {
  return { id: 'r1', name: 'Bank', sender: null, pattern, ...more };
}

export function match(pattern: string, text: string): Match | null {
  return run(compile(parse(pattern)), text).match;
}

/**
 * What the engine of the language finds; the flags are those that `compileRule` documents. It is asked at each character
 * in turn (y), since V8 by itself looks for an empty match between the halves of a character, too.
 */
export function nativeMatch(pattern: string, text: string): Match | null {
  const expression = new RegExp(pattern, 'imudy');
  let start = 0;
  for (const character of [...text, '']) {
    expression.lastIndex = start;
    const found = expression.exec(text);
    if (found) return asMatch(found);
    start += character.length;
  }
  return null;
}

function asMatch({ index, 0: whole, indices }: RegExpExecArray): Match {
  const group = indices?.groups?.['code'];
  return { start: index, end: index + whole.length, code: group ? { start: group[0], end: group[1] } : null };
}
