/** The messages of a language, nested. On the page, those with slots are already parsed. */
export interface MessageTree {
  readonly [name: string]: string | readonly unknown[] | MessageTree;
}

/** Whether a message can be shown as it is, without parsing. */
export function isPlain(message: string): boolean {
  return !/[{}]|''/.test(message);
}
