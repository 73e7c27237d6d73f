/** Change the visible order, so that a code looks different from what it is (unicode.org/reports/tr36, 2.3). */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Invisible and not needed, unlike the joiners U+200C and U+200D, which some scripts are written with. */
const unseen = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF]/g;

/**
 * A stranger's text for places that do not isolate it: a terminal, a menu, a notification. On one line, without
 * anything that a terminal takes for a command, that reorders the text around it, or that is invisible.
 */
export function plainText(text: string): string {
  return text
    .replace(bidiControls, '')
    .replace(unseen, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Order overrides, and control characters other than tabs and line ends. */
const disguises = /[\u202D\u202E]|(?![\t\r\n])\p{Cc}/gu;

/**
 * A message as shown on a page. Control characters, and characters that would change the visible order, become a
 * visible mark of the same length, so that positions in the text stay the same.
 */
export function undisguised(text: string): string {
  return text.replace(disguises, '\uFFFD');
}
