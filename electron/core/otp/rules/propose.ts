import type { Mark } from '../../../contract/api.ts';
import { appError } from '../../../contract/errors.ts';
import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';
import { ruleSchema, type ProposedRule } from '../../../contract/settings.ts';
import { compilePattern, longestCode } from './pattern.ts';
import { codePattern, wordingPattern } from './shape.ts';
import { wordingAround, type Reach, type Span, type Wording } from './wording.ts';

const say = phrases.patterns;
const names = phrases.ruleNames;

/** One attempt. Those with little wording come first, because such a rule works for more messages. */
interface Attempt extends Reach {
  anchored: boolean;
}

const attempt = (words: number, acrossLines: boolean, anchored = false): Attempt => ({ words, acrossLines, anchored });

const inLine = [attempt(3, false), attempt(6, false), attempt(12, false), attempt(Infinity, false, true)];
const inText = [3, 6, 12, 24].map((words) => attempt(words, true)).concat(attempt(Infinity, true, true));
const short = [attempt(1, false), attempt(0, false)];

/**
 * Makes a rule from a text in which a person marked the code. White space at the ends of the mark is ignored.
 *
 * From each side it takes about three words of the line, or of the text when the code stands alone in its line. If
 * those are found elsewhere, too, it takes more words, and then the ends of the line. It includes the sender, if there
 * is one. The rule finds exactly the mark in this text.
 *
 * Throws INVALID_INPUT when the mark has no letter or digit, is too long, or cannot be told from the rest of the text.
 */
export function proposeRule(mark: Mark, id: string): ProposedRule {
  const { text, from } = mark;
  const span = trim(mark);
  const code = text.slice(span.start, span.end);
  check(code);
  const pattern = attempts(text, span)
    .map((attempt) => patternFor(text, span, attempt))
    .find((pattern) => finds(pattern, text, span));
  if (pattern === undefined) throw notUnique();
  const sender = from?.trim() ?? '';
  const known = ruleSchema.shape.sender.safeParse(sender).success ? sender : null;
  const { before, after } = wordingAround(text, span, attempt(3, true));
  // Without the code, because a name is shown in lists and logged.
  const name = nameFor(known, { before: before.replaceAll(code, '…'), after: after.replaceAll(code, '…') });
  return { id, name, sender: known, pattern };
}

function trim({ text, start, end }: Mark): Span {
  const marked = text.slice(start, end);
  return { start: end - marked.trimStart().length, end: start + marked.trimEnd().length };
}

function check(code: string): void {
  if (!/[\p{L}\p{N}]/u.test(code)) {
    throw appError('INVALID_INPUT', say.nothingMarked, say.nothingMarkedHint);
  }
  if (code.length > longestCode) {
    throw appError('INVALID_INPUT', say.tooLong, say.tooLongHint({ most: longestCode }));
  }
}

function notUnique(): Error {
  return appError('INVALID_INPUT', say.notUnique, say.notUniqueHint);
}

function attempts(text: string, span: Span): Attempt[] {
  const { before, after } = wordingAround(text, span, attempt(1, false));
  const alone = before === '' && after === '';
  return alone ? [...inText, ...short, ...inLine] : [...inLine, ...inText, ...short];
}

function patternFor(text: string, span: Span, attempt: Attempt): string {
  const code = text.slice(span.start, span.end);
  const { before, after } = wordingAround(text, span, attempt);
  // Otherwise a bare shape would also be found in the middle of something longer.
  const tight = attempt.anchored || (before === '' && after === '');
  const start = tight ? '^\\s*' : before === '' && /^\w/.test(code) ? '\\b' : '';
  const end = tight ? '\\s*$' : after === '' && /\w$/.test(code) ? '\\b' : '';
  return `${start}${wordingPattern(before, code)}(?<code>${codePattern(code)})${wordingPattern(after, code)}${end}`;
}

function finds(pattern: string, text: string, span: Span): boolean {
  if (!ruleSchema.shape.pattern.safeParse(pattern).success) return false;
  const found = compilePattern(pattern)(text);
  return found?.start === span.start && found.end === span.end;
}

function nameFor(sender: string | null, { before, after }: Wording): Phrase {
  if (sender !== null) return names.fromSender({ sender });
  if (before !== '') return names.after({ words: brief(before, -30) });
  return after === '' ? names.alone : names.before({ words: brief(after, 0, 30) });
}

function brief(wording: string, from: number, to?: number): string {
  return Array.from(wording.trim().replace(/\s+/g, ' ')).slice(from, to).join('').trim();
}
