import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match, nativeMatch } from './support.ts';
import { runs } from '../../../support/runs.ts';
import { anyCharacter } from '../../../support/characters.ts';

const atoms = [
  'a',
  'b',
  'a',
  '1',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '\\w',
  '\\s',
  '\\W',
  '[a-c1]',
  'É',
  '😀',
  '\\p{L}',
  '\\n',
];
const places = ['^', '$', '\\b', '\\B'];
const repetitions = ['*', '+', '?', '{2}', '{0,2}', '{1,}', '{1,3}', '{2,}', '{0}', '{0,}'].flatMap((q) => [
  q,
  `${q}?`,
]);

const atom = fc.constantFrom(...atoms);
const repetition = fc.constantFrom(...repetitions);

/** Pieces of patterns without the group of the code. */
const { piece } = fc.letrec<{ piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: atom },
    { weight: 1, arbitrary: fc.constantFrom(...places, '') },
    { weight: 2, arbitrary: fc.tuple(tie('piece'), tie('piece')).map(([a, b]) => a + b) },
    { weight: 2, arbitrary: fc.tuple(tie('piece'), tie('piece')).map(([a, b]) => `(?:${a}|${b})`) },
    { weight: 2, arbitrary: fc.tuple(tie('piece'), repetition).map(([a, q]) => `(${a})${q}`) },
    { weight: 1, arbitrary: fc.tuple(atom, repetition).map(([a, q]) => a + q) },
  ),
}));

/** Patterns: the group of the code, in whatever surroundings. */
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 2, arbitrary: piece.map((a) => `(?<code>${a})`) },
    { weight: 1, arbitrary: fc.tuple(piece, piece).map(([a, b]) => `(?<code>${a}|${b})`) },
    { weight: 2, arbitrary: fc.tuple(piece, tie('pattern'), piece).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.tuple(piece, tie('pattern')).map(([a, p]) => `(?:${a}|${p})`) },
    { weight: 1, arbitrary: fc.tuple(tie('pattern'), piece).map(([p, a]) => `(?:${p}|${a})`) },
    { weight: 2, arbitrary: fc.tuple(tie('pattern'), repetition).map(([p, q]) => `(?:${p})${q}`) },
  ),
}));

const unit = fc.constantFrom('a', 'a', 'b', 'A', '1', ' ', '\n', 'é', 'É', '😀', '\ud83d', '४', 'ſ');
const text = fc.string({ unit, maxLength: 9 });

describe('the engine for rules', () => {
  it('finds what the engine of the language finds, whatever the pattern', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 4 }), (pattern, texts) => {
        for (const text of texts) expect(match(pattern, text)).toEqual(nativeMatch(pattern, text));
      }),
      runs(200),
    );
  });

  it('takes each character for what the engine of the language takes it for', () => {
    const set = fc.constantFrom(
      '\\w',
      '\\W',
      '\\p{Lu}',
      '\\P{Lu}',
      '[^\\p{Ll}]',
      '[a-z]',
      '[^k]',
      's',
      'ß',
      'İ',
      'ı',
      'θ',
      '.',
      '\\p{Nd}',
    );
    fc.assert(
      fc.property(set, fc.string({ unit: anyCharacter, maxLength: 5 }), (set, text) => {
        const pattern = `(?<code>${set}+)`;
        expect(match(pattern, text)).toEqual(nativeMatch(pattern, text));
      }),
      runs(100),
    );
  });
});
