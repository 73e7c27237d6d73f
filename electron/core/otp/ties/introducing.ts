import { phrases } from '../../../contract/words/phrases.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import type { Message } from '../message.ts';
import type { Shape } from '../shapes/shape.ts';
import { isUnspeakable } from '../shapes/words.ts';
import { sentenceEnd } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { decoys, doubtIn, reach } from './distance.ts';
import { isVerb } from './surroundings.ts';
import type { Introduction } from './introducers.ts';
import { isStatus } from './lapsed.ts';
import { isOwnSentence, opensMessage } from './positions.ts';
import { none, type Tie } from './tie.ts';

const say = phrases.codes;

/** `482913 is your code`. */
export function tieToNext({ normal, tokens }: Message, shape: Shape, intro: Introduction | null): Tie {
  if (!intro || intro.other || intro.start - shape.end > reach) return none;
  const between = tokens.slice(shape.last + 1, intro.first);
  const opens = opensMessage(normal.text, shape.start);
  const isWord = shape.kind === 'letters';
  if (isWord && !isWordAhead(tokens, shape, between, opens)) return none;
  const closes = opens && /^\s*(?:$|[.\n])/.test(normal.text.slice(intro.end, intro.end + 3));
  if (intro.weak && (between.length > (closes ? 4 : 0) || isWord)) return none;
  let score = positionAhead(normal.text, tokens, shape, between[0], opens);
  score -= Math.min(3, between.length * 0.14) + decoys(between) * 1.2;
  if (score < 4.8 && /[,;]/.test(normal.text.slice(shape.end, intro.start))) score -= 0.8;
  const end = sentenceEnd(normal.text, shape.end, intro.start);
  if (end !== 'none') score -= isOwnSentence(normal.text, shape) ? 2 : 2.6;
  const reason = say.isFollowedBy({ words: normal.written(intro.start, intro.end) });
  return { score: Math.max(0, score), reason, doubt: doubtIn(end, normal, intro) };
}

/** `Enter KXPQRT, your code`, `KXPQRT is your code`, `use the VRKD code`. */
function isWordAhead(tokens: Token[], { code, first }: Shape, between: Token[], opens: boolean): boolean {
  if (isStatus(code)) return false;
  if (isVerb(tokens[first - 1]) || is(between[0], WordClass.copula)) return true;
  return isUnspeakable(code) && between.length <= (opens ? 2 : 0);
}

function positionAhead(
  text: string,
  tokens: Token[],
  shape: Shape,
  following: Token | undefined,
  opens: boolean,
): number {
  if (opens) return 5.6;
  if (isVerb(tokens[shape.first - 1])) return 5.4;
  if (is(following, WordClass.copula)) return 5;
  if (shape.kind === 'letters') return 5.4;
  const lead = text.slice(Math.max(0, shape.start - 12), shape.start);
  return /(?:^|[.!?。:\n\])>-])\s*["'(*[]*$/.test(lead) ? 4.8 : 3.6;
}
