import { languages, type Language } from './choices.ts';
import type { Settings } from './settings.ts';

/** The language of a choice; `auto` is the first of the reader's languages (BCP 47 tags) that there are words for. */
export function languageOf(choice: Settings['language'], preferred: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  const known = preferred.map((tag) => languages.find((language) => tag.split('-')[0]?.toLowerCase() === language));
  return known.find((language) => language !== undefined) ?? 'en';
}
