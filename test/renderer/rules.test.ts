import { describe, expect, it } from 'vitest';
import type { Rule } from '../../electron/contract/settings.ts';
import { choices, isSameCode, markOf } from '../../renderer/features/codes/marks.ts';
import {
  moved,
  putBack,
  ruleErrors,
  toFields,
  toRule,
  withoutRule,
  withRule,
} from '../../renderer/features/codes/rules.ts';
import { exampleCandidate } from '../fakes/appState.ts';

function rule(id: string, patch: Partial<Rule> = {}): Rule {
  return { id, name: id, sender: null, pattern: '(?<code>\\d+)', ...patch };
}
const rules = [rule('a'), rule('b'), rule('c')];
const ids = (list: Rule[]) => list.map(({ id }) => id).join('');

describe('the list of rules', () => {
  it('takes a new rule on top, and a changed one at its place', () => {
    expect(ids(withRule(rules, rule('d')))).toBe('dabc');
    expect(withRule(rules, rule('b', { name: 'New' })).map(({ name }) => name)).toEqual(['a', 'New', 'c']);
  });

  it('gets a deleted rule back where it was, once, also when the list is shorter by then', () => {
    const without = withoutRule(rules, 'b');
    expect(ids(without)).toBe('ac');
    expect(ids(putBack(without, rule('b'), 1))).toBe('abc');
    expect(ids(putBack(rules, rule('b'), 1))).toBe('abc');
    expect(ids(putBack([], rule('c'), 2))).toBe('c');
  });

  it('moves a rule by one place, and not beyond the ends', () => {
    expect(ids(moved(rules, 'b', -1))).toBe('bac');
    expect(ids(moved(rules, 'b', 1))).toBe('acb');
    expect(ids(moved(rules, 'a', -1))).toBe('abc');
    expect(ids(moved(rules, 'c', 1))).toBe('abc');
    expect(ids(moved(rules, 'gone', 1))).toBe('abc');
  });
});

describe('the fields of a rule', () => {
  it('stand for all senders when the sender is empty', () => {
    expect(toFields(rules[0]!).sender).toBe('');
    const rule = toRule({ id: 'a', name: ' A ', sender: '  ', pattern: 'x ' });
    expect(rule).toEqual({ id: 'a', name: 'A', sender: null, pattern: 'x ' });
  });

  it('say what is missing', () => {
    const errors = ruleErrors({ id: 'a', name: ' ', sender: '', pattern: '' });
    expect(errors).toEqual({ name: 'Give the rule a name.', pattern: 'Give a pattern.' });
    expect(ruleErrors(toFields(rule('a')))).toEqual({});
  });
});

describe('a mark', () => {
  it('loses the spaces at its ends', () => {
    expect(markOf('is 4819 now', { start: 2, end: 8 })).toEqual({ start: 3, end: 7 });
    expect(markOf('is 4819 now', { start: 2, end: 3 })).toBeNull();
    expect(markOf('is 4819 now', { start: 3, end: 3 })).toBeNull();
  });

  it('can be chosen among the candidates that have a place', () => {
    const candidates = [exampleCandidate({ start: 0, end: 99 }), exampleCandidate({ code: '48', start: 0, end: 2 })];
    expect(choices('48 now', candidates).map(({ code }) => code)).toEqual(['48']);
  });

  it('is the code that was found, however it is grouped', () => {
    expect(isSameCode('481920', '481-920')).toBe(true);
    expect(isSameCode('ab12', 'AB 12')).toBe(true);
    expect(isSameCode('4819', '481920')).toBe(false);
    expect(isSameCode(null, '4819')).toBe(false);
  });
});
