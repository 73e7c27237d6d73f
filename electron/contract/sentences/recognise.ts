import type { Topic } from './sentence.ts';
import { formsOf, parseTemplate, type Slot, type SlotKind } from './template.ts';

/** A sentence of the catalogue that was found in a text. */
export interface Recognised {
  topic: string;
  name: string;
  /** By the names of its slots, and `count` where the singular has no slot for it. */
  values: ReadonlyMap<string, Value>;
  /** How many characters were known: of several readings the one that knows more is taken. */
  known: number;
}

/** What stood in a slot. */
export interface Value {
  text: string;
  kind: SlotKind;
  /** The sentences that it consists of; null when they are not in the catalogue, or none were looked for. */
  sentences: readonly Recognised[] | null;
  /** For a list: each item's. */
  items: readonly Value[];
}

interface Form {
  topic: string;
  name: string;
  isOne: boolean;
  texts: readonly string[];
  slots: readonly Slot[];
  known: number;
  /** Without a word of its own; what stands in it has to be known then. */
  wordless: boolean;
}

/** What is longer was not made of the catalogue. */
const longest = 2_000;
/** How many places of a text are tried as the end of a sentence. */
const mostBorders = 8;
/** How often a part of one text is compared with the whole catalogue: a bound for texts that were made to take long. */
const mostTries = 200;

const allowed: Partial<Record<SlotKind, RegExp>> = { number: /^\d{1,15}$/, path: /^[\w.]+$/ };

/** Finds out which sentences of a catalogue a text consists of, and what their slots hold. */
export class Recogniser {
  readonly #forms: readonly Form[];

  constructor(catalogue: Readonly<Record<string, Topic>>) {
    this.#forms = Object.entries(catalogue).flatMap(([topic, sentences]) =>
      Object.entries(sentences).flatMap(([name, template]) =>
        formsOf(template).map((form) => compiled(topic, name, form)),
      ),
    );
  }

  /**
   * One sentence, or several with a space between them; null when a part is not in the catalogue. What is found says the
   * text to the letter. Takes time in proportion to the text.
   */
  recognise(text: string): readonly Recognised[] | null {
    return text.length > longest ? null : new Reading(this.#forms).row(text);
  }
}

function compiled(topic: string, name: string, form: ReturnType<typeof formsOf>[number]): Form {
  const { texts, slots } = parseTemplate(form.template);
  const words = texts.join('');
  const [known, wordless] = [words.length, !/\p{L}/u.test(words)];
  return { topic, name, isOne: form.category === 'one', texts, slots, known, wordless };
}

/** One text's reading. */
class Reading {
  readonly #forms: readonly Form[];
  #triesLeft = mostTries;

  constructor(forms: readonly Form[]) {
    this.#forms = forms;
  }

  /** The best way to read the text as sentences in a row. */
  row(text: string): readonly Recognised[] | null {
    const starts = [0, ...borders(text), text.length + 1];
    // From the end: the best reading of what begins at each place.
    const best: (readonly Recognised[] | null)[] = starts.map(() => null);
    best[starts.length - 1] = [];
    for (let from = starts.length - 2; from >= 0; from -= 1) {
      for (let to = from + 1; to < starts.length; to += 1) {
        const rest = best[to];
        const first = rest ? this.#one(text.slice(starts[from], (starts[to] ?? 0) - 1)) : null;
        if (!rest || !first) continue;
        const reading = [first, ...rest];
        if (knownIn(reading) > knownIn(best[from] ?? [])) best[from] = reading;
      }
    }
    return best[0] ?? null;
  }

  #one(text: string): Recognised | null {
    if ((this.#triesLeft -= 1) < 0) return null;
    let best: Recognised | null = null;
    for (const form of this.#forms) {
      const pieces = fit(form, text);
      const found = pieces && this.#filled(form, pieces);
      if (found && found.known > (best?.known ?? -1)) best = found;
    }
    return best;
  }

  #filled(form: Form, pieces: readonly string[]): Recognised | null {
    const values = new Map<string, Value>();
    let { known } = form;
    for (const [index, { name, kind }] of form.slots.entries()) {
      const value = this.#value(kind, pieces[index] ?? '');
      if (form.wordless && kind === 'sentence' && value.sentences === null) return null;
      known += knownIn(value.sentences ?? []);
      values.set(name, value);
    }
    if (form.isOne && !values.has('count')) values.set('count', plain('number', '1'));
    return { topic: form.topic, name: form.name, values, known };
  }

  #value(kind: SlotKind, text: string): Value {
    if (kind === 'sentence') return { ...plain(kind, text), sentences: text === '' ? [] : this.row(text) };
    if (kind !== 'list') return plain(kind, text);
    return { ...plain(kind, text), items: text.split(', ').map((item) => this.#value('sentence', item)) };
  }
}

function plain(kind: SlotKind, text: string): Value {
  return { text, kind, sentences: null, items: [] };
}

function knownIn(sentences: readonly Recognised[]): number {
  return sentences.reduce((sum, { known }) => sum + known, 0);
}

/** Where sentences may begin: after a full stop and a space. */
function borders(text: string): number[] {
  return Array.from(text.matchAll(/\. /g), ({ index }) => index + 2).slice(0, mostBorders);
}

/** What stands in the slots, each as short as it can be but the last; null when the text is another sentence. */
function fit({ texts, slots }: Form, text: string): string[] | null {
  const first = texts[0] ?? '';
  if (slots.length === 0) return text === first ? [] : null;
  const last = texts.at(-1) ?? '';
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return null;
  const pieces: string[] = [];
  let at = first.length;
  for (const [index, { kind }] of slots.entries()) {
    const next = texts[index + 1] ?? '';
    const to = index === slots.length - 1 ? end : text.indexOf(next, at);
    if (to < at || to > end) return null;
    const piece = text.slice(at, to);
    if (!isAllowed(kind, piece)) return null;
    pieces.push(piece);
    at = to + next.length;
  }
  return pieces;
}

function isAllowed(kind: SlotKind, piece: string): boolean {
  const pattern = allowed[kind];
  return pattern ? pattern.test(piece) : piece !== '' || kind === 'sentence';
}
