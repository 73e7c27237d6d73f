import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../electron/core/otp/rules/pattern.ts';
import { forAll } from '../../../support/runs.ts';
import { anyCharacter } from '../../../support/characters.ts';

type Place = ReturnType<ReturnType<typeof compilePattern>>;

/**
 * What the engine of the language finds. It is asked at each character in turn (y), since V8 by itself looks for an empty
 * match between the halves of a character, too.
 */
function nativePlace(pattern: string, text: string): Place {
  const expression = new RegExp(pattern, 'imudy');
  let start = 0;
  for (const character of [...text, '']) {
    expression.lastIndex = start;
    const found = expression.exec(text);
    if (found) return asPlace(found);
    start += character.length;
  }
  return null;
}

function asPlace({ indices }: RegExpExecArray): Place {
  const [start, end] = indices?.groups?.['code'] ?? [0, 0];
  return start < end ? { start, end } : null;
}

const atom = fc.constantFrom(
  ...['a', 'b', 'a', '1', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '\\S', '\\W', '[a-c1]', '[^\\s]', 'É', '😀', '\\n'],
  ...['\\p{L}', '\\p{Script=Devanagari}', '\\u0041', '\\u{1F600}', '\\ud83d\\ude00', '\\x41'],
);
const place = fc.constantFrom('^', '$', '\\b', '\\B', '');
const repetition = fc
  .tuple(fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '{1,3}', '{0}'), fc.constantFrom('', '?'))
  .map((signs) => signs.join(''));

/**
 * Without the group of the code. What is repeated takes a character: JavaScript has a rule of its own for turns that
 * take none, and one for groups in a repetition.
 */
const { piece } = fc.letrec<{ piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: atom },
    { weight: 1, arbitrary: place },
    { weight: 2, arbitrary: fc.tuple(tie('piece'), tie('piece')).map(([a, b]) => a + b) },
    { weight: 2, arbitrary: fc.tuple(tie('piece'), tie('piece')).map(([a, b]) => `(?:${a}|${b})`) },
    { weight: 2, arbitrary: fc.tuple(tie('piece'), atom, repetition).map(([a, b, q]) => `(${a}${b})${q}`) },
  ),
}));

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 2, arbitrary: piece.map((a) => `(?<code>${a})`) },
    { weight: 2, arbitrary: fc.tuple(piece, tie('pattern'), piece).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.tuple(piece, tie('pattern')).map(([a, p]) => `(?:${a}|${p})`) },
    { weight: 1, arbitrary: fc.tuple(tie('pattern'), piece).map(([p, a]) => `(?:${p}|${a})`) },
  ),
}));

const unit = fc.constantFrom('a', 'a', 'b', 'A', '1', ' ', '\u00a0', '\n', 'é', 'É', '😀', '\ud83d', '४');
const text = fc.string({ unit, maxLength: 9 });

describe('a pattern, which may have been written for JavaScript,', () => {
  it('finds what the engine of the language finds', () =>
    forAll(200, [pattern, fc.array(text, { minLength: 1, maxLength: 4 })], (pattern, texts) => {
      const find = compilePattern(pattern);
      for (const text of texts) expect(find(text)).toEqual(nativePlace(pattern, text));
    }));

  it('takes each character for what the engine of the language takes it for', async () => {
    const set = fc.constantFrom(...'\\w \\W \\p{Lu} [^\\p{Ll}] [a-z] [^k] s ß İ ı θ \\p{Nd}'.split(' '));
    await forAll(100, [set, fc.string({ unit: anyCharacter, maxLength: 5 })], (set, text) => {
      const pattern = `(?<code>${set}+)`;
      expect(compilePattern(pattern)(text)).toEqual(nativePlace(pattern, text));
    });
  });
});
