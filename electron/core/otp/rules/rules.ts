import { RE2JSSyntaxException } from 're2js';
import { bareAddress } from '../../../contract/addresses.ts';
import { appError } from '../../../contract/errors.ts';
import { phrases } from '../../../contract/words/phrases.ts';
import type { Rule } from '../../../contract/settings.ts';
import { compilePattern, type FindCode } from './pattern.ts';
import { refusal } from './refusal.ts';

const say = phrases.patterns;

export { proposeRule } from './propose.ts';

/** A rule that is ready to use. */
export interface CompiledRule {
  rule: Rule;
  find: FindCode;
}

/**
 * Compiles a rule. Its pattern is a regular expression in RE2's syntax (https://github.com/google/re2/wiki/Syntax), or
 * in JavaScript's where RE2 has an equivalent: no lookaround, no back references. Case is ignored, and ^ and $ are the
 * ends of a line. `(?<code>…)` must occur once.
 *
 * Throws INVALID_INPUT, which names the rule, what is wrong, and what to do.
 */
export function compileRule(rule: Rule): CompiledRule {
  try {
    return { rule, find: compilePattern(rule.pattern) };
  } catch (thrown) {
    if (!(thrown instanceof RE2JSSyntaxException)) throw thrown;
    const [what, hint] = refusal(thrown);
    throw appError('INVALID_INPUT', say.unusable({ name: rule.name, what }), hint);
  }
}

/** Compiles rules, in order. Throws as `compileRule` does, and when two have the same id. */
export function compileRules(rules: Rule[]): CompiledRule[] {
  const names = new Map<string, string>();
  for (const { id, name } of rules) {
    const other = names.get(id);
    if (other !== undefined) throw sameId(id, other, name);
    names.set(id, name);
  }
  return rules.map(compileRule);
}

/**
 * Whether a rule applies to a sender; without one, to all. Case, white space, hyphens and brackets are ignored, and the
 * channel unless the rule names it.
 */
export function appliesTo(rule: Rule, from: string | undefined): boolean {
  if (rule.sender === null) return true;
  const sender = bare(rule.sender);
  return from !== undefined && (sender === bare(from) || sender === bare(bareAddress(from)));
}

function bare(sender: string): string {
  return sender.toLowerCase().replace(/[\s\p{Pd}()[\]{}]/gu, '');
}

function sameId(id: string, first: string, second: string): Error {
  return appError('INVALID_INPUT', say.sameId({ first, second, id }), say.sameIdHint);
}
