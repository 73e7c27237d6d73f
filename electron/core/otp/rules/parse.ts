import { patterns } from '../../../contract/sentences/patterns.ts';
import { phrases } from '../../../contract/sentences/sentence.ts';
import { literal, readClass, readEscaped } from './characters.ts';
import { readOpening } from './group.ts';
import { PatternError } from './patternError.ts';
import { readQuantifier, refuseQuantifier } from './quantifier.ts';
import { Reader } from './reader.ts';
import type { Node } from './syntax.ts';

const say = phrases(patterns);

/** How deep groups may stand in each other: reading and compiling them is recursive. */
const deepest = 50;

const example = '(?<code>\\d{6})';

/** Reads a pattern. Throws a PatternError for anything that is not supported, or when it has not one group `code`. */
export function parse(pattern: string): Node {
  if (pattern === '') {
    throw new PatternError(say.empty, say.emptyHint({ example }), null);
  }
  return new Parser(pattern).parse();
}

class Parser {
  readonly #reader: Reader;
  #depth = 0;
  #hasCode = false;

  constructor(pattern: string) {
    this.#reader = new Reader(pattern);
  }

  parse(): Node {
    const tree = this.#choice();
    if (!this.#reader.done) {
      this.#reader.fail(say.roundClosesNothing, say.roundClosesNothingHint);
    }
    if (!this.#hasCode) {
      throw new PatternError(say.noCode, say.noCodeHint({ example }), null);
    }
    return tree;
  }

  #choice(): Node {
    const first = this.#sequence();
    const branches = [first];
    while (this.#reader.take(/\|/)) branches.push(this.#sequence());
    return branches.length === 1 ? first : { kind: 'choice', branches };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (!this.#reader.done && !/^[|)]/.test(this.#reader.peek())) {
      const grouped = this.#reader.peek() === '(';
      const atom = this.#atom();
      const part = readQuantifier(this.#reader, atom, grouped || atom.kind !== 'place');
      if (part.kind !== 'empty') parts.push(part);
    }
    return parts.length > 1 ? { kind: 'sequence', parts } : (parts[0] ?? { kind: 'empty' });
  }

  #atom(): Node {
    const reader = this.#reader;
    if (/^[*+?{]/.test(reader.peek())) refuseQuantifier(reader);
    if (/^[\]}]/.test(reader.peek())) {
      const bracket = reader.peek();
      reader.fail(say.closesNothing({ bracket }), say.signItself({ sign: bracket }));
    }
    const character = reader.next();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return readClass(reader);
      case '\\':
        return readEscaped(reader);
      case '.':
        return { kind: 'set', source: '.' };
      case '^':
        return { kind: 'place', place: 'lineStart' };
      case '$':
        return { kind: 'place', place: 'lineEnd' };
      default:
        return literal(character.codePointAt(0) ?? 0);
    }
  }

  #group(): Node {
    const reader = this.#reader;
    const start = reader.index - 1;
    const kind = readOpening(reader);
    if (kind === 'code') this.#claimCode(start);
    this.#depth += 1;
    if (this.#depth > deepest) {
      reader.fail(say.tooDeep, say.tooDeepHint, start);
    }
    const body = this.#choice();
    this.#depth -= 1;
    if (!reader.take(/\)/)) {
      reader.fail(say.roundNotClosed, say.roundNotClosedHint, start);
    }
    return kind === 'code' ? { kind: 'code', body } : body;
  }

  #claimCode(start: number): void {
    if (this.#hasCode) {
      this.#reader.fail(say.codeTwice, say.codeTwiceHint, start);
    }
    this.#hasCode = true;
  }
}
