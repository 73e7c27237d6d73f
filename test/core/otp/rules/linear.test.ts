import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../electron/core/otp/rules/compile.ts';
import { run } from '../../../../electron/core/otp/rules/match.ts';
import { parse } from '../../../../electron/core/otp/rules/parse.ts';

/**
 * Each instruction is met at most twice at a place, and meeting it brings at most two further steps and one test of a
 * character. In practice it stays near 2.
 */
const highest = 8;

/** Steps for each character of the text and each instruction of the program. */
function cost(pattern: string, text: string): number {
  const program = compile(parse(pattern));
  return run(program, text).steps / ((text.length + 1) * program.length);
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
  ];

  it.each(hostile)('of %s grows with the text alone', (pattern) => {
    for (const length of [10, 100, 400]) {
      expect(cost(pattern, 'a'.repeat(length))).toBeLessThan(highest);
      expect(cost(pattern, 'a b\n'.repeat(length))).toBeLessThan(highest);
    }
  });

  it('doubles when the text doubles', () => {
    for (const pattern of hostile) {
      const program = compile(parse(pattern));
      const [once, twice] = [1_000, 2_000].map((length) => run(program, 'a'.repeat(length)).steps);
      expect(twice! / once!).toBeLessThan(2.1);
    }
  });

  it('is bound for patterns that nobody thought of', () => {
    const part = fc.constantFrom(
      'a',
      '.',
      'a*',
      '(a?)*',
      '(?:a|b?)+',
      '(a*?)*?',
      '\\w+',
      '(?:a{0,9}){3}',
      '\\b',
      'b??',
    );
    const tail = fc.constantFrom('', '*', '+', '{2,5}', '*?', '{3,}');
    const pattern = fc
      .array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), tail), { maxLength: 4 })
      .map((groups) => groups.map(([parts, tail]) => `(?:${parts.join('')})${tail}`).join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 200 });
    fc.assert(
      fc.property(pattern, text, (pattern, text) => {
        expect(cost(`${pattern}(?<code>x?)y`, text)).toBeLessThan(highest);
      }),
    );
  });
});
