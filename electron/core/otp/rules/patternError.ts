/** What is wrong with a pattern, for people. It stays inside this folder: `compileRule` names the rule and passes it on. */
export class PatternError extends Error {
  /** Which character of the pattern it is about, counted from 1; null when it is about the whole. */
  readonly position: number | null;
  /** What to do. */
  readonly hint: string;

  constructor(what: string, hint: string, position: number | null) {
    super(what);
    this.name = 'PatternError';
    this.hint = hint;
    this.position = position;
  }
}
