/** A code that a message binds to a web site. */
export interface BoundCode {
  code: string;
  domain: string;
  /** Where the code stands in the text. */
  start: number;
  end: number;
}

// A domain, rather than the name of a person on a social network.
const host = String.raw`(?:localhost|[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62}){1,8})`;
const line = new RegExp(String.raw`^@(${host})(?: @${host})? #([^\s#]+)(?=[\s#]|$)`, 'i');

/** The format lets a code have any sign, but people write on behind theirs: `#482913.`, `#482913です`. */
const beforeMore = /^([A-Za-z\d]+(?:-[A-Za-z\d]+)*)(?:[.,;:!?)\]}"']+|\P{ASCII}.*)$/u;

const longestLine = 1_000;

/**
 * The origin-bound code of a line such as `@example.com #123456` (WICG, "Origin-bound one-time codes delivered via
 * SMS"), the last one if there are several. What follows the code after a space is for embedded frames.
 */
export function boundCode(text: string): BoundCode | null {
  if (!text.includes('#')) return null;
  // From the last line to the first; lastIndexOf takes a negative index as 0.
  for (let end = text.length, start = end; end >= 0; end = start - 1) {
    start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const [matched, domain, written] = line.exec(text.slice(start, Math.min(end, start + longestLine))) ?? [];
    if (matched && domain && written) {
      const from = start + matched.length - written.length;
      const code = beforeMore.exec(written)?.[1] ?? written;
      return { domain: domain.toLowerCase(), code, start: from, end: from + code.length };
    }
  }
  return null;
}
