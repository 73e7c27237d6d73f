import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, type Failure } from '../../../../electron/contract/errors.ts';
import { compileRule } from '../../../../electron/core/otp/rules/rules.ts';
import { rule } from './support.ts';
import { runs } from '../../../support/runs.ts';

/** Null when the pattern can be used. */
function refusal(pattern: string): Failure | null {
  try {
    compileRule(rule(pattern));
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.failure;
    throw thrown;
  }
}

const code = '(?<code>1)';

describe('a pattern that cannot be used', () => {
  it.each([
    ['', 'does not say what the code is'],
    ['code \\d+', 'does not say what the code is'],
    ['(?<otp>1)', 'does not say what the code is'],
    ['(?:a', 'a bracket ( is never closed'],
    [`${code})`, 'a bracket ) closes nothing'],
    ['a[bc', 'a bracket [ is never closed'],
    ['a[b-', 'a bracket [ is never closed'],
    ['a[]', 'a bracket [ is never closed'],
    ['[a-\\d]', '\\d has no meaning here'],
    ['[xz-a]', 'the range z-a runs backwards'],
    ['*a', '* has nothing to repeat'],
    ['a|+', '+ has nothing to repeat'],
    ['(?:?a)', '? has nothing to repeat'],
    ['{2}', '{2} has nothing to repeat'],
    ['a**', '** repeats a repetition'],
    ['a+{2}', '+{2} repeats a repetition'],
    ['a+??', '+?? repeats a repetition'],
    ['a{3,2}', 'the count {3,2} runs backwards or is too high'],
    ['a{1001}', 'the count {1001} runs backwards or is too high'],
    ['(?:a{100}){100}', 'the count {100} runs backwards or is too high'],
    ['a(?=b)', 'looking ahead or behind'],
    ['a(?!b)', 'looking ahead or behind'],
    ['(?<=b)', 'looking ahead or behind'],
    ['(?<!b)', 'looking ahead or behind'],
    ['(?>a)', '(?> begins a kind of group'],
    ['(?<my-code>1)', '(?<my-code> begins a kind of group'],
    ['(?<code', '(?<code begins a kind of group'],
    [`${code}|${code}`, 'the group (?<code>…) is there twice'],
    ['(a)\\1', '\\1 has no meaning here'],
    ['a\\k<code>', '\\k has no meaning here'],
    ['a\\q', '\\q has no meaning here'],
    ['\\u12', '\\u has no meaning here'],
    ['\\x1', '\\x1 has no meaning here'],
    ['a\\', 'the backslash at the end escapes nothing'],
    ['\\p', '\\p names no set'],
    ['a\\p{Letters}', '\\p{Letters} names no set'],
    ['[[:letter:]]', '[:letter:] names no set'],
    [`(?:abc){900}${code}`, 'its pattern is too large'],
    [`${'a{500}'.repeat(5)}${code}`, 'its pattern is too large'],
    [`(?:${'\\w?'.repeat(90)}){0,1000}${code}`, 'its pattern is too large'],
  ])('such as %j is refused with what is wrong: %s', (pattern, what) => {
    const { code, message, hint } = refusal(pattern)!;
    expect(code).toBe('INVALID_INPUT');
    expect(message).toSay(what);
    expect(hint).toSay(/^[A-Z\d(].*\.$/);
  });
});

const signs = Array.from('(((()))))|*+?{}[]^$.\\\\\\-,<>:=!/abdwsuxpPLNkQ0123é😀');
const pieces = ['(?<code>', ')', '(?:', '\\d', '\\b', '{2}', '{1,}', '[a', 'a-z]', '[^', '\\u{41}', '\\p{L}', '\\x41'];
const scrawl = fc.array(fc.constantFrom(...signs, ...pieces, ...pieces), { maxLength: 14 });

describe('whatever is written as a pattern', () => {
  it('can be used, or is refused with an explanation', () => {
    fc.assert(
      fc.property(scrawl, fc.constantFrom('', 'a1-b', 'aéA😀12'), (written, text) => {
        const pattern = `${written.join('')}(?<code>.)`;
        const refused = refusal(pattern);
        if (refused) expect(refused.message).not.toSay('cannot be read');
        else expect(() => compileRule(rule(pattern)).find(text)).not.toThrow();
      }),
      runs(500),
    );
  });
});
