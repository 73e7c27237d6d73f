import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../electron/core/otp/rules/compile.ts';
import { parse } from '../../../../electron/core/otp/rules/parse.ts';
import { PatternError } from '../../../../electron/core/otp/rules/patternError.ts';
import { match, nativeMatch } from './support.ts';
import { runs } from '../../../support/runs.ts';

function refusal(pattern: string): PatternError {
  try {
    compile(parse(pattern));
  } catch (thrown) {
    if (thrown instanceof PatternError) return thrown;
    throw thrown;
  }
  throw new Error(`${pattern} was not refused.`);
}

const code = '(?<code>1)';

describe('a pattern that cannot be used', () => {
  it.each([
    ['', null, 'empty'],
    ['code \\d+', null, 'does not say what the code is'],
    ['(?:a', 1, '( is never closed'],
    [`${code})`, 11, ') closes nothing'],
    [`${code}]`, 11, '] closes nothing'],
    [`${code}}`, 11, '} closes nothing'],
    ['a[bc', 2, '[ is never closed'],
    ['a[b-', 2, '[ is never closed'],
    ['a[]', 2, 'empty'],
    ['a[^]', 2, 'empty'],
    ['[a-\\d]', 2, 'range'],
    ['[\\d-z]', 2, 'range'],
    ['[xz-a]', 3, 'backwards'],
    ['*a', 1, '* has nothing to repeat'],
    ['a|+', 3, '+ has nothing to repeat'],
    ['(?:?a)', 4, '? has nothing to repeat'],
    ['{2}', 1, '{ has nothing to repeat'],
    ['a**', 3, 'repeats a repetition'],
    ['a+{2}', 3, 'repeats a repetition'],
    ['a++', 3, 'repeats a repetition'],
    ['a+??', 4, 'repeats a repetition'],
    ['^*', 2, 'cannot be repeated'],
    ['a\\b+', 4, 'cannot be repeated'],
    ['a{', 2, 'does not begin a count'],
    ['a{,3}', 2, 'does not begin a count'],
    ['a{3', 2, 'does not begin a count'],
    ['a{3,2}', 2, 'backwards'],
    ['a{101}', 2, 'too high'],
    ['a{0,101}', 2, 'too high'],
    ['a(?=b)', 2, 'looking ahead'],
    ['a(?!b)', 2, 'looking ahead'],
    ['(?<=b)', 1, 'looking behind'],
    ['(?<!b)', 1, 'looking behind'],
    ['(?<otp>1)', 1, 'the name “otp”'],
    ['(?P<otp>1)', 1, 'the name “otp”'],
    ['(?P<code>1)', 1, 'another way'],
    ['(?i)a', 1, 'flags'],
    ['(?i-s:a)', 1, 'flags'],
    ['(?>a)', 1, 'this kind of group'],
    [`${code}${code}`, 11, 'twice'],
    [`${code}|${code}`, 12, 'twice'],
    ['(a)\\1', 4, 'refers back'],
    ['a\\k<code>', 2, 'refers back'],
    ['a\\q', 2, '\\q has no meaning'],
    ['\\-', 1, '\\- has no meaning'],
    ['[\\b]', 2, '\\b has no meaning'],
    ['\\0', 1, '\\0 has no meaning'],
    ['a\\', 2, 'escapes nothing'],
    ['\\u12', 1, 'lacks its number'],
    ['\\x1', 1, 'lacks its number'],
    ['\\u{110000}', 1, 'last character'],
    ['\\p', 1, 'lacks its name'],
    ['a\\p{Letters}', 2, 'no property'],
    ['😀*+', 3, 'repeats a repetition'],
    [`${'(?:'.repeat(60)}${')'.repeat(60)}`, 151, 'too deep'],
    ['((?:a{100}){100}){100}(?<code>1)', null, 'too large'],
    ['((((a?){2,9}){2,9}){2,9}){2,9}(?<code>1)', null, 'too large'],
  ])('such as %j says where (%s) and what is wrong: %s', (pattern, position, what) => {
    const { message, hint, position: where } = refusal(pattern);
    expect(message).toContain(what);
    expect(where).toBe(position);
    expect(hint).toMatch(/^[A-Z\d].*\.$/);
  });

  it('never costs much, even when it repeats nothing over and over', () => {
    const nothing = '(?:'.repeat(45) + '){100}'.repeat(45);
    expect(match(`${nothing}${code}`, '1')).toEqual({ start: 0, end: 1, code: { start: 0, end: 1 } });
  });
});

const signs = Array.from('(((()))))|*+?{}[]^$.\\\\\\-,<>:=!/abdwsuxpPLNk0123é😀');
const pieces = ['(?<code>', ')', '(?:', '\\d', '\\b', '{2}', '{1,}', '[a', 'a-z]', '[^', '\\u{41}', '\\p{L}', '\\x41'];
const scrawl = fc.array(fc.constantFrom(...signs, ...pieces, ...pieces), { maxLength: 14 });

describe('whatever is written as a pattern', () => {
  it('is refused with an explanation, or means what it means in JavaScript', () => {
    fc.assert(
      fc.property(scrawl, fc.constantFrom('', 'a1-b', 'aéA😀12'), (before, text) => {
        const pattern = `${before.join('')}(?<code>.)`;
        const found = attempt(pattern, text);
        if (found !== 'refused') expect(found).toEqual(nativeMatch(pattern, text));
      }),
      runs(500),
    );
  });
});

function attempt(pattern: string, text: string): ReturnType<typeof match> | 'refused' {
  try {
    return match(pattern, text);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(PatternError);
    return 'refused';
  }
}
