import type { Sentence } from '../../../contract/sentences/sentence.ts';

/** What is wrong with a pattern, for people. It stays inside this folder: `compileRule` names the rule and passes it on. */
export class PatternError extends Error {
  /** Which character of the pattern it is about, counted from 1; null when it is about the whole. */
  readonly position: number | null;
  /** What to do. */
  readonly hint: Sentence;
  /** The same as `message`. */
  readonly what: Sentence;

  constructor(what: Sentence, hint: Sentence, position: number | null) {
    super(what);
    this.name = 'PatternError';
    this.what = what;
    this.hint = hint;
    this.position = position;
  }
}
