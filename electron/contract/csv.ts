/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is preceded by an apostrophe: the
 * text of messages comes from strangers (OWASP, CSV injection).
 */
export function csvLine(cells: (string | null)[]): string {
  return cells.map((cell) => quote(guard(cell ?? ''))).join(',');
}

function guard(text: string): string {
  const phoneNumber = /^\+\d+$/.test(text);
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !phoneNumber ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
