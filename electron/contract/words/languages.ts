import en from './en.json' with { type: 'json' };

/** The messages of a language. One that lacks any of the English ones does not compile. */
export type Messages = typeof en;

interface LanguageEntry {
  /** In the language itself, for people who read no other. */
  name: string;
  /** BCP 47: how its numbers are written, and which of its plural forms a count takes. */
  locale: string;
  /** A page loads the language that it speaks. */
  load: () => Promise<{ default: Messages }>;
}

/** Every language of the interface. A new one is a file beside en.json, a line here and one in main.ts. */
export const languages = {
  en: { name: 'English', locale: 'en', load: async () => ({ default: en }) },
  // No import attribute here: with one, a page in development would be sent JSON itself.
  hi: { name: 'हिन्दी', locale: 'hi-IN', load: () => import('./hi.json') },
} satisfies Record<string, LanguageEntry>;

export type Language = keyof typeof languages;

/** `auto`: that of the operating system or the browser. */
export const languageChoices = ['auto', ...(Object.keys(languages) as Language[])] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The language of a choice; `auto` is the first of the reader's languages (BCP 47 tags) that there are words for. */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  const known = preferred.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '').find((tag) => tag in languages);
  return (known as Language | undefined) ?? 'en';
}
