import type { Reader } from './reader.ts';
import type { Node } from './syntax.ts';

/** The highest number in {m,n}: a program grows with it. */
const highestCount = 100;

const escapeHint = (sign: string): string => `For the sign itself write \\${sign}.`;

/** Reads what may follow an atom: * + ? {m} {m,} {m,n}, each with ? for as few as possible. */
export function readQuantifier(reader: Reader, atom: Node, repeatable: boolean): Node {
  const start = reader.index;
  const counts = readCounts(reader);
  if (!counts) return atom;
  if (!repeatable) {
    reader.fail('a place such as ^, $ or \\b cannot be repeated', 'Leave out the sign of repetition.', start);
  }
  const lazy = reader.take(/\?/) !== null;
  if (/^[*+?{]/.test(reader.peek())) {
    reader.fail(`${reader.peek()} repeats a repetition`, 'Leave one out, or put what comes first into (?:…).');
  }
  return atom.kind === 'empty' || counts.max === 0
    ? { kind: 'empty' }
    : { kind: 'repeat', body: atom, ...counts, lazy };
}

/** Refuses a sign of repetition where there is nothing to repeat. */
export function refuseQuantifier(reader: Reader): never {
  const sign = reader.peek();
  return reader.fail(`${sign} has nothing to repeat`, `Put a character or a group before it. ${escapeHint(sign)}`);
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
    return reader.fail('{ does not begin a count', `Write it as {6}, {4,} or {4,8}. ${escapeHint('{')}`, start);
  }
  const min = Number(braces[1]);
  const max = braces[2] === '' ? min : braces[3] === '' ? Infinity : Number(braces[3]);
  if (min > max) reader.fail(`the count ${braces[0]} runs backwards`, 'Put the smaller number first.', start);
  if (min > highestCount || (max > highestCount && max !== Infinity)) {
    reader.fail(`the count ${braces[0]} is too high`, `${highestCount} is the most.`, start);
  }
  return { min, max };
}
