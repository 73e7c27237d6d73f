import type { Message } from '../../contract/lease.ts';
import type { ChangeHistory, KnownLeases, StoredChange } from '../../core/changes.ts';
import type { LeaseWithNumber } from '../../core/upkeep.ts';
import type { Database } from './database.ts';
import { leaseRecordOf } from './records.ts';
import type { Added, Recent } from './recent.ts';
import { newTag, Revisions } from './revisions.ts';
import { messageOf, qualifiedColumns } from './rows.ts';
import { withNumber } from './upkeep.ts';

/** See ChangeHistory. */
export function changesIn(
  database: Database,
  revisions: Revisions,
  recent: Recent,
  failed: (thrown: unknown) => never,
): ChangeHistory {
  return {
    here: () => revisions.here(),
    // Not in its turn, as other reads are: that would make the groups of messages smaller that are written together.
    changes: async (account, after, most, known) => {
      try {
        if (revisions.isNewest(after)) return { changes: [], end: after };
        const found =
          recentChanges(recent.after(after, account), leaseFrom(database, account, known)) ??
          readChanges(database, account, after, most);
        return pageOfChanges(found, most, revisions.settled);
      } catch (thrown) {
        return failed(thrown);
      }
    },
    cursorOf: (revision) => revisions.cursorOf(revision),
    revisionOf: (cursor) => revisions.revisionOf(cursor),
  };
}

/** Begins a run: what is written from now on says next_revision() where its revision goes. */
export function beginRun({ db, sql }: Database): Revisions {
  sql('INSERT INTO runs (tag) VALUES (?)').run(newTag());
  const runs = sql('SELECT run, tag FROM runs ORDER BY run').all();
  const revisions = new Revisions(runs.map(({ run, tag }) => ({ number: BigInt(Number(run)), tag: String(tag) })));
  // Nothing is read between a write and its commit.
  db.function('next_revision', { directOnly: true }, () => {
    const revision = revisions.next();
    revisions.settle();
    return revision;
  });
  return revisions;
}

// The literal lets SQLite use the index.
const written = (table: string): string =>
  `${table}.account = ? AND ${table}.revision > ? AND ${table}.revision > 0 ORDER BY ${table}.revision LIMIT ?`;
const revisionText = (table: string): string => `CAST(${table}.revision AS TEXT) AS revision`;

export const changeQueries = {
  messages: `SELECT ${qualifiedColumns}, ${revisionText('messages')}, holder
    FROM messages LEFT JOIN leases ON leases.id = messages.lease_id WHERE ${written('messages')}`,
  leases: `SELECT record, ${revisionText('leases')}, holder FROM leases WHERE ${written('leases')}`,
};

/** From memory, if it is there. */
function leaseFrom(database: Database, account: string, known?: KnownLeases) {
  return (message: Message) =>
    (message.leaseId === null ? null : known?.(message.leaseId)) ?? leaseOf(database, account, message);
}

function recentChanges(
  added: Added[] | null,
  leaseOfMessage: (message: Message) => LeaseWithNumber | null,
): StoredChange[] | null {
  return (
    added &&
    added.map(({ revision, message }) => {
      const lease = leaseOfMessage(message);
      const holder = lease?.record.holder ?? null;
      return { revision, holder, type: 'message', message, lease: ifShowing(lease, message) };
    })
  );
}

function readChanges(database: Database, account: string, after: bigint, most: number): StoredChange[] {
  const rows = (query: string) => database.sql(query).all(account, after, most);
  const messages = rows(changeQueries.messages).map((row): StoredChange => {
    const message = messageOf(row);
    const lease = message.code === null ? null : leaseOf(database, account, message);
    return { ...rankOf(row), type: 'message', message, lease: ifShowing(lease, message) };
  });
  const leases = rows(changeQueries.leases).map((row): StoredChange => {
    const lease = withNumber(database, account, leaseRecordOf(row['record']));
    return { ...rankOf(row), type: 'lease', lease };
  });
  return [...messages, ...leases];
}

/** Of up to `most` changes of each kind after the same revision. `settled`: there are no later ones. */
export function pageOfChanges(found: StoredChange[], most: number, settled: bigint) {
  const changes = found.sort((a, b) => (a.revision < b.revision ? -1 : 1)).slice(0, most);
  const last = changes.at(-1);
  return { changes, end: last && changes.length === most ? last.revision : settled };
}

function rankOf(row: Record<string, unknown>): Pick<StoredChange, 'revision' | 'holder'> {
  return { revision: BigInt(String(row['revision'])), holder: row['holder'] as string | null };
}

function leaseOf(database: Database, account: string, { leaseId }: Message): LeaseWithNumber | null {
  if (leaseId === null) return null;
  const row = database.sql('SELECT record FROM leases WHERE id = ? AND account = ?').get(leaseId, account);
  return row ? withNumber(database, account, leaseRecordOf(row['record'])) : null;
}

/** The lease, if the newest code that it shows is the message's. */
export function ifShowing(lease: LeaseWithNumber | null, { sid }: Message): LeaseWithNumber | null {
  return lease?.latestCode?.messageSid === sid ? lease : null;
}
