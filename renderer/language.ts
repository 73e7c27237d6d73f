import { languages, type Language } from '../electron/contract/words/languages.ts';

// main.tsx sets this once, before the interface's modules are evaluated, so they may bind texts while they load.
let spoken: Language = 'en';

/** Must be called before strings.ts is loaded. */
export function speak(language: Language): void {
  spoken = language;
}

export function currentLanguage(): Language {
  return spoken;
}

/** The BCP 47 tag that Intl uses for dates, numbers and money. */
export function locale(): string {
  return localeOf(spoken, navigator.language);
}

/** The `lang` of text from other programs, which is always English; undefined if that is the page's own language. */
export function foreignLang(): 'en' | undefined {
  return spoken === 'en' ? undefined : 'en';
}

/** For English, the reader's own variant if they read English; otherwise the language's default locale. */
export function localeOf(language: Language, preferred: string): string {
  return language === 'en' && /^en(-|$)/.test(preferred) ? preferred : languages[language].locale;
}
