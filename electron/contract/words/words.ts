import { MessageFormatter, type Part } from './format.ts';
import { languageOf, languages, type Language, type LanguageChoice } from './languages.ts';
import type { Phrase } from './phrase.ts';
import { saidBy, type Said } from './tree.ts';

type Catalogue = (typeof languages)['en']['messages'];

/** What the host says, in the reader's language. */
interface Reading {
  said(phrase: Phrase): string;
  /** The same in pieces, where what other programs said is to be marked. */
  parts(phrase: Phrase): readonly Part[];
}

/** Main's own texts: menus, tray, notifications and boxes. */
export type MainWords = Said<Catalogue['main'], string, 'main'> & Reading;

/** The texts of the user interface. */
export type PageWords = Said<Catalogue['page'], string, 'page'> & Reading;

export function mainWords(choice: LanguageChoice, preferred: readonly string[]): MainWords {
  return wordsOf(languageOf(choice, preferred), 'main');
}

export function pageWords(language: Language): PageWords {
  return wordsOf(language, 'page');
}

function wordsOf<Part extends 'main' | 'page'>(
  language: Language,
  part: Part,
): Said<Catalogue[Part], string, Part> & Reading {
  const { locale, messages } = languages[language];
  const formatter = new MessageFormatter(locale, messages);
  const own = saidBy(messages[part], part, (path, values) => formatter.message(path, values));
  return { ...own, said: (phrase) => formatter.text(phrase), parts: (phrase) => formatter.parts(phrase) };
}
