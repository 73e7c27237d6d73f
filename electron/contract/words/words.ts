import { MessageFormatter, type Part } from './format.ts';
import { languages, type Language, type Messages } from './languages.ts';
import type { Phrase } from './phrase.ts';
import { saidBy, type Said } from './tree.ts';

/** What the host says, in the reader's language. */
interface Reading {
  said(phrase: Phrase): string;
  /** The same in pieces, so that text from other programs can be marked. */
  parts(phrase: Phrase): readonly Part[];
}

/** The texts of main or of the page, and what the host says. */
export type Words<Place extends 'main' | 'page'> = Said<Messages[Place], string, Place> & Reading;

export function wordsOf<Place extends 'main' | 'page'>(
  place: Place,
  language: Language,
  messages: Messages,
): Words<Place> {
  const formatter = new MessageFormatter(languages[language].locale, messages);
  const own = saidBy(messages[place], place, (path, values) => formatter.message(path, values));
  return { ...own, said: (phrase) => formatter.text(phrase), parts: (phrase) => formatter.parts(phrase) };
}
