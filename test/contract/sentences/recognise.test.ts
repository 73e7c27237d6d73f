import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/contract/sentences/catalogue.ts';
import { inHindi } from '../../../electron/contract/sentences/hindi.ts';
import { Recogniser, type Recognised, type Value } from '../../../electron/contract/sentences/recognise.ts';
import type { Slot } from '../../../electron/contract/sentences/template.ts';
import { workOf } from '../../core/otp/work.ts';
import { known, type Known } from './support.ts';
import { runs } from '../../support/runs.ts';
import { anyCharacter } from '../../support/characters.ts';

const recogniser = new Recogniser(catalogue);

/** Words that no sentence of the catalogue has. */
const plainWords = fc.stringMatching(/^[\p{L}\p{N}§+/@_-]{1,20}$/u).map((text) => `⟨${text}⟩`);
/** Words that may be those of any sentence, brackets, quotes and stops included. */
const hostileWords = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 40 }),
  fc.constantFrom(
    '. ',
    '” follows it',
    ': ',
    ').',
    '{count:number}',
    ' digits: ',
    'could not be given back to Twilio yet: ',
  ),
  fc.constantFrom(...known).map(({ texts }) => texts.join('⟨⟩')),
);

function valueOf({ kind }: Slot, words: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (kind === 'number') return fc.nat();
  if (kind === 'list') return fc.array(words, { minLength: 1, maxLength: 4 });
  return kind === 'path' ? fc.stringMatching(/^[a-zA-Z]{1,9}(\.\w{1,9}){0,2}$/) : words;
}

function saying(words: fc.Arbitrary<string>): fc.Arbitrary<{ sentence: Known; values: Record<string, unknown> }> {
  return fc.constantFrom(...known).chain((sentence) =>
    fc
      .record(Object.fromEntries(sentence.slots.map((slot) => [slot.name, valueOf(slot, words)])))
      // The singular is for one alone.
      .filter(({ count }) => sentence.isOne || count !== 1)
      .map((values) => ({ sentence, values })),
  );
}

/** What was read, said again in English. */
function again(sentences: readonly Recognised[]): string {
  return sentences
    .map(({ topic, name, values }) => {
      const isOne = values.get('count')?.text === '1';
      const forms = known.filter((each) => each.topic === topic && each.name === name);
      const form = forms.find((each) => each.isOne === isOne) ?? forms[0];
      return form?.texts.map((text, index) => text + textOf(values.get(form.slots[index]?.name ?? ''))).join('') ?? '';
    })
    .join(' ');
}

function textOf(value: Value | undefined): string {
  return value?.sentences ? again(value.sentences) : (value?.text ?? '');
}

describe('what the host says', () => {
  it('is known again as the sentence that it is, with what stood in it', () => {
    fc.assert(
      fc.property(saying(plainWords), ({ sentence: { topic, name, slots, say }, values }) => {
        // Without a word of its own it is known by what stands in it.
        fc.pre(name !== 'invalid');
        const found = recogniser.recognise(say(values));
        expect(found).toMatchObject([{ topic, name }]);
        for (const slot of slots)
          expect(found?.[0]?.values.get(slot.name)?.text).toBe([values[slot.name]].flat().join(', '));
      }),
      runs(200),
    );
  });

  it('is never read as something that it does not say, whatever stands in it', () => {
    fc.assert(
      fc.property(saying(hostileWords), ({ sentence: { say }, values }) => {
        const text = say(values);
        const found = recogniser.recognise(text);
        if (found !== null) expect(again(found)).toBe(text);
      }),
      runs(200),
    );
  });

  it('is never read as a sentence that is not there', () => {
    fc.assert(
      fc.property(fc.array(hostileWords, { maxLength: 6 }), (words) => {
        const found = recogniser.recognise(words.join(' '));
        if (found !== null) expect(again(found)).toBe(words.join(' '));
      }),
      runs(200),
    );
  });
});

describe('a text that was made to take long', () => {
  const nested = 'The pool could not be filled: ';
  const hostile = {
    'sentences in each other': nested.repeat(60),
    'sentences in each other and in a row': `${nested}. `.repeat(60),
    'many stops': '. '.repeat(1_000),
    'quotes in quotes': 'The rule “a” cannot be used: '.repeat(60),
    'all of the catalogue': known.map(({ texts }) => texts.join('x')).join(' '),
    'long beyond reason': 'Port '.repeat(200_000),
  };

  it.each(Object.entries(hostile))('costs bounded work: %s', (_, text) => {
    expect(workOf(() => inHindi(text))).toBeLessThan(750_000);
    expect(workOf(() => inHindi(text.slice(0, 2_000)))).toBeLessThan(750_000);
  });
});
