import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, type Failure } from '../../../../electron/contract/errors.ts';
import { compileRule } from '../../../../electron/core/otp/rules/rules.ts';
import { rule } from './support.ts';
import refused from './refusals.json' with { type: 'json' };
import { forAll } from '../../../support/runs.ts';

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

const refusals = [
  ...z.array(z.tuple([z.string(), z.string()])).parse(refused),
  [`(?:${'\\w?'.repeat(90)}){0,1000}(?<code>1)`, 'its pattern is too large'] as const,
];

it.each(refusals)('a pattern that cannot be used such as %j is refused with what is wrong: %s', (pattern, what) => {
  const { code, message, hint } = refusal(pattern)!;
  expect(code).toBe('INVALID_INPUT');
  expect(message).toSay(what);
  expect(hint).toSay(/^[A-Z\d(].*\.$/);
});

const signs = Array.from('(((()))))|*+?{}[]^$.\\\\\\-,<>:=!/abdwsuxpPLNkQ0123é😀');
const pieces = ['(?<code>', ')', '(?:', '\\d', '\\b', '{2}', '{1,}', '[a', 'a-z]', '[^', '\\u{41}', '\\p{L}', '\\x41'];
const scrawl = fc.array(fc.constantFrom(...signs, ...pieces, ...pieces), { maxLength: 14 });

it('whatever is written as a pattern can be used, or is refused with an explanation', () =>
  forAll(500, [scrawl, fc.constantFrom('', 'a1-b', 'aéA😀12')], (written, text) => {
    const pattern = `${written.join('')}(?<code>.)`;
    const refused = refusal(pattern);
    if (refused) expect(refused.message).not.toSay('cannot be read');
    else expect(() => compileRule(rule(pattern)).find(text)).not.toThrow();
  }));
