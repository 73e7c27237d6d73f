import { IntlMessageFormat } from 'intl-messageformat';
import { isPlain, type MessageTree } from './messageTree.ts';
import { isPhrase, type Phrase, type Value, type Values } from './phrase.ts';

/** A piece of a text. */
export interface Part {
  text: string;
  /** Text from another program: always English. */
  foreign: boolean;
}

/** Formats one language's ICU messages. Each is parsed on first use. */
export class MessageFormatter {
  readonly #locale: string;
  readonly #messages: MessageTree;
  readonly #parsed = new Map<string, IntlMessageFormat>();

  constructor(locale: string, messages: MessageTree) {
    this.#locale = locale;
    this.#messages = messages;
  }

  text(phrase: Phrase): string {
    return textOf(this.parts(phrase));
  }

  /** Neighbours of one kind are one part. A key missing from the catalogue (of a newer version) is shown itself. */
  parts(phrase: Phrase): readonly Part[] {
    return joined(this.#partsOf(`host.${phrase.key}`, phrase.values));
  }

  /** The message at a path in the catalogue, with its values. */
  message(path: string, values?: Values): string {
    return textOf(this.#partsOf(path, values));
  }

  #partsOf(path: string, values?: Values): readonly Part[] {
    const message = this.#find(path);
    if (typeof message === 'string') return [{ text: message, foreign: false }];
    return message.formatToParts<unknown>(values).flatMap(({ value }) => this.#valueParts(value as Value));
  }

  #valueParts(value: Value): readonly Part[] {
    if (typeof value !== 'object') return [{ text: String(value), foreign: false }];
    if (isPhrase(value)) return this.parts(value);
    if ('foreign' in value) return [{ text: value.foreign, foreign: true }];
    const comma = { text: ', ', foreign: false };
    return value.flatMap((item, index) => [...(index > 0 ? [comma] : []), ...this.#valueParts(item)]);
  }

  /** A text that says itself, or a message to be filled in. */
  #find(path: string): IntlMessageFormat | string {
    const known = this.#parsed.get(path);
    if (known) return known;
    const message = path
      .split('.')
      .reduce<unknown>((tree, name) => (tree as MessageTree | undefined)?.[name], this.#messages);
    if (typeof message === 'string' && isPlain(message)) return message;
    if (typeof message !== 'string' && !Array.isArray(message)) return path;
    const parsed = new IntlMessageFormat(message as string, this.#locale, undefined, { ignoreTag: true });
    this.#parsed.set(path, parsed);
    return parsed;
  }
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}

function joined(parts: readonly Part[]): readonly Part[] {
  return parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    if (part.text === '') return all;
    if (last?.foreign !== part.foreign) return [...all, part];
    return [...all.slice(0, -1), { ...part, text: last.text + part.text }];
  }, []);
}
