import en from './en.json' with { type: 'json' };
import type { Foreign, Phrase } from './phrase.ts';
import { saidBy } from './tree.ts';

/** Everything that the host says to people, by topic and name: `phrases.numbers.noLease({ id })`. */
export const phrases = saidBy(en.host, 'host', (path, values): Phrase => {
  const key = path.slice('host.'.length);
  return values ? { key, values } : { key };
});

/** Whole sentences, one after the other. */
export function inOneLine(first: Phrase, ...rest: readonly Phrase[]): Phrase {
  const [next, ...others] = rest;
  return next ? phrases.general.inOneLine({ first, second: inOneLine(next, ...others) }) : first;
}

/** A text that is the same in every language, or that is for the command line and the API: they speak only English. */
export function verbatim(text: string): Phrase {
  return phrases.general.verbatim({ text });
}

/** What another program said, in English. */
export function foreign(text: string): Foreign {
  return { foreign: text };
}

const rules = new Set(Object.values(phrases.validation).map(({ key }) => key));

/** Whether a schema's error message is the key of a phrase, and not zod's own English. */
export function isRule(message: string): boolean {
  return rules.has(message);
}

/** A schema's error message as a phrase. */
export function issuePhrase(message: string): Phrase {
  return isRule(message) ? { key: message } : phrases.general.verbatim({ text: foreign(message) });
}
