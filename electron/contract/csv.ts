/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is preceded by an apostrophe: the
 * text of messages comes from strangers (OWASP, CSV injection). So is one in which blanks, or characters that are not
 * seen and that a spreadsheet may drop, stand before the formula.
 */
export function csvLine(cells: (string | null)[]): string {
  return cells.map((cell) => quote(guard(cell ?? ''))).join(',');
}

function guard(text: string): string {
  const phoneNumber = /^\+\d+$/.test(text);
  return /^([\t\r\n]|[\p{C}\p{Z}]*[=+\-@＝＋－＠])/u.test(text) && !phoneNumber ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What stands in each column of a table, by the name of the column. */
export type CsvColumns<T> = Record<string, (row: T) => string | null>;

/** A whole table with its head (RFC 4180), in pieces: one for each page. */
export async function* csvTable<T>(columns: CsvColumns<T>, pages: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  let head = `${csvLine(Object.keys(columns))}\r\n`;
  for await (const page of pages) {
    yield head + page.map((row) => `${csvRow(columns, row)}\r\n`).join('');
    head = '';
  }
}

export function csvRow<T>(columns: CsvColumns<T>, row: T): string {
  return csvLine(Object.values(columns).map((of) => of(row)));
}
