/**
 * A sentence with slots, such as `Port {wanted:number} is in use.` A slot is {name} or {name:kind}, the name beginning
 * with a small letter; any other brace stands for itself, as in `\p{L}` or `{4,8}`.
 */
export type Template = string;

/** By the slot `count`, as CLDR's plural rules of the language say; without `one` there is one form for all counts. */
export interface Plural {
  one?: Template;
  other: Template;
}

/**
 * What a slot holds: `text` is shown as it is (a number, a path, a name), `number` a whole number, `path` the place of a
 * field, `sentence` another sentence of the catalogue, `list` several of those or texts, with commas between them, and
 * `foreign` what Twilio, ngrok or the system said in English.
 */
const slotKinds = ['text', 'number', 'path', 'sentence', 'list', 'foreign'] as const;
export type SlotKind = (typeof slotKinds)[number];

export interface Slot {
  name: string;
  kind: SlotKind;
}

const slot = new RegExp(String.raw`\{([a-z][a-zA-Z]*)(?::(${slotKinds.join('|')}))?\}`);

/** Literal texts and slots in turn; the first and the last are texts, which may be empty. */
export interface Parsed {
  texts: readonly string[];
  slots: readonly Slot[];
}

export function parseTemplate(template: Template): Parsed {
  // A pattern with two groups splits into: text, name, kind, text, name, kind, …, text.
  const pieces = template.split(slot);
  const texts = pieces.filter((_, index) => index % 3 === 0);
  const slots = texts.slice(1).map((_, index): Slot => {
    const [name = '', kind] = pieces.slice(index * 3 + 1, index * 3 + 3);
    return { name, kind: (kind as SlotKind | undefined) ?? 'text' };
  });
  return { texts, slots };
}

/** The forms of a template, each with its plural category; null where it has one form. */
export function formsOf(template: Template | Plural): { category: 'one' | 'other' | null; template: Template }[] {
  if (typeof template === 'string') return [{ category: null, template }];
  const other = { category: 'other', template: template.other } as const;
  return template.one === undefined ? [other] : [{ category: 'one', template: template.one }, other];
}
