import en from './en.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };
import { languageOf, type Language, type LanguageChoice, type Messages } from './languages.ts';
import { wordsOf, type Words } from './words.ts';

/** Main needs its words at once, even to say why it cannot start. */
const messages: Record<Language, Messages> = { en, hi };

/** Main's own texts: menus, tray, notifications and boxes. */
export type MainWords = Words<'main'>;

/** Main's words in the language chosen in Settings. `preferred`: the system's languages, for `auto`. */
export function mainWords(choice: LanguageChoice, preferred: readonly string[]): MainWords {
  const language = languageOf(choice, preferred);
  return wordsOf('main', language, messages[language]);
}
