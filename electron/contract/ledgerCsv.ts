import type { LedgerInput } from './api.ts';
import type { LedgerEntry, LedgerPage, LedgerSubject } from './state.ts';
import { csvTable, type CsvColumns } from './csv.ts';
import { english } from './words/english.ts';
import { isPhrase, type Phrase } from './words/phrase.ts';

/** As the host stores it, or as the automation API sends it. */
type Text = Phrase | string;
type Entry = LedgerEntry<Text>;

const pageSize = 1000;

export const ledgerColumns = {
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
  note: ({ note }) => (isPhrase(note) ? english(note) : note),
  holder: ({ holder }) => holder,
} satisfies CsvColumns<Entry>;

export interface LedgerCsvQuery {
  /** Absent: all. */
  limit?: number | undefined;
  before?: number | undefined;
  about?: LedgerSubject | undefined;
}

/** The newest `limit` entries as CSV (RFC 4180) with a header row, newest first; one piece for each page of `read`. */
export function ledgerCsv(read: ReadLedger, query: LedgerCsvQuery): AsyncGenerator<string> {
  return csvTable(ledgerColumns, ledgerPages(read, query));
}

type ReadLedger = (query: LedgerInput) => Promise<LedgerPage<Text>>;

/** The newest `limit` entries, newest first. */
export async function* ledgerPages(
  read: ReadLedger,
  { limit = Infinity, before, ...about }: LedgerCsvQuery,
): AsyncGenerator<Entry[]> {
  let [left, from]: [number, number | null | undefined] = [limit, before];
  while (left > 0 && from !== null) {
    const page = await read({ ...about, limit: Math.min(left, pageSize), before: from });
    yield page.entries;
    [left, from] = [left - page.entries.length, page.next];
  }
}
