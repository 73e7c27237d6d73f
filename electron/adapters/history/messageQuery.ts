import type { OwnFilter } from '../../core/messageHistory.ts';
import { patternsOf, termsOf } from './terms.ts';

type Value = string | number | bigint;

/** SQL with the values for its placeholders. */
export interface Condition {
  sql: string;
  values: Value[];
}

/** Which tables a filter reads, and which messages match. */
export interface Selection {
  from: string;
  /** The column to sort by; it belongs to the table that is scanned. */
  place: string;
  /** Conditions that an index answers or that cost next to nothing. */
  where: Condition[];
  /** Conditions without an index: each message that passes the others has to be read. */
  unindexed: Condition[];
}

/** Uses the full text index if it can find a word of the search, otherwise the index that fits the filter. */
export function selectionOf(account: string, filter: OwnFilter): Selection {
  const { match, short } = termsOf(filter.search ?? '', { recipient: filter.number, service: filter.service });
  const [where, unindexed] = [conditionsOf(account, filter), short.map(containing)];
  if (match === null) return { from: 'messages', place: 'place', where, unindexed };
  return {
    // CROSS fixes the join order: scan the index and look up each hit.
    from: 'message_texts CROSS JOIN messages ON messages.place = message_texts.rowid',
    place: 'message_texts.rowid',
    where: [{ sql: 'message_texts MATCH ?', values: [match] }, ...where],
    unindexed,
  };
}

/** Messages below one place and from another on; null: no bound. */
export interface Range {
  below: bigint | null;
  from: bigint | null;
}

export function inRange(place: string, { below, from }: Range): Condition[] {
  return [
    ...(below === null ? [] : [{ sql: `${place} < ?`, values: [below] }]),
    ...(from === null ? [] : [{ sql: `${place} >= ?`, values: [from] }]),
  ];
}

/** Whether a message came for one of a holder's leases; the values are the account and the holder. */
export const ofHolder = `lease_id IN (SELECT id FROM leases WHERE account = ? AND holder = ?)`;

/** Conditions for a message of an account. */
export function conditionsOf(
  account: string,
  { lease, number, service, withCode, noLease, holder }: OwnFilter,
): Condition[] {
  const conditions: Condition[] = [{ sql: 'messages.account = ?', values: [account] }];
  const add = (sql: string, ...values: Value[]) => void conditions.push({ sql, values });
  if (lease !== undefined) add('messages.lease_id = ?', lease);
  if (holder !== undefined) add(`messages.${ofHolder}`, account, holder);
  if (number !== undefined) add('messages.recipient = ?', number);
  if (service !== undefined) add('messages.service = ?', service);
  // Must match the expression of the index messages_by_code word for word.
  if (withCode !== undefined) add('(messages.code IS NULL) = ?', withCode ? 0 : 1);
  if (noLease !== undefined) add(`messages.lease_id IS ${noLease ? '' : 'NOT '}NULL`);
  return conditions;
}

/** All that is searched of a message, as SQL; no word of a search goes over a line. */
export const searchedText = ['body', 'sender', 'recipient', 'service', 'code', 'label']
  .map((column) => `coalesce(messages.${column}, '')`)
  .join(` || char(10) || `);

function containing(word: string): Condition {
  const patterns = patternsOf(word);
  return { sql: `(${patterns.map(() => `${searchedText} LIKE ? ESCAPE '\\'`).join(' OR ')})`, values: patterns };
}

export function whereOf(conditions: Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
