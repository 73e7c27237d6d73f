/**
 * `chained`: digits in groups that no other code has, such as those of a locker. `long`: in groups that a telephone
 * number may have.
 */
export type ShapeKind = 'digits' | 'grouped' | 'prefixed' | 'mixed' | 'letters' | 'chained' | 'long';

/** Something in the text that has the shape of a code. */
export interface Shape {
  kind: ShapeKind;
  /** As it would be typed, without grouping characters. */
  code: string;
  start: number;
  end: number;
  /** Indexes of its first and last token. */
  first: number;
  last: number;
}

/** Four digits that are rather a year. */
export const year = /^(?:19[5-9]|20[0-3])\d$/;

/** The most characters of a code. */
export const mostCharacters = 10;
/** The most tokens in a run that belongs together; hostile texts have more. */
export const longestRun = 12;
