import type { Sentence } from '../../../contract/sentences/sentence.ts';
import { PatternError } from './patternError.ts';

/** A pattern as it is read, from left to right. */
export class Reader {
  readonly #text: string;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** UTF-16; give it to `fail` to say where something began. */
  get index(): number {
    return this.#index;
  }

  get done(): boolean {
    return this.#index >= this.#text.length;
  }

  /** The next character, left where it is; empty at the end. */
  peek(): string {
    const point = this.#text.codePointAt(this.#index);
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  next(): string {
    const character = this.peek();
    this.#index += character.length;
    return character;
  }

  /** Reads what an expression finds right here, or nothing. */
  take(expression: RegExp): RegExpExecArray | null {
    const here = new RegExp(expression, `${expression.flags}uy`);
    here.lastIndex = this.#index;
    const found = here.exec(this.#text);
    if (found) this.#index += found[0].length;
    return found;
  }

  fail(what: Sentence, hint: Sentence, index: number = this.#index): never {
    throw new PatternError(what, hint, Array.from(this.#text.slice(0, index)).length + 1);
  }
}
