import { otherCodeKinds, codedThings } from '../words/otherCodes.ts';
import { keyPurposes } from '../words/nouns.ts';
import { introducers } from '../words/introducers.ts';
import { list } from '../words/list.ts';
import { normalise } from '../text/normalise.ts';
import { beginsWithAny, longestEndingOf } from './affixes.ts';

const fold = (word: string) => normalise(word).lower;

/** What introduces a code in any language, as it stands in a normalised text. */
export const introducing = (key: 'words' | 'starts' | 'ends' | 'inside'): string[] => [
  ...new Set(introducers.flatMap((each) => (each[key] ?? []).map(fold))),
];

/** No word is longer; hostile texts are. */
const longestWord = 24;
/** The longest ending that a language adds to a stem. */
const longestEnding = 8;
/** The longest ending of a thing that has a code of its own: a brand may begin like one. */
const longestThing = 4;

const words = new Set(introducing('words'));
const endingOf = longestEndingOf(introducing('ends'));
/** `kodunuz`, `кодом`: a stem with its endings. */
const isStem = beginsWithAny(
  introducing('starts').filter((stem) => stem.length >= 3),
  longestEnding,
);
const otherKinds = new Set(otherCodeKinds);

/** Whether a word is a thing that has a code of its own. */
export const isCoded = beginsWithAny(codedThings, longestThing);

/** Whether a word means "code" by itself. */
export function isCodeWord(word: string): boolean {
  if (words.has(word)) return true;
  return word.length <= longestWord && (isStem(word) || isCompound(word));
}

/** `Sicherheitscode`, but neither `postcode` nor `Gutscheincode`. */
function isCompound(word: string): boolean {
  const ending = endingOf(word);
  if (ending === null) return false;
  if (word === ending) return ending.length >= 4;
  if (word.length <= ending.length + 2) return false;
  const head = word.slice(0, -ending.length);
  return !isCoded(head) && !otherKinds.has(head) && !otherKinds.has(head.replace(/s$/, ''));
}

/** Whether a word says what lets someone in: `activation`. */
export const isKeyPurpose = beginsWithAny(keyPurposes);
const keyEndingOf = longestEndingOf(
  list(`
  schlussel sleutel nyckel nyckeln nogle noglen nokkel nokkelen avain nummer numero number wort ord
  zahl ziffer ziffern cijfer cijfers getal siffra siffran siffror siffrorna talet tallet luku lukua luvun luvulla
  lukusi numeroa numerolla arv arvu arvuga numbri numbriga tala talan tolu toluna tolunni numer skaitlis skaitli nommer
  `),
);

/** `Freischaltnummer`, `aktiveringsnyckel`: a number or a key with what it is for ahead. */
export function isKeyCompound(word: string): boolean {
  const ending = word.length <= longestWord ? keyEndingOf(word) : null;
  return ending !== null && word.length > ending.length + 3 && isKeyPurpose(word);
}
