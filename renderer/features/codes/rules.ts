import { ruleSchema, type Rule } from '../../../electron/contract/settings.ts';
import { fieldErrors } from '../../ui/validation.ts';

/** The values of a rule's fields; an empty sender means all senders. */
export interface RuleFields {
  id: string;
  name: string;
  sender: string;
  pattern: string;
}

export function newRule(): RuleFields {
  return { id: crypto.randomUUID(), name: '', sender: '', pattern: '' };
}

export function toFields(rule: Rule): RuleFields {
  return { ...rule, sender: rule.sender ?? '' };
}

/** The pattern is not trimmed: a space at its end may be intended. */
export function toRule({ id, name, sender, pattern }: RuleFields): Rule {
  return { id, name: name.trim(), sender: sender.trim() || null, pattern };
}

/** The errors that the contract finds. Only the host can say whether the pattern works. */
export function ruleErrors(fields: RuleFields): Record<string, string> {
  return fieldErrors(ruleSchema, toRule(fields));
}

/** Puts this rule in its old place, or first when it is new: the newest rule is tried first. */
export function withRule(rules: readonly Rule[], rule: Rule): Rule[] {
  const known = rules.some(({ id }) => id === rule.id);
  return known ? rules.map((each) => (each.id === rule.id ? rule : each)) : [rule, ...rules];
}

export function withoutRule(rules: readonly Rule[], id: string): Rule[] {
  return rules.filter((rule) => rule.id !== id);
}

/** Puts a removed rule back in its place, or at the end when the list has become shorter. */
export function putBack(rules: readonly Rule[], rule: Rule, index: number): Rule[] {
  return withoutRule(rules, rule.id).toSpliced(index, 0, rule);
}

/** Moves a rule one place up (-1) or down (1); past the ends nothing changes. */
export function moved(rules: readonly Rule[], id: string, by: -1 | 1): Rule[] {
  const index = rules.findIndex((rule) => rule.id === id);
  const rule = rules[index];
  const target = index + by;
  return rule === undefined || target < 0 || target >= rules.length ? [...rules] : putBack(rules, rule, target);
}
