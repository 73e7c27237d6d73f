import { patterns } from '../../../contract/sentences/patterns.ts';
import { phrases } from '../../../contract/sentences/sentence.ts';
import { readEscape, type Escape } from './escapes.ts';
import type { Reader } from './reader.ts';
import type { Node } from './syntax.ts';

const say = phrases(patterns);

/** One character that stands for itself. */
export function literal(point: number): Node {
  return { kind: 'set', source: sourceOf({ kind: 'point', point }) };
}

// By number, so that no sign has a meaning of its own.
function sourceOf(item: Escape): string {
  return item.kind === 'set' ? item.source : `\\u{${item.point.toString(16)}}`;
}

/** Reads an escape outside a class; the backslash has been read. */
export function readEscaped(reader: Reader): Node {
  if (reader.take(/b/)) return { kind: 'place', place: 'wordEdge' };
  if (reader.take(/B/)) return { kind: 'place', place: 'noWordEdge' };
  return { kind: 'set', source: sourceOf(readEscape(reader, false)) };
}

/** Reads a class; its opening bracket has been read. */
export function readClass(reader: Reader): Node {
  const start = reader.index - 1;
  const negation = reader.take(/\^/) ? '^' : '';
  if (reader.peek() === ']') {
    reader.fail(say.emptyClass, say.emptyClassHint, start);
  }
  let items = '';
  while (!reader.take(/\]/)) {
    if (reader.done) reader.fail(say.classNotClosed, say.classNotClosedHint, start);
    items += readRange(reader);
  }
  return { kind: 'set', source: `[${negation}${items}]` };
}

/** `a`, `\d` or `a-z`. */
function readRange(reader: Reader): string {
  const start = reader.index;
  const first = readItem(reader);
  if (!reader.take(/-(?!\])/) || reader.done) return sourceOf(first);
  const last = readItem(reader);
  if (first.kind === 'set' || last.kind === 'set') {
    return reader.fail(say.rangeOfSets, say.rangeOfSetsHint, start);
  }
  if (first.point > last.point) {
    return reader.fail(say.rangeBackwards, say.rangeBackwardsHint, start);
  }
  return `${sourceOf(first)}-${sourceOf(last)}`;
}

function readItem(reader: Reader): Escape {
  if (reader.take(/\\/)) return readEscape(reader, true);
  return { kind: 'point', point: reader.next().codePointAt(0) ?? 0 };
}
