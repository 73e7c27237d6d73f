import type { LedgerInput } from './api.ts';
import type { LedgerEntry, LedgerPage } from './state.ts';
import { csvLine } from './csv.ts';

const pageSize = 1000;

const columns = {
  id: ({ id }) => String(id),
  at: ({ at }) => at,
  kind: ({ kind }) => kind,
  number: ({ number }) => number,
  numberSid: ({ numberSid }) => numberSid,
  country: ({ country }) => country,
  leaseId: ({ leaseId }) => leaseId,
  label: ({ label }) => label,
  amount: ({ amount }) => amount?.amount ?? null,
  currency: ({ amount }) => amount?.currency ?? null,
  note: ({ note }) => note,
} satisfies Record<string, (entry: LedgerEntry) => string | null>;

export interface LedgerCsvQuery {
  /** Absent: all. */
  limit?: number | undefined;
  before?: number | undefined;
}

/** The newest `limit` entries as CSV (RFC 4180) with a head, newest first, in pieces: a page of `read` each. */
export async function* ledgerCsv(
  read: (query: LedgerInput) => Promise<LedgerPage>,
  { limit = Infinity, before }: LedgerCsvQuery,
): AsyncGenerator<string> {
  let [left, from, head]: [number, number | null | undefined, string] = [limit, before, row(Object.keys(columns))];
  while (left > 0 && from !== null) {
    const page = await read({ limit: Math.min(left, pageSize), before: from });
    yield head + page.entries.map((entry) => row(Object.values(columns).map((of) => of(entry)))).join('');
    [left, from, head] = [left - page.entries.length, page.next, ''];
  }
}

function row(cells: (string | null)[]): string {
  return `${csvLine(cells)}\r\n`;
}
