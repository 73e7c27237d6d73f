import { languages, type Language } from '../electron/contract/words/languages.ts';

// Set once, by main.tsx, before the first module of the interface is evaluated: so these may bind texts as they load.
let spoken: Language = 'en';

/** Must be done before strings.ts is loaded. */
export function speak(language: Language): void {
  spoken = language;
}

export function currentLanguage(): Language {
  return spoken;
}

/** How dates, numbers and money are written, for Intl: a BCP 47 tag. */
export function locale(): string {
  return localeOf(spoken, navigator.language);
}

/** The `lang` of what other programs wrote, which is English on any page; undefined where that is the page's own. */
export function foreignLang(): 'en' | undefined {
  return spoken === 'en' ? undefined : 'en';
}

/** English is written as its reader's own country does, when they read English; others as in their first country. */
export function localeOf(language: Language, preferred: string): string {
  return language === 'en' && /^en(-|$)/.test(preferred) ? preferred : languages[language].locale;
}
