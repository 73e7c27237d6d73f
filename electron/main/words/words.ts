import { languageOf } from '../../contract/language.ts';
import { hindiText } from '../../contract/sentences/hindi.ts';
import type { Language, Settings } from '../../contract/settings.ts';
import { english, type MainWords } from './english.ts';
import { hindi } from './hindi.ts';

const byLanguage: Readonly<Record<Language, MainWords>> = { en: english, hi: hindi };

/** Main's words as Settings choose them; `preferred` are the system's languages, for `auto`. */
export function wordsFor(choice: Settings['language'], preferred: readonly string[]): MainWords {
  return byLanguage[languageOf(choice, preferred)];
}

/** What the core says in English, in the language of these words; as it is where that is not known. */
export function coreText(words: MainWords, text: string): string {
  return words === hindi ? hindiText(text) : text;
}
