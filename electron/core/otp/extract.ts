import type { Candidate } from '../../contract/state.ts';
import { codeWords, otherNumbers, unitsAfter } from './words.ts';

/** What was found in a message, and why. */
export interface Extraction {
  code: string | null;
  /** 0 to 1; 0 when there is no code. */
  confidence: number;
  /** Best first. */
  candidates: Candidate[];
  service: string | null;
  /** The origin that a code is bound to (WICG sms-one-time-codes), or null. */
  domain: string | null;
  reason: string;
}

interface Span {
  text: string;
  at: number;
}

/** Below this a candidate is shown, but not offered as the code: a wrong code is worse than none. */
const enough = 0.5;

/** How far, in characters, a word may stand from the code that it introduces. */
const reach = 60;

/** Longer texts are no message: an SMS has at most 1,600 characters. */
const longest = 4_000;

// Chinese, Japanese, Korean and Thai write a code right beside a word; elsewhere a letter beside it makes it part of one.
const inWord = String.raw`[\p{L}--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]]`;

// A digit run, alone or in two groups; or letters and digits mixed, in upper case; with `G-` before it or not.
const spans = new RegExp(
  String.raw`(?<!${inWord}|[\p{N}_.,\/@#+:\-])(?:[A-Z]{1,2}-)?` +
    String.raw`(?:\d{3}[ \-]\d{3}|\d{4,10}|(?=[A-Z0-9]*\d)(?=\d*[A-Z])[A-Z0-9]{4,10})` +
    String.raw`(?!${inWord}|[\p{N}_]|[.,:\/\-]\d|@)`,
  'gv',
);

// The last line, as the WICG draft defines it: @host #code, and perhaps @top-level host.
const boundLine = /(?:^|\n)@([a-z0-9.-]+) #([^\s#@]{3,})(?: @[a-z0-9.-]+)?\s*$/i;

/** Finds the one-time code in a message. Pure, and linear in the length of the text. */
export function extract(text: string): Extraction {
  // A full-width comma becomes a plain one, which would read as a decimal sign before the next digit.
  const body = text.slice(0, longest).replaceAll('，', '， ').normalize('NFKC');
  const bound = boundLine.exec(body);
  if (bound?.[1] && bound[2]) return boundCode(bound[1], bound[2]);
  const words = [...body.matchAll(codeWords)].map(({ 0: found, index }) => ({ text: found, at: index }));
  const candidates = [...body.matchAll(spans)]
    .map(({ 0: found, index }) => judge(body, { text: found, at: index }, words))
    .sort((a, b) => b.confidence - a.confidence);
  return choose(candidates, serviceOf(body));
}

function boundCode(domain: string, code: string): Extraction {
  const reason = `The last line binds the code to ${domain}.`;
  return { code, confidence: 1, candidates: [{ code, confidence: 1, reason }], service: domain, domain, reason };
}

function choose(candidates: Candidate[], service: string | null): Extraction {
  const [best] = candidates;
  if (!best) return { ...noCode('Nothing in the message looks like a code.'), service };
  if (best.confidence < enough) return { ...noCode(best.reason), candidates, service };
  return { code: best.code, confidence: best.confidence, candidates, service, domain: null, reason: best.reason };
}

function judge(body: string, span: Span, words: Span[]): Candidate {
  const code = span.text.replace(/[ -](?=\d)/g, (separator, at: number) => (/^[A-Z]/.test(span.text) && at < 3 ? separator : ''));
  const against = evidenceAgainst(body, span);
  if (against) return { code, confidence: 0.1, reason: against };
  if (body.trim() === span.text) return { code, confidence: 0.7, reason: 'The message is nothing but this.' };
  const near = words.map((word) => ({ word: word.text, gap: gapBetween(word, span) })).sort((a, b) => a.gap - b.gap)[0];
  if (!near || near.gap > reach) return { code, confidence: 0.2, reason: 'No word for a code stands near it.' };
  const confidence = Math.round((0.95 - (0.4 * near.gap) / reach) * 100) / 100;
  return { code, confidence, reason: `It stands beside “${near.word}”.` };
}

function evidenceAgainst(body: string, { text, at }: Span): string | null {
  if (otherNumbers.test(body.slice(Math.max(0, at - 24), at))) return 'It is an amount, an account, a card or an order.';
  return unitsAfter.test(body.slice(at + text.length, at + text.length + 10)) ? 'It is an amount or a duration.' : null;
}

/** Characters between two spans; a word after the code counts a little farther than one before it. */
function gapBetween(word: Span, span: Span): number {
  const after = word.at > span.at;
  return after ? word.at - span.at - span.text.length + 4 : Math.max(0, span.at - word.at - word.text.length);
}

/** The sender's name where the message begins with it in brackets. */
function serviceOf(body: string): string | null {
  return /^\s*[[【(<]([^\]】)>\n]{2,30})[\]】)>]/u.exec(body)?.[1]?.trim() ?? null;
}

/** A result without a code. */
export function noCode(reason: string): Extraction {
  return { code: null, confidence: 0, candidates: [], service: null, domain: null, reason };
}
