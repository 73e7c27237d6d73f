/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, because
 * message texts come from strangers (OWASP, CSV injection). So does one with blanks, or invisible characters that a
 * spreadsheet may drop, before the formula.
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

/** The content of each column of a table, by column name. */
export type CsvColumns<T> = Record<string, (row: T) => string | null>;

/** A whole table with its header row (RFC 4180), one piece for each page. */
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
