import type { OwnFilter } from '../../core/messageHistory.ts';
import { patternsOf, termsOf } from './terms.ts';

type Value = string | number | bigint;

/** SQL with the values for its question marks. */
export interface Condition {
  sql: string;
  values: Value[];
}

/** Where the messages of a filter come from, and which of them count. */
export interface Selection {
  from: string;
  /** The column that tells the order: that of the table which is walked through. */
  place: string;
  /** What an index answers, or what costs next to nothing. */
  where: Condition[];
  /** What no index answers: each message that the others leave has to be read for it. */
  unindexed: Condition[];
}

/** By the full text index where there is a word that it can find, else by the index that fits the filter. */
export function selectionOf(account: string, filter: OwnFilter): Selection {
  const { match, short } = termsOf(filter.search ?? '', { recipient: filter.number, service: filter.service });
  const [where, unindexed] = [conditionsOf(account, filter), short.map(containing)];
  if (match === null) return { from: 'messages', place: 'place', where, unindexed };
  return {
    // CROSS keeps the order of the two: the index is walked through, and each finding looked up.
    from: 'message_texts CROSS JOIN messages ON messages.place = message_texts.rowid',
    place: 'message_texts.rowid',
    where: [{ sql: 'message_texts MATCH ?', values: [match] }, ...where],
    unindexed,
  };
}

/** Messages between two places: below the one, from the other on; null: all to the end. */
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

/** Whether a message came for a lease of a holder; the values are the account and the holder. */
export const ofHolder = `lease_id IN (SELECT id FROM leases WHERE account = ? AND holder = ?)`;

function conditionsOf(account: string, { lease, number, service, withCode, noLease, holder }: OwnFilter): Condition[] {
  const conditions: Condition[] = [{ sql: 'messages.account = ?', values: [account] }];
  const add = (sql: string, ...values: Value[]) => void conditions.push({ sql, values });
  if (lease !== undefined) add('messages.lease_id = ?', lease);
  if (holder !== undefined) add(`messages.${ofHolder}`, account, holder);
  if (number !== undefined) add('messages.recipient = ?', number);
  if (service !== undefined) add('messages.service = ?', service);
  // Word for word the expression of the index messages_by_code.
  if (withCode !== undefined) add('(messages.code IS NULL) = ?', withCode ? 0 : 1);
  if (noLease !== undefined) add(`messages.lease_id IS ${noLease ? '' : 'NOT '}NULL`);
  return conditions;
}

const searched = ['body', 'sender', 'recipient', 'service', 'code', 'label'];

function containing(word: string): Condition {
  const patterns = patternsOf(word);
  const text = searched.map((column) => `coalesce(messages.${column}, '')`).join(` || char(10) || `);
  return { sql: `(${patterns.map(() => `${text} LIKE ? ESCAPE '\\'`).join(' OR ')})`, values: patterns };
}

export function whereOf(conditions: Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
