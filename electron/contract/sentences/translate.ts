import { catalogue, type Translations } from './catalogue.ts';
import { Recogniser, type Recognised, type Value } from './recognise.ts';
import { formsOf, parseTemplate, type Parsed, type Template } from './template.ts';
import type { Translation } from './translation.ts';
import type { Topic } from './sentence.ts';

/** A piece of a translated text. */
export interface Part {
  text: string;
  /** What another program said, in English whatever the language is. */
  foreign: boolean;
}

/** What the host said, in another language; null when it is not in the catalogue. */
export type Translate = (text: string) => readonly Part[] | null;

type Forms = ReadonlyMap<string, Parsed>;

/** `exact`: whole sentences without slots that stand elsewhere than in the catalogue, by their English words. */
export function translator(
  translations: Translations,
  locale: string,
  exact: Readonly<Record<string, string>> = {},
): Translate {
  const known = { ...catalogue, exact: Object.fromEntries(Object.keys(exact).map((text) => [text, text])) };
  const recogniser = new Recogniser(known);
  const rules = new Intl.PluralRules(locale);
  const words = new Map<string, Forms>();
  for (const [topic, sentences] of Object.entries<Translation<Topic>>({ ...translations, exact }))
    for (const [name, template] of Object.entries(sentences)) words.set(`${topic}.${name}`, parsedForms(template));

  const one = ({ topic, name, values }: Recognised): Part[] => {
    const forms = words.get(`${topic}.${name}`);
    const count = Number(values.get('count')?.text ?? '0');
    const { texts, slots } = forms?.get(rules.select(count)) ?? forms?.get('other') ?? { texts: [], slots: [] };
    return texts.flatMap((text, index) => {
      const slot = slots[index];
      return [said(text), ...(slot ? filling(values.get(slot.name)) : [])];
    });
  };
  const filling = (value: Value | undefined): Part[] => {
    if (!value) return [];
    if (value.sentences) return row(value.sentences);
    if (value.kind === 'list')
      return value.items.flatMap((item, index) => [said(index > 0 ? ', ' : ''), ...filling(item)]);
    const { text, kind } = value;
    return [{ text, foreign: kind === 'foreign' || (kind === 'sentence' && hasWords(text)) }];
  };
  const row = (sentences: readonly Recognised[]): Part[] =>
    sentences.flatMap((sentence, index) => [said(index > 0 ? ' ' : ''), ...one(sentence)]);

  return (text) => {
    const sentences = recogniser.recognise(text);
    return sentences && joined(row(sentences));
  };
}

function parsedForms(template: Translation<Topic>[string]): Forms {
  return new Map(
    formsOf(template).map(({ category, template }: { category: string | null; template: Template }) => [
      category ?? 'other',
      parseTemplate(template),
    ]),
  );
}

function said(text: string): Part {
  return { text, foreign: false };
}

/** A number or a path that stands for a sentence is in no language. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function joined(parts: readonly Part[]): readonly Part[] {
  return parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    if (part.text === '') return all;
    if (last?.foreign !== part.foreign) return [...all, part];
    return [...all.slice(0, -1), { ...part, text: last.text + part.text }];
  }, []);
}
