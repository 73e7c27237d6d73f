import { patterns } from '../../../contract/sentences/patterns.ts';
import { phrases } from '../../../contract/sentences/sentence.ts';
import type { Reader } from './reader.ts';

const say = phrases(patterns);

/** What an escape stands for: one code point, or a set of them (as regular expression source). */
export type Escape = { kind: 'point'; point: number } | { kind: 'set'; source: string };

const controls: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Reads an escape; the backslash has been read. `-` may be escaped inside a class only, as in JavaScript. */
export function readEscape(reader: Reader, inClass: boolean): Escape {
  return readSet(reader) ?? readPoint(reader, inClass) ?? refuse(reader);
}

function readSet(reader: Reader): Escape | null {
  const short = reader.take(/[dDwWsS]/);
  if (short) return { kind: 'set', source: `\\${short[0]}` };
  const start = reader.index - 1;
  const property = reader.take(/[pP]\{[\w=]+\}/);
  if (!property) return null;
  const source = `\\${property[0]}`;
  if (!isKnown(source)) {
    reader.fail(say.noSuchProperty({ property: source }), say.noSuchPropertyHint, start);
  }
  return { kind: 'set', source };
}

function isKnown(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function readPoint(reader: Reader, inClass: boolean): Escape | null {
  const control = reader.take(/[tnvfr]/);
  if (control) return { kind: 'point', point: controls[control[0]] ?? 0 };
  const sign = reader.take(inClass ? /[-^$\\.*+?()[\]{}|/]/ : /[$^\\.*+?()[\]{}|/]/);
  if (sign) return { kind: 'point', point: sign[0].charCodeAt(0) };
  return readNumber(reader);
}

function readNumber(reader: Reader): Escape | null {
  const start = reader.index - 1;
  // Two halves that belong together are one character, as in JavaScript.
  const pair = reader.take(/u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/i);
  if (pair) return { kind: 'point', point: String.fromCharCode(hex(pair[1]), hex(pair[2])).codePointAt(0) ?? 0 };
  const number = reader.take(/u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})/i);
  if (!number) return null;
  const point = hex(number[1] ?? number[2] ?? number[3]);
  if (point > 0x10ffff) {
    reader.fail(say.pastUnicode({ escape: `\\${number[0]}` }), say.pastUnicodeHint, start);
  }
  return { kind: 'point', point };
}

function hex(digits: string | undefined): number {
  return Number.parseInt(digits ?? '', 16);
}

function refuse(reader: Reader): never {
  const start = reader.index - 1;
  const letter = reader.next();
  const escape = `\\${letter}`;
  if (letter === '') {
    return reader.fail(say.escapesNothing, say.escapesNothingHint, start);
  }
  if (/[1-9k]/.test(letter)) {
    return reader.fail(say.refersBack({ escape }), say.refersBackHint, start);
  }
  if (/[pP]/.test(letter)) return reader.fail(say.lacksName({ escape }), say.lacksNameHint, start);
  if (letter === 'u') return reader.fail(say.lacksNumber({ escape }), say.lacksLongNumberHint, start);
  if (letter === 'x') return reader.fail(say.lacksNumber({ escape }), say.lacksShortNumberHint, start);
  return reader.fail(say.meansNothing({ escape }), say.meansNothingHint({ letter }), start);
}
