import en from '../electron/contract/words/en.json' with { type: 'json' };
import { languages, type Language, type Messages } from '../electron/contract/words/languages.ts';

// Set once, by main.tsx, before the first module of the interface is evaluated: so these may bind texts as they load.
let spoken: { language: Language; messages: Messages } | null = null;

/** Loads what the page needs to speak this language. Must be done before strings.ts is loaded. */
export async function speak(language: Language): Promise<void> {
  spoken = { language, messages: (await languages[language].load()).default };
}

export function currentLanguage(): Language {
  return spoken?.language ?? 'en';
}

export function currentMessages(): Messages {
  return spoken?.messages ?? en;
}

/** How dates, numbers and money are written, for Intl: a BCP 47 tag. */
export function locale(): string {
  return localeOf(currentLanguage(), navigator.language);
}

/** The `lang` of what other programs wrote, which is English on any page; undefined where that is the page's own. */
export function foreignLang(): 'en' | undefined {
  return currentLanguage() === 'en' ? undefined : 'en';
}

/** English is written as its reader's own country does, when they read English; others as in their first country. */
export function localeOf(language: Language, preferred: string): string {
  return language === 'en' && /^en(-|$)/.test(preferred) ? preferred : languages[language].locale;
}
