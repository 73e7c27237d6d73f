/** Turns the order of what follows, so that another code is seen than is there (unicode.org/reports/tr36, 2.3). */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Neither seen nor needed; the joiners U+200C and U+200D are part of how some scripts are written. */
const unseen = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF]/g;

/**
 * A text of a stranger's for where nothing isolates it: a terminal, a menu, a notification. On one line, and without
 * what a terminal takes for a command, turns the order of what stands around it, or is not seen.
 */
export function plainText(text: string): string {
  return text
    .replace(bidiControls, '')
    .replace(unseen, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Overrides of the order, and control characters that no line is made of. */
const disguises = /[\u202D\u202E]|(?![\t\r\n])\p{Cc}/gu;

/**
 * A message as it is shown on a page: what would show its characters in another order than they are in, and control
 * characters, are replaced by a visible mark of the same length, so that places in the text stay what they are.
 */
export function undisguised(text: string): string {
  return text.replace(disguises, '\uFFFD');
}
