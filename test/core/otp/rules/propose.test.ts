import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../../electron/contract/errors.ts';
import { english } from '../../../../electron/contract/words/english.ts';
import type { Mark } from '../../../../electron/contract/api.ts';
import { ruleSchema, type ProposedRule, type Rule } from '../../../../electron/contract/settings.ts';
import { compileRule, proposeRule } from '../../../../electron/core/otp/rules/rules.ts';
import proposals from './proposals.json' with { type: 'json' };
import { forAll } from '../../../support/runs.ts';

/** A mark on the part of a text between « and ». */
function marked(text: string, from?: string): Mark {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { text: text.replace(/[«»]/g, ''), start, end, ...(from === undefined ? {} : { from }) };
}

/** With the name that it has on the screen. */
function named(rule: ProposedRule): Rule {
  return { ...rule, name: english(rule.name) };
}

/** The code that the rule made of a marked text finds in another text. */
function taught(example: string, text: string): string | null {
  const place = compileRule(named(proposeRule(marked(example), 'r'))).find(text);
  return place && text.slice(place.start, place.end);
}

describe('a rule made of a marked text', () => {
  it.each(z.array(z.tuple([z.string(), z.string()])).parse(proposals))('of %j is %s', (text, pattern) => {
    expect(proposeRule(marked(text), 'r').pattern).toBe(pattern);
  });

  it.each([
    ['Code «482913» for you', 'Code 117 for me, code 551 200, CODE 771204 FOR YOU', '771204'],
    ['Your code is «482913»', 'Your code is 77120488', null],
    ['«482913» is your code', 'Ref 99771204 is your code', null],
    ['Login from 10.0.0.1: «482913» (5 min)', 'Login from 192.168.17.2: 771204 (15 min)', '771204'],
    ['कोड «४८२९१३» है', 'कोड ७७१२०४ है', '७७१२०४'],
    ['«482913»', '99 bottles, 771204 pieces', null],
    ['Key «AB12CD» end', 'Key 123456 end', '123456'],
  ])('%j finds in %j: %j', (example, text, expected) => {
    expect(taught(example, text)).toBe(expected);
  });

  it('takes more words, and then the ends of the line, when the nearby ones are there twice', () => {
    const far = marked('If it was you, then your code is 111111. If not, call us: your code is «222222». Bye.');
    expect(found(far)).toEqual({ start: far.start, end: far.end });
    const end = marked('code 111111 x\ncode «222222»');
    expect(proposeRule(end, 'r').pattern).toBe('^\\s*code\\s+(?<code>\\d{6})\\s*$');
    const second = marked('code 111111\ncode «222222»\ncode 333333');
    expect(found(second)).toEqual({ start: second.start, end: second.end });
  });

  it('takes the sender along, and a name without the code', () => {
    const text = 'Your code is «482913»';
    expect(proposeRule(marked(text, ' VK-LUMORA '), 'r')).toMatchObject({
      id: 'r',
      sender: 'VK-LUMORA',
      name: 'Codes from VK-LUMORA',
    });
    expect(proposeRule(marked(text), 'r')).toMatchObject({ sender: null, name: 'Codes after “Your code is”' });
    expect(proposeRule(marked('«4829» is it'), 'r').name).toEqual('Codes before “is it”');
    expect(proposeRule(marked('4829, I mean «4829»'), 'r').name).toEqual('Codes after “…, I mean”');
    expect(proposeRule(marked('«4829»', ' '), 'r')).toMatchObject({ sender: null, name: 'Codes that stand alone' });
    expect(proposeRule(marked(text, 'x'.repeat(41)), 'r').sender).toBeNull();
  });

  it.each([
    ['Your code is « - », ok', 'No letter or digit is marked.'],
    [`«${'x1'.repeat(21)}»`, 'The marked text is too long for a code.'],
    [
      `${'12 '.repeat(200)}«12»${' 12'.repeat(200)}`,
      'The wording near the mark does not tell it from the rest of this text.',
    ],
  ])('is refused for %j: %s', (text, message) => {
    expect(() => proposeRule(marked(text), 'r')).toThrow(AppError);
    expect(() => proposeRule(marked(text), 'r')).toThrow(message);
  });
});

function found(mark: Mark): { start: number; end: number } | null {
  return compileRule(named(proposeRule(mark, 'r'))).find(mark.text);
}

const word = fc.constantFrom(...'Your code is for Lumora (now) कोड 验证码 🔐 a+b [x] 5 10% ß'.split(' '));
const wording = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const gap = fc.constantFrom(' ', ': ', ' - ', '\n', ' “', '  ', '：');
const digit = (zero: number): fc.Arbitrary<string> =>
  fc.integer({ min: zero, max: zero + 9 }).map((point) => String.fromCodePoint(point));
const sixOf = (unit: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.string({ unit, minLength: 6, maxLength: 6 });
const capital = fc.constantFrom(...'QZXJKW');
const grouped = fc.tuple(sixOf(digit(0x30)), sixOf(digit(0x30))).map((parts) => parts.join('-'));
const mixed = sixOf(capital).map((letters) => `7${letters}4`);
/** Two codes of the same shape. */
const pair = fc.oneof(
  ...[sixOf(digit(0x30)), sixOf(digit(0x966)), sixOf(digit(0x1d7ce)), sixOf(capital), grouped, mixed].map((code) =>
    fc.tuple(code, code),
  ),
);

describe('whatever the text', () => {
  it('the rule finds the mark, fits into the settings, and finds other codes of that shape in the same wording', () =>
    forAll(100, [wording, gap, pair, gap, wording], (before, left, [code, other], right, after) => {
      const [head, tail] = [`${before}${left}`, `${right}${after}`];
      const mark = { text: `${head}${code}${tail}`, start: head.length, end: head.length + code.length };
      const rule = named(proposeRule(mark, 'r'));
      expect(ruleSchema.parse(rule)).toEqual(rule);
      const { find } = compileRule(rule);
      expect(find(mark.text)).toEqual({ start: mark.start, end: mark.end });
      expect(find(`${head}${other}${tail}`)).toEqual({ start: head.length, end: head.length + other.length });
      expect(rule.name).not.toContain(code);
    }));

  it('a rule finds exactly its mark, or the mark is refused', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', '1', '2', ' ', '\n', '-', '.', '٤', '😀', '\ud83d', '\ude00'),
      minLength: 1,
      maxLength: 30,
    });
    await forAll(200, [text, fc.nat(), fc.nat()], (text, from, length) => {
      const start = from % text.length;
      const end = start + 1 + (length % (text.length - start));
      const proposed = attempt({ text, start, end });
      if (!proposed) return;
      const rule = named(proposed);
      const place = compileRule(rule).find(text);
      expect(place && text.slice(place.start, place.end)).toBe(text.slice(start, end).trim());
      expect(place!.start).toBe(start + text.slice(start, end).search(/\S/));
      expect(ruleSchema.parse(rule)).toEqual(rule);
    });
  });
});

function attempt(mark: Mark): ReturnType<typeof proposeRule> | null {
  try {
    return proposeRule(mark, 'r');
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(AppError);
    return null;
  }
}
