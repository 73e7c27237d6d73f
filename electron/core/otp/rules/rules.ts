import { appError } from '../../../contract/errors.ts';
import { patterns } from '../../../contract/sentences/patterns.ts';
import { phrases } from '../../../contract/sentences/sentence.ts';
import type { Rule } from '../../../contract/settings.ts';
import { compile } from './compile.ts';
import { findCode } from './findCode.ts';
import { parse } from './parse.ts';
import { PatternError } from './patternError.ts';
import type { Program } from './program.ts';

const say = phrases(patterns);

export { proposeRule } from './propose.ts';

/** A rule that is ready to be used. */
export interface CompiledRule {
  rule: Rule;
  /**
   * The place of the code in a text (UTF-16 indexes, the end exclusive), or null. An empty code, or one of more than
   * 40 characters, counts as not found. Takes time in proportion to the length of the text, whatever the pattern.
   */
  find(text: string): { start: number; end: number } | null;
}

/**
 * Makes a rule ready. Its pattern is a regular expression in JavaScript's syntax, with the flags i, m and u: case never
 * counts, ^ and $ are the ends of a line, and a character is a code point. `(?<code>…)` must be there once.
 *
 * Supported: characters and escapes (\n \t \r \v \f \xXX \uXXXX \u{…}), `.`, classes with ranges and negation, \d \w \s
 * \p{…} and their opposites, ^ $ \b \B, (…) and (?:…), |, and * + ? {m} {m,} {m,n} (counts to 100), lazy with ?.
 *
 * Throws INVALID_INPUT, which names the rule, what is wrong, where, and what to do.
 */
export function compileRule(rule: Rule): CompiledRule {
  const program = programOf(rule);
  return { rule, find: (text) => findCode(program, text) };
}

/** Makes rules ready, in their order. Throws as `compileRule` does, and when two have the same id. */
export function compileRules(rules: Rule[]): CompiledRule[] {
  const names = new Map<string, string>();
  for (const { id, name } of rules) {
    const other = names.get(id);
    if (other !== undefined) throw sameId(id, other, name);
    names.set(id, name);
  }
  return rules.map(compileRule);
}

/** Whether a rule applies to a sender; without one it applies to all. Case, white space, hyphens and brackets do not count. */
export function appliesTo(rule: Rule, from: string | undefined): boolean {
  if (rule.sender === null) return true;
  return from !== undefined && bare(rule.sender) === bare(from);
}

function bare(sender: string): string {
  return sender.toLowerCase().replace(/[\s\p{Pd}()[\]{}]/gu, '');
}

function programOf({ name, pattern }: Rule): Program {
  try {
    return compile(parse(pattern));
  } catch (thrown) {
    if (!(thrown instanceof PatternError)) throw thrown;
    const { what, hint, position } = thrown;
    const message = position === null ? say.unusable({ name, what }) : say.unusableAt({ name, what, position });
    throw appError('INVALID_INPUT', message, hint);
  }
}

function sameId(id: string, first: string, second: string): Error {
  return appError('INVALID_INPUT', say.sameId({ first, second, id }), say.sameIdHint);
}
