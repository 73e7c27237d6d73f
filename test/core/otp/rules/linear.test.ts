import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../electron/core/otp/rules/pattern.ts';
import { workOf } from '../work.ts';
import { forAll } from '../../../support/runs.ts';

/** An instruction looks at a place in the text once at most, and reads the characters on its two sides. */
const highest = 2;

/** What finding the code reads of the text, for each of its characters and each instruction of the pattern. */
function cost(pattern: string, text: string): number {
  const find = compilePattern(pattern);
  return workOf(() => find(text)) / ((text.length + 1) * RE2JS.compile(pattern).programSize());
}

describe('the time to find a code', () => {
  const hostile = [
    '(?<code>(a*)*b)',
    '(?<code>(a|a)*b)',
    '(?<code>(a+)+)$b',
    '(?<code>((a*)*)*)c',
    '.*.*.*(?<code>x)',
    '(.*)*(.*)*(.*)*(?<code>x)',
    '(?:(?:a?){30}){10}(?:a{30}){10}(?<code>x)',
    '(?<code>(?:a|aa|aaa|\\w*?)+?)x',
    '(?:(?<code>a?)|b)*x',
    '(?:^|$|\\b|\\B)*(?<code>x)',
    '(?:\\s*\\S*)*(?<code>x)',
    '[a-q][^u-z]{13}(?<code>x)',
  ];

  it.each(hostile)('of %s grows with the text alone', (pattern) => {
    for (const length of [10, 100, 400]) {
      expect(cost(pattern, 'a'.repeat(length))).toBeLessThan(highest);
      expect(cost(pattern, 'a b\n'.repeat(length))).toBeLessThan(highest);
    }
  });

  it.each(hostile)('of %s doubles when the text doubles', (pattern) => {
    const find = compilePattern(pattern);
    const [once, twice] = [1_000, 2_000].map((length) => workOf(() => find('a'.repeat(length))));
    expect(twice! / once!).toBeLessThan(2.1);
  });

  it('is bound for patterns that nobody thought of', async () => {
    const part = fc.constantFrom(...'a . a* (a?)* (?:a|b?)+ (a*?)*? \\w+ (?:a{0,9}){3} \\b b??'.split(' '));
    const tail = fc.constantFrom('', '*', '+', '{2,5}', '*?', '{3,}');
    const pattern = fc
      .array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), tail), { maxLength: 4 })
      .map((groups) => groups.map(([parts, tail]) => `(?:${parts.join('')})${tail}`).join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 200 });
    await forAll(100, [pattern, text], (pattern, text) => {
      expect(cost(`${pattern}(?<code>x?)y`, text)).toBeLessThan(highest);
    });
  });
});
