import { patterns } from '../../../contract/sentences/patterns.ts';
import { inOneLine, phrases } from '../../../contract/sentences/sentence.ts';
import type { Reader } from './reader.ts';
import type { Node } from './syntax.ts';

const say = phrases(patterns);

/** The highest number in {m,n}: a program grows with it. */
const highestCount = 100;

/** Reads what may follow an atom: * + ? {m} {m,} {m,n}, each with ? for as few as possible. */
export function readQuantifier(reader: Reader, atom: Node, repeatable: boolean): Node {
  const start = reader.index;
  const counts = readCounts(reader);
  if (!counts) return atom;
  if (!repeatable) {
    reader.fail(say.placeRepeated, say.placeRepeatedHint, start);
  }
  const lazy = reader.take(/\?/) !== null;
  if (/^[*+?{]/.test(reader.peek())) {
    reader.fail(say.repeatsRepetition({ sign: reader.peek() }), say.repeatsRepetitionHint);
  }
  return atom.kind === 'empty' || counts.max === 0
    ? { kind: 'empty' }
    : { kind: 'repeat', body: atom, ...counts, lazy };
}

/** Refuses a sign of repetition where there is nothing to repeat. */
export function refuseQuantifier(reader: Reader): never {
  const sign = reader.peek();
  return reader.fail(say.nothingToRepeat({ sign }), inOneLine(say.nothingToRepeatHint, say.signItself({ sign })));
}

function readCounts(reader: Reader): { min: number; max: number } | null {
  if (reader.take(/\*/)) return { min: 0, max: Infinity };
  if (reader.take(/\+/)) return { min: 1, max: Infinity };
  if (reader.take(/\?/)) return { min: 0, max: 1 };
  return reader.peek() === '{' ? readBraces(reader) : null;
}

function readBraces(reader: Reader): { min: number; max: number } {
  const start = reader.index;
  const braces = reader.take(/\{(\d+)(,?)(\d*)\}/);
  if (!braces || (braces[2] === '' && braces[3] !== '')) {
    return reader.fail(say.noCount, inOneLine(say.noCountHint, say.signItself({ sign: '{' })), start);
  }
  const min = Number(braces[1]);
  const max = braces[2] === '' ? min : braces[3] === '' ? Infinity : Number(braces[3]);
  if (min > max) reader.fail(say.countBackwards({ braces: braces[0] }), say.countBackwardsHint, start);
  if (min > highestCount || (max > highestCount && max !== Infinity)) {
    reader.fail(say.countTooHigh({ braces: braces[0] }), say.countTooHighHint({ most: highestCount }), start);
  }
  return { min, max };
}
