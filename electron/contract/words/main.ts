import en from './en.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };
import { languageOf, type Language, type LanguageChoice } from './languages.ts';
import { wordsOf, type Words } from './words.ts';

/** Main's own texts: menus, tray, notifications and boxes. */
export type MainWords = Words<'main'>;

/** Main needs its words at once, even to say why it cannot start. */
const words: Record<Language, MainWords> = { en: wordsOf('main', 'en', en), hi: wordsOf('main', 'hi', hi) };

/** Main's words in the language chosen in Settings. `preferred`: the system's languages, for `auto`. */
export function mainWords(choice: LanguageChoice, preferred: readonly string[]): MainWords {
  return words[languageOf(choice, preferred)];
}
