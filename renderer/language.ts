import type { Language } from '../electron/contract/settings.ts';
import type { Words } from './ui/strings/english.ts';

/** Each named in itself, for who reads no other. */
export const languageNames: Record<Language, string> = { en: 'English', hi: 'हिन्दी' };

interface Spoken {
  language: Language;
  /** How dates, numbers and money are written. */
  locale: string;
  /** null: English, which strings.ts has itself. */
  words: Words | null;
}

// Set once, by main.tsx, before the first module of the interface is evaluated: so these may bind texts as they load.
let spoken: Spoken = { language: 'en', locale: localeOf('en', navigator.language), words: null };

/** Loads what the page needs to speak this language. Must be done before strings.ts is loaded. */
export async function speak(language: Language): Promise<void> {
  const words = language === 'hi' ? (await import('./ui/strings/hi.ts')).hindi : null;
  spoken = { language, locale: localeOf(language, navigator.language), words };
}

export function currentLanguage(): Language {
  return spoken.language;
}

/** For Intl: a BCP 47 tag. */
export function locale(): string {
  return spoken.locale;
}

export function translatedWords(): Words | null {
  return spoken.words;
}

/** The `lang` of what the host or Twilio wrote, which is English on any page; undefined where that is the page's own. */
export function hostLang(): 'en' | undefined {
  return spoken.language === 'en' ? undefined : 'en';
}

/** English is written as its reader's own country does, when they read English; Hindi as in India. */
export function localeOf(language: Language, preferred: string): string {
  if (language === 'hi') return 'hi-IN';
  return /^en(-|$)/.test(preferred) ? preferred : 'en';
}
