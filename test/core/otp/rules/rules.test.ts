import { describe, expect, it } from 'vitest';
import { appliesTo, compileRule, compileRules } from '../../../../electron/core/otp/rules/rules.ts';
import { thrownFailure } from '../../../support/failures.ts';
import { rule } from './support.ts';

describe('a rule', () => {
  it('finds the place of the code, counted in UTF-16', () => {
    const text = '😀 Your code: 482-913!';
    expect(compileRule(rule('code: (?<code>\\d{3}-\\d{3})')).find(text)).toEqual({ start: 14, end: 21 });
    expect(compileRule(rule('(?<code>\\d{8})')).find(text)).toBeNull();
  });

  it('finds the same again when it is asked again', () => {
    const { find } = compileRule(rule('(?<code>\\d+)'));
    expect([find('a 12'), find('345'), find('a 12')]).toEqual([
      { start: 2, end: 4 },
      { start: 0, end: 3 },
      { start: 2, end: 4 },
    ]);
  });

  it('finds nothing when the code is empty, too long, or not in the match', () => {
    expect(compileRule(rule('code(?<code>\\d*)')).find('code 1')).toBeNull();
    expect(compileRule(rule('(?<code>\\d+)')).find('1'.repeat(41))).toBeNull();
    expect(compileRule(rule('(?<code>\\d+)')).find('1'.repeat(40))).toEqual({ start: 0, end: 40 });
    expect(compileRule(rule('a|(?<code>b)')).find('ab')).toBeNull();
  });

  it('that cannot be used is refused with its name, what is wrong and what to do', () => {
    const failure = thrownFailure(() => compileRule(rule('code (?=\\d)(?<code>\\d+)')));
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'The rule “Bank” cannot be used: looking ahead or behind, as (?= (?! (?<= (?<! do, is not supported.',
    });
    expect(failure.hint).toSay('Write the wording itself');
    expect(thrownFailure(() => compileRule(rule('\\d+'))).message).toEqual(
      'The rule “Bank” cannot be used: its pattern does not say what the code is.',
    );
  });

  it('keeps its place among others, and has an id of its own', () => {
    const first = rule('(?<code>a)', { id: 'one', name: 'First' });
    const second = rule('(?<code>b)', { id: 'two', name: 'Second' });
    expect(compileRules([first, second]).map(({ rule }) => rule)).toEqual([first, second]);
    expect(thrownFailure(() => compileRules([first, { ...second, id: 'one' }]))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'The rules “First” and “Second” have the same id, one.',
    });
  });
});

it.each([
  [null, undefined, true],
  [null, '+12025550123', true],
  ['LUMORA', 'lumora', true],
  ['VK-LUMORA', 'vk lumora', true],
  ['+1 (202) 555-0123', '+12025550123', true],
  ['[Lumora]', 'Lumora', true],
  ['+12025550123', 'whatsapp:+12025550123', true],
  ['whatsapp:+12025550123', 'whatsapp:+12025550123', true],
  ['LUMORA', 'LUMORA2', false],
  ['whatsapp:+12025550123', '+12025550123', false],
  ['+12025550123', '+12025550124', false],
  ['LUMORA', undefined, false],
])('the sender of a rule %j and a message from %j: %s', (sender, from, applies) => {
  expect(appliesTo(rule('(?<code>1)', { sender }), from)).toBe(applies);
});
