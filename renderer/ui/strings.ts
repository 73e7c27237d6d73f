import { pageWords } from '../../electron/contract/words/words.ts';
import { currentLanguage } from '../language.ts';

/** The words of the page's language. They never change while the page is there: see language.ts. */
export const strings = pageWords(currentLanguage());
