/** Whether nothing but a brand in brackets, a sign for apps, or signs stand before a place in a text. */
export function opensMessage(text: string, at: number): boolean {
  return at < 60 && /^\s*(?:<#>|\[#\]|#)?\s*(?:[[(<][^\])>]{1,40}[\])>])?[\s[({<"'*-]*$/.test(text.slice(0, at));
}

/** Whether what stands there is a sentence of its own. */
export function isOwnSentence(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    /(?:^|[.!?。:\n])\s*$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^(?:[.!。]|\s*(?:\n|$))/.test(text.slice(end, end + 4))
  );
}

/** Whether what stands there is alone on its line. */
export function isAloneOnLine(text: string, { start, end }: { start: number; end: number }): boolean {
  const left = `${start > 8 ? '' : '\n'}${text.slice(Math.max(0, start - 8), start)}`;
  const right = `${text.slice(end, end + 8)}${end + 8 >= text.length ? '\n' : ''}`;
  return /\n[\s*"'(]*$/.test(left) && /^[ \t*"').]*\n/.test(right);
}
