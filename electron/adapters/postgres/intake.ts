import type { Message } from '../../contract/state.ts';
import type { Added } from '../../core/messageHistory.ts';
import { placeAt, turns } from '../history/places.ts';
import type { Added as Recently } from '../history/recent.ts';
import type { Revisions } from '../history/revisions.ts';
import { sql, type Queryable } from './query.ts';
import { messageOf, recordOf, type MessageRow } from './records.ts';
import { searchedIn, storable } from './search.ts';
import type { Writer } from './writer.ts';

/** So that one statement stays short. */
const mostAtOnce = 500;

interface Given {
  account: string;
  message: Message;
}

interface Waiting extends Given {
  resolve(added: Added): void;
  reject(thrown: unknown): void;
}

/**
 * Adds messages: all that came in while the last group was being written are one transaction, so that the disk is waited
 * for once. If a group fails, each of its messages is tried alone.
 */
export class MessageIntake {
  readonly #writer: Writer;
  #waiting: Waiting[] = [];

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  add(account: string, message: Message): Promise<Added> {
    const { promise, resolve, reject } = Promise.withResolvers<Added>();
    const isFirst = this.#waiting.push({ account, message, resolve, reject }) === 1;
    if (isFirst) setImmediate(() => void this.#writeWaiting());
    return promise;
  }

  /** Call before any other write, so that everything happens in the order in which it was asked for. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < waiting.length; from += mostAtOnce)
      void this.#write(waiting.slice(from, from + mostAtOnce));
  }

  /** Once the group before is written. */
  async #writeWaiting(): Promise<void> {
    await this.#writer.settled();
    this.flush();
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      const { revisions, recent } = this.#writer;
      const { added, before, after } = await this.#writer.write(async (database) => {
        const before = revisions.given;
        const added = await addMessages(database, group, revisions);
        return { added, before, after: revisions.given };
      });
      // A text that was added took one more: that is for the history to tell.
      if (after.count - before.count === group.length) recent.note(storedOf(group, added, after.newest), before, after);
      group.forEach(({ resolve }, index) => resolve(added[index] ?? 'duplicate'));
    } catch (thrown) {
      if (group.length === 1) group[0]?.reject(thrown);
      else for (const one of group) void this.#write([one]);
    }
  }
}

/** Their revisions follow each other. */
function storedOf(group: readonly Given[], added: readonly Added[], last: bigint): Recently[] {
  const first = last - BigInt(group.length - 1);
  const all = group.map(({ account, message }, index) => ({ account, message, revision: first + BigInt(index) }));
  return all.filter((_one, index) => added[index] === 'stored');
}

/** Adds messages in this order; says of each what became of it. */
export async function addMessages(
  database: Queryable,
  given: readonly Given[],
  revisions: Revisions,
): Promise<Added[]> {
  const added: Added[] = [];
  const isNew = await insert(database, given, revisions);
  for (const [index, one] of given.entries())
    added.push(isNew.has(index) ? 'stored' : ((await addText(database, one, revisions)) ?? 'duplicate'));
  return added;
}

/** Returns which of them are new, by their indexes. */
async function insert(
  database: Queryable,
  given: readonly Given[],
  revisions: Revisions,
): Promise<ReadonlySet<number>> {
  const columns = given.map(({ account, message }) => ({ account, ...columnsOf(message) }));
  const all = (name: keyof (typeof columns)[number]) => columns.map((column) => column[name]);
  const { rows } = await database.query<{ n: number }>(sql`
    WITH given AS (
      SELECT * FROM unnest(
        ${all('account')}::text[], ${all('sid')}::text[], ${all('start')}::bigint[], ${all('recipient')}::text[],
        ${all('service')}::text[], ${all('leaseId')}::text[], ${all('withCode')}::boolean[],
        ${all('blank')}::boolean[], ${all('texts')}::text[], ${all('record')}::text[]
      ) WITH ORDINALITY AS given (account, sid, start, recipient, service, lease_id, with_code, blank, texts, record, n)
    ), fresh AS (
      SELECT DISTINCT ON (account, sid) * FROM given
      WHERE NOT EXISTS (SELECT 1 FROM messages AS known WHERE known.account = given.account AND known.sid = given.sid)
        AND NOT EXISTS (SELECT 1 FROM deleted_messages AS gone WHERE gone.account = given.account AND gone.sid = given.sid)
      ORDER BY account, sid, n
    ), added AS (
      INSERT INTO messages (account, revision, place, sid, recipient, service, lease_id, label, with_code, blank, texts, record)
      SELECT fresh.account, ${String(revisions.next(given.length))}::bigint + n - 1, coalesce((
          SELECT max(place) + 1 FROM messages AS before
          WHERE before.account = fresh.account AND place >= start AND place < start + ${String(turns)}::bigint
        ), start) + row_number() OVER (PARTITION BY fresh.account, start ORDER BY n) - 1,
        sid, fresh.recipient, fresh.service, lease_id, label, with_code, blank,
        texts || coalesce(E'\n' || searched, ''), fresh.record
      FROM fresh LEFT JOIN leases ON leases.account = fresh.account AND leases.id = lease_id
      RETURNING messages.account, messages.sid
    )
    SELECT n::int FROM fresh WHERE (account, sid) IN (SELECT account, sid FROM added)`);
  return new Set(rows.map(({ n }) => n - 1));
}

function columnsOf(message: Message) {
  return {
    sid: message.sid,
    start: String(placeAt(Date.parse(message.receivedAt))),
    recipient: storable(message.to),
    service: message.service === null ? null : storable(message.service),
    leaseId: message.leaseId,
    withCode: message.code !== null,
    blank: isBlank(message),
    texts: searchedIn(message),
    record: recordOf(message),
  };
}

function isBlank({ body }: Message): boolean {
  return body.trim() === '';
}

/**
 * Adds the text, and what was found in it, to a message that was stored without one; the rest stays as it is. Returns
 * the whole message, or null when none lacks its text.
 */
async function addText(
  database: Queryable,
  { account, message }: Given,
  revisions: Revisions,
): Promise<Message | null> {
  if (isBlank(message)) return null;
  const { rows } = await database.query<MessageRow & { label: string | null }>(sql`
    SELECT record, lease_id, label FROM messages WHERE account = ${account} AND sid = ${message.sid} AND blank`);
  const [row] = rows;
  if (!row) return null;
  const { body, code, candidates, service, reason } = message;
  const whole = messageOf({ ...row, record: recordOf({ ...messageOf(row), body, code, candidates, service, reason }) });
  await database.query(sql`
    UPDATE messages SET record = ${recordOf(whole)}, blank = false, with_code = ${code !== null},
      service = ${columnsOf(whole).service}, texts = ${searchedIn(whole, row.label)},
      revision = ${String(revisions.next())}::bigint
    WHERE account = ${account} AND sid = ${message.sid}`);
  return whole;
}
