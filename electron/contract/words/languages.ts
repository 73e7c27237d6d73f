import en from './en.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };

interface LanguageEntry {
  /** In itself, for who reads no other. */
  name: string;
  /** BCP 47: how its numbers are written, and which of its plural forms a count takes. */
  locale: string;
  /** One that lacks a message of the English ones does not compile. */
  messages: typeof en;
}

/** Every language of the interface. A new one is a file beside en.json and a line here. */
export const languages = {
  en: { name: 'English', locale: 'en', messages: en },
  hi: { name: 'हिन्दी', locale: 'hi-IN', messages: hi },
} satisfies Record<string, LanguageEntry>;

export type Language = keyof typeof languages;

/** `auto`: as the operating system, or the browser, is. */
export const languageChoices = ['auto', ...(Object.keys(languages) as Language[])] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The language of a choice; `auto` is the first of the reader's languages (BCP 47 tags) that there are words for. */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  const known = preferred.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '').find((tag) => tag in languages);
  return (known as Language | undefined) ?? 'en';
}
