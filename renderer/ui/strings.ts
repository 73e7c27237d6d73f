import { translatedWords } from '../language.ts';
import { english, type Words } from './strings/english.ts';

/** The words of the page's language. They never change while the page is there: see language.ts. */
export const strings: Words = translatedWords() ?? english;
