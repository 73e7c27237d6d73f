import {
  articles,
  codeVerbs,
  copulas,
  finalCopulas,
  finalVerbs,
  instruments,
  purposeLinks,
  purposes,
  validityWords,
  verbFillers,
} from '../words/contexts.ts';
import { keyNouns, numberNouns } from '../words/nouns.ts';
import { kindLinks, offerWords, otherCodeKinds, otherCodeKindsBehind } from '../words/otherCodes.ts';
import {
  fillers,
  notCodeAfter,
  notCodeBefore,
  sendLinks,
  sendVerbs,
  weakNotCodeBefore,
} from '../words/otherNumbers.ts';
import { hearers, placeBeginnings, placeWords, tellVerbs } from '../words/places.ts';
import { changeStems, guards } from '../words/states.ts';
import { typingStems, typingWords } from '../words/typing.ts';
import { beginsWithAny } from './affixes.ts';
import { introducing, isCodeWord, isCoded, isKeyCompound } from './codeWords.ts';
import { firstWord } from './expressions.ts';

/** The longest endings of such beginnings. */
const rest = { verb: 7, change: 5 };

/** What a word is, in any language: each class is a bit. */
const classes = {
  /** It means "code". */
  code: isCodeWord,
  /** It names another kind of code, ahead of a word for one or behind it. */
  otherKind: oneOf(otherCodeKinds),
  otherKindBehind: oneOf(otherCodeKindsBehind),
  kindLink: oneOf(kindLinks),
  /** It has a code of its own, such as a product. */
  coded: isCoded,
  /** A key or a number, which is a code with what it is for beside it. */
  key: oneOf(keyNouns),
  number: oneOf(numberNouns),
  keyCompound: isKeyCompound,
  /** An expression of several words that means "code" may begin with it. */
  expression: oneOf(
    introducing('inside')
      .filter((each) => each.includes(' '))
      .map(firstWord),
  ),
  /** It says what a code is for. */
  purpose: beginsWithAny(purposes),
  purposeLink: oneOf(purposeLinks),
  /** It asks to enter or to use something; nothing but a code is typed. */
  typing: either(oneOf(typingWords), beginsWithAny(typingStems, rest.verb)),
  use: oneOf(codeVerbs),
  finalVerb: oneOf(finalVerbs),
  verbFiller: oneOf([...verbFillers, ...articles]),
  article: oneOf(articles),
  instrument: oneOf(instruments),
  /** It asks to tell someone, and whom. */
  tells: oneOf(tellVerbs),
  hearer: oneOf(hearers),
  place: either(oneOf(placeWords), beginsWithAny(placeBeginnings)),
  validity: oneOf(validityWords),
  copula: oneOf(copulas),
  finalCopula: oneOf(finalCopulas),
  /** A number beside it is no code. */
  notBefore: oneOf(notCodeBefore),
  weakNotBefore: oneOf(weakNotCodeBefore),
  notAfter: oneOf(notCodeAfter),
  filler: oneOf(fillers),
  sends: oneOf(sendVerbs),
  sendLink: oneOf(sendLinks),
  /** What is said of a code gives none. */
  guard: oneOf(guards),
  change: beginsWithAny(changeStems, rest.change),
  offer: oneOf(offerWords),
} satisfies Record<string, (word: string) => boolean>;

const tests = Object.values(classes);
// More would share a bit, since a number has 32 of them.
if (tests.length > 32) throw new RangeError('A word can be of 32 classes at most.');

/** The bit of each class; several are joined by `|`. */
export const WordClass = Object.fromEntries(Object.keys(classes).map((name, index) => [name, 1 << index])) as Record<
  keyof typeof classes,
  number
>;

/** Longer words are none of these. */
const longestWord = 48;
/** A message has words that others have, too. */
const mostKnown = 20_000;
const known = new Map<string, number>();

/** The classes of a word in lower case, as bits: found once, and remembered. */
export function classesOf(word: string): number {
  if (word.length > longestWord) return 0;
  let found = known.get(word);
  if (found === undefined) {
    found = tests.reduce((sum, test, index) => (test(word) ? sum | (1 << index) : sum), 0);
    if (known.size >= mostKnown) known.clear();
    known.set(word, found);
  }
  return found;
}

/** Whether a word is of a class, or of one of several; `undefined` is of none. */
export function is(token: { classes: number } | undefined, wordClass: number): boolean {
  return token !== undefined && (token.classes & wordClass) !== 0;
}

function oneOf(words: string[]): (word: string) => boolean {
  const set = new Set(words);
  return (word) => set.has(word);
}

function either(first: (word: string) => boolean, second: (word: string) => boolean): (word: string) => boolean {
  return (word) => first(word) || second(word);
}
