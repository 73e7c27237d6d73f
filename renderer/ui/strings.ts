import { pageWords } from '../../electron/contract/words/words.ts';
import { currentLanguage } from '../language.ts';

/** The texts in the page's language. They never change while the page is open: see language.ts. */
export const strings = pageWords(currentLanguage());
