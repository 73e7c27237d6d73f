/** A code as people read it: six or eight letters and digits in two groups; any other in one, and an empty one. */
export function groupsOf(code: string): [string, string] {
  const isGrouped = /^[0-9A-Za-z]+$/.test(code) && (code.length === 6 || code.length === 8);
  const first = isGrouped ? code.length / 2 : code.length;
  return [code.slice(0, first), code.slice(first)];
}

/** The same as text, to be read and not to be copied. */
export function groupedCode(code: string): string {
  return groupsOf(code).join(' ').trimEnd();
}
