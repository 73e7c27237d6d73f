import { parseTemplate, type Plural, type Template } from './template.ts';

declare const fromCatalogue: unique symbol;

/**
 * What the host says to people, in English: made of the catalogue's templates, so that a user interface in another
 * language knows it again. On the wire and on disk it is a plain text.
 */
export type Sentence = string & { readonly [fromCatalogue]: true };

/** The sentences on one subject, by name. */
export type Topic = Readonly<Record<string, Template | Readonly<Plural>>>;

type SmallLetter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');

/** What stands between braces, such as `wanted:number`, where it is a slot. */
type SlotsIn<T extends string> = T extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${SmallLetter}${string}` ? Inside : never) | SlotsIn<Rest>
  : never;

type ValueOf<Kind> = Kind extends 'number'
  ? number
  : Kind extends 'sentence'
    ? Sentence
    : Kind extends 'list'
      ? readonly string[]
      : string;

type ValuesOf<Slots extends string> = {
  [S in Slots as S extends `${infer Name}:${string}` ? Name : S]: S extends `${string}:${infer Kind}`
    ? ValueOf<Kind>
    : string;
};

type TextOf<T> = T extends string ? T : T extends { other: infer Other extends string } ? Other : never;

/** A sentence without slots as it is; one with slots as a function of their values. */
export type Phrases<T extends Topic> = {
  readonly [K in keyof T]: [SlotsIn<TextOf<T[K]>>] extends [never]
    ? Sentence
    : (values: ValuesOf<SlotsIn<TextOf<T[K]>>>) => Sentence;
};

type Values = Record<string, string | number | readonly string[]>;

/** The sentences of a topic, ready to be said. */
export function phrases<T extends Topic>(topic: T): Phrases<T> {
  const said = Object.entries(topic).map(([name, template]) => [name, phraseOf(template)]);
  return Object.fromEntries(said) as Phrases<T>;
}

function phraseOf(template: Template | Readonly<Plural>): string | ((values: Values) => string) {
  if (typeof template === 'string') return filled(template);
  const other = filled(template.other);
  if (template.one === undefined || typeof other === 'string') return other;
  const one = filled(template.one);
  // English has two forms, and one of them is for 1 alone.
  return (values) => (values['count'] !== 1 ? other(values) : typeof one === 'string' ? one : one(values));
}

function filled(template: Template): string | ((values: Values) => string) {
  const { texts, slots } = parseTemplate(template);
  const [first = '', second = '', ...after] = texts;
  const [slot, ...others] = slots.map(({ name }) => name);
  if (slot === undefined) return template;
  // Most have one; the search for codes makes many of them.
  if (others.length === 0) return (values) => first + shown(values[slot]) + second;
  return (values) =>
    others.reduce(
      (text, name, index) => text + shown(values[name]) + after[index],
      first + shown(values[slot]) + second,
    );
}

function shown(value: Values[string] | undefined): string | number | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}

/**
 * A text that is shown as it is in every language: what another program said, a number, a path; and what is said on the
 * command line or by the automation API, which speak English alone. What a person reads in the user interface belongs
 * into the catalogue instead.
 */
export function verbatim(text: string): Sentence {
  return text as Sentence;
}

/** Whole sentences, one after the other. */
export function inOneLine(...sentences: readonly Sentence[]): Sentence {
  return sentences.join(' ') as Sentence;
}
