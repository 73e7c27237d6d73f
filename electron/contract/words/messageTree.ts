/** The messages of a language, one inside the other. The page has those with slots parsed already. */
export interface MessageTree {
  readonly [name: string]: string | readonly unknown[] | MessageTree;
}

/** It says itself, without being parsed. */
export function isPlain(message: string): boolean {
  return !/[{}]|''/.test(message);
}
