import { wordsOf } from '../../electron/contract/words/words.ts';
import { currentLanguage, currentMessages } from '../language.ts';

/** The words of the page's language. They never change while the page is there: see language.ts. */
export const strings = wordsOf('page', currentLanguage(), currentMessages());
