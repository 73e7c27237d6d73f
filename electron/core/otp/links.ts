/*
 * Scripts that are written without spaces, or, like Korean, join endings to foreign words: there, a letter behind an
 * address is the next word. Elsewhere it belongs to the address. A host may consist of such letters.
 */
const unspaced = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const host = String.raw`[[\p{L}&&${unspaced}]\-.]*`;
const sign = String.raw`[[\p{L}\p{M}\p{N}\-._~:\/?#@!$&*+,;=%]--${unspaced}]`;
/** Brackets belong to an address in pairs only: a text may put the whole of it in brackets. */
const signs = String.raw`(?:${sign}|\(${sign}*\)|\[${sign}*\])*`;
const address = new RegExp(String.raw`(?<![a-z\d])https?:\/\/(?=[\p{L}\p{N}\[])${host}${signs}`, 'giv');
/** Signs of the sentence when they come last. */
const closing = '.,;:!?*';

/** The http and https addresses in a text, as they stand there, in order. Linear. */
export function findLinks(text: string): string[] {
  if (!text.includes('://')) return [];
  const links: string[] = [];
  for (const [found] of text.matchAll(address)) {
    const link = withoutEnd(found);
    if (URL.canParse(link)) links.push(link);
  }
  return links;
}

function withoutEnd(found: string): string {
  let end = found.length;
  while (closing.includes(found.charAt(end - 1))) end -= 1;
  return found.slice(0, end);
}
