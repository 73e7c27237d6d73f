import { expect, it } from 'vitest';
import { z } from 'zod';
import { compilePattern } from '../../../../electron/core/otp/rules/pattern.ts';
import patterns from './patterns.json' with { type: 'json' };

/** What is known, a pattern with it, a text, and the code that is found there. */
const rows = z.array(z.tuple([z.string(), z.string(), z.string(), z.string().nullable()]));

function code(pattern: string, text: string): string | null {
  const place = compilePattern(pattern)(text);
  return place && text.slice(place.start, place.end);
}

// JSON has no half a character.
const half: [string, string, string, string] = ['half a character', '(?<code>\\ud83d)', '😀\ud83d', '\ud83d'];

it.each([...rows.parse(patterns), half])('a pattern knows %s', (_, pattern, text, expected) => {
  expect(code(pattern, text)).toBe(expected);
});
