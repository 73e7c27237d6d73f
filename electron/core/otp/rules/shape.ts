/** Signs that mean something in a pattern. */
const special = /[\^$\\.*+?()[\]{}|/]/g;

const runs = /[\p{L}\p{M}\p{Nd}]+|\s+|[\s\S]/gu;

/** Shorter codes may occur in the wording by chance. */
const shortestRepeat = 4;

/**
 * A pattern for the wording around a code: literal, except for white space and what changes from message to message:
 * its numbers, and the code if the wording repeats it.
 */
export function wordingPattern(wording: string, code: string): string {
  const parts = code.length < shortestRepeat ? [wording] : wording.split(code);
  return parts.map(plainPattern).join(codePattern(code));
}

function plainPattern(wording: string): string {
  return wording.replace(/\s+|\p{Nd}+|[\s\S]/gu, (run) => {
    if (/^\s/.test(run)) return '\\s+';
    return /^\p{Nd}/u.test(run) ? `${digits(run)}+` : escape(run);
  });
}

/** A pattern for codes of the same shape: `482-913` becomes `\d{3}-\d{3}`, `AB12CD` becomes `[A-Z0-9]{6}`. */
export function codePattern(code: string): string {
  const found = code.match(runs) ?? [];
  // If one part mixes letters and digits, the others may have only one of the two by chance.
  const mixed = found.some((run) => /\p{L}/u.test(run) && /\p{Nd}/u.test(run));
  return found.map((run) => runPattern(run, mixed)).join('');
}

function runPattern(run: string, mixed: boolean): string {
  if (/^\s/.test(run)) return '\\s+';
  if (!/[\p{L}\p{M}\p{Nd}]/u.test(run)) return escape(run);
  const length = Array.from(run).length;
  return `${kind(run, mixed)}${length > 1 ? `{${length}}` : ''}`;
}

function kind(run: string, mixed: boolean): string {
  const plain = isAscii(run);
  if (mixed) return plain ? '[A-Z0-9]' : '[\\p{L}\\p{M}\\p{Nd}]';
  if (/\p{Nd}/u.test(run)) return digits(run);
  return plain ? '[A-Z]' : '[\\p{L}\\p{M}]';
}

function digits(run: string): string {
  return isAscii(run) ? '\\d' : '\\p{Nd}';
}

function isAscii(run: string): boolean {
  return !/[^ -~]/.test(run);
}

function escape(text: string): string {
  return text.replace(special, '\\$&');
}
