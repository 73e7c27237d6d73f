import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, likelyCodes } from '../../renderer/state/codes.ts';
import { lineOf, markCodes, markPlace, type TextPart } from '../../renderer/state/highlights.ts';
import { exampleCandidate } from '../fakes/appState.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

type Place = [code: string, start: number, end: number, confidence?: number];
const places = (...all: Place[]) =>
  all.map(([code, start, end, confidence = 1]) => exampleCandidate({ code, start, end, confidence }));

/** The parts as one text: [strong], {light}. */
function shown(parts: TextPart[]): string {
  const signs = { plain: ['', ''], code: ['[', ']'], other: ['{', '}'] } as const;
  return parts.map(({ text, kind }) => signs[kind][0] + text + signs[kind][1]).join('');
}

describe('the code in a message', () => {
  it('is marked at its place, and not where the same signs stand before', () => {
    const candidates = places(['4819', 9, 13]);
    expect(shown(markCodes('Ref 4819 4819', { code: '4819', candidates }))).toBe('Ref 4819 [4819]');
  });

  it('is marked strongly, other likely ones lightly, and unlikely ones not at all', () => {
    const candidates = places(['7781', 0, 4, 0.5], ['4819', 5, 9], ['2026', 10, 14, 0.49]);
    expect(shown(markCodes('7781 4819 2026', { code: '4819', candidates }))).toBe('{7781} [4819] 2026');
  });

  it('is marked even when it is the less sure one, as with a rule of one’s own', () => {
    const candidates = places(['4819', 0, 4, 0.1]);
    expect(shown(markCodes('4819', { code: '4819', candidates }))).toBe('[4819]');
  });

  it('wins where another candidate overlaps it', () => {
    const candidates = places(['4819-20', 0, 7], ['20', 5, 7, 0.6]);
    expect(shown(markCodes('4819-20', { code: '20', candidates }))).toBe('4819-[20]');
  });

  it('of two others that overlap, the surer one is marked', () => {
    const candidates = places(['12', 0, 2, 0.6], ['123', 0, 3, 0.7]);
    expect(shown(markCodes('123', { code: null, candidates }))).toBe('{123}');
  });

  it('is searched for when its place is not known or lies outside of the text', () => {
    const noPlace = { start: undefined, end: undefined } as unknown as { start: number; end: number };
    for (const place of [noPlace, { start: 0, end: 0 }, { start: 90, end: 94 }, { start: -1, end: 2 }]) {
      const candidates = [exampleCandidate({ code: '4819', ...place })];
      expect(shown(markCodes('Code 4819 now', { code: '4819', candidates }))).toBe('Code [4819] now');
    }
    expect(shown(markCodes('Code 4819 now', { code: '4819', candidates: [] }))).toBe('Code [4819] now');
  });

  it('is found although the sender wrote it with spaces or dashes', () => {
    expect(shown(markCodes('481-920', { code: '481920', candidates: [] }))).toBe('[481-920]');
    expect(shown(markCodes('It is 481 920.', { code: '481920', candidates: [] }))).toBe('It is [481 920].');
    expect(shown(markCodes('Use A+B C', { code: 'A+BC', candidates: [] }))).toBe('Use [A+B C]');
  });

  it('leaves the text whole when there is none', () => {
    expect(markCodes('Hello', { code: null, candidates: [] })).toEqual([{ text: 'Hello', kind: 'plain' }]);
    expect(markCodes('Hello', { code: '12', candidates: [] })).toEqual([{ text: 'Hello', kind: 'plain' }]);
    expect(markCodes('', { code: '', candidates: [] })).toEqual([]);
  });

  it('never loses or adds a sign, whatever the places are', () => {
    const place = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(Number.NaN, Infinity, 1.5));
    const candidate = fc.record({
      code: fc.constantFrom('1', '22', 'a'),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      reason: fc.constant(verbatim('')),
      start: place,
      end: place,
    });
    const code = fc.constantFrom('1', '22', null);
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), code, fc.array(candidate), (text, code, candidates) => {
        const parts = markCodes(text, { code, candidates });
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });

  it('is shown where a person marked it', () => {
    expect(shown(markPlace('It is 48-19.', { start: 6, end: 11 }))).toBe('It is [48-19].');
  });
});

describe('the codes to copy', () => {
  it('are the chosen one, then the other likely ones, the best first and each once', () => {
    const candidates = places(['7781', 0, 4, 0.6], ['9902', 5, 9, 0.8], ['4819', 10, 14, 0.55], ['2026', 15, 19, 0.4]);
    expect(likelyCodes({ code: '4819', candidates })).toEqual(['4819', '9902', '7781']);
    expect(likelyCodes({ code: null, candidates: [] })).toEqual([]);
  });

  it('are told in words for how sure they are', () => {
    const words = [1, 0.85, 0.84, 0.5, 0.49, 0].map((confidence) => confidenceOf({ confidence }));
    expect(words.join()).toBe('certain,certain,likely,likely,unlikely,unlikely');
  });
});

describe('a message in one line', () => {
  const line = (body: string, ...all: Place[]) =>
    shown([...lineOf(markCodes(body, { code: all[0]?.[0] ?? null, candidates: places(...all) }))]);

  it('begins near its code, at a word', () => {
    expect(line('Example never asks you for this. Your code is 481920.', ['481920', 46, 52])).toBe(
      '…you for this. Your code is [481920].',
    );
  });

  it('is whole where the code comes early or there is none', () => {
    expect(line('Your code is 481920.', ['481920', 13, 19])).toBe('Your code is [481920].');
    expect(line('Your account at Example has been locked for now.')).toBe(
      'Your account at Example has been locked for now.',
    );
  });
});
