import { DatabaseSync } from 'node:sqlite';
import { appError, type AppError } from '../../contract/errors.ts';
import { host } from '../../contract/sentences/host.ts';
import { phrases } from '../../contract/sentences/sentence.ts';
import { inTransaction } from './database.ts';
import { DamagedDatabase } from './errors.ts';
import { mergeByTwo } from './mergeIndex.ts';
import { searchLater } from './searchLater.ts';
import { searchMessages } from './searchMessages.ts';
import { splitLeases } from './splitLeases.ts';

const say = phrases(host);

type Step = string | ((db: DatabaseSync) => void);

/** Each step brings the database from the version of its index to the next; never change one that was released. */
const steps: readonly Step[] = [
  `CREATE TABLE messages (
     sid TEXT PRIMARY KEY,
     account TEXT NOT NULL,
     sender TEXT NOT NULL,
     recipient TEXT NOT NULL,
     body TEXT NOT NULL,
     received_at TEXT NOT NULL,
     lease_id TEXT,
     code TEXT,
     candidates TEXT NOT NULL,
     service TEXT,
     source TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX messages_by_time ON messages (account, received_at DESC, sid DESC);
   CREATE INDEX messages_by_lease ON messages (lease_id, received_at DESC) WHERE lease_id IS NOT NULL;
   CREATE TABLE leases (
     id TEXT PRIMARY KEY,
     account TEXT NOT NULL,
     request_id TEXT NOT NULL,
     state TEXT NOT NULL,
     started_at INTEGER NOT NULL,
     record TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX leases_by_time ON leases (account, started_at DESC);
   CREATE INDEX leases_by_request ON leases (account, request_id, started_at DESC);`,
  `ALTER TABLE messages ADD COLUMN reason TEXT NOT NULL DEFAULT '';`,
  splitLeases,
  searchMessages,
  `ALTER TABLE leases ADD COLUMN holder TEXT;
   CREATE INDEX leases_by_holder ON leases (account, holder) WHERE holder IS NOT NULL;
   ALTER TABLE ledger ADD COLUMN holder TEXT;
   CREATE TABLE tokens (
     name TEXT PRIMARY KEY,
     hash TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     leases INTEGER,
     per_day TEXT,
     per_month TEXT
   ) STRICT, WITHOUT ROWID;`,
  searchLater,
  mergeByTwo,
];

/** Takes the file for this process. */
export function lock(db: DatabaseSync): void {
  // EXCLUSIVE: one host a data folder, or two would take and release each other's numbers; the system drops the lock
  // when a process dies. FULL: a message is answered only when it would survive a power cut. secure_delete: what is
  // deleted is overwritten. trusted_schema: a file that somebody else prepared calls no functions of SQLite's.
  // wal_autocheckpoint: pages, while much is written; as soon as nothing is, Checkpoints empties the log.
  db.exec(
    `PRAGMA busy_timeout = 1000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
     PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = 250;`,
  );
  db.exec('BEGIN IMMEDIATE; COMMIT;');
}

/** How many steps were done. Throws when it is from a newer version of OTP Dock. */
export function versionOf(db: DatabaseSync): number {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > steps.length) throw fromNewerVersion();
  return version;
}

function fromNewerVersion(): AppError {
  return appError('STORAGE_FAILED', say.historyNewer, say.historyNewerHint);
}

/** Brings a database to the present schema, each step whole or not at all. */
export function migrate(db: DatabaseSync, version: number, to = steps.length): void {
  for (const [index, step] of steps.entries()) {
    if (index < version || index >= to) continue;
    inTransaction(db, () => {
      if (typeof step === 'string') db.exec(step);
      else step(db);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/**
 * Throws DamagedDatabase when what a database of this version has is missing, or it has triggers or views beside it:
 * those would do with each message what whoever put them there wants.
 */
export function assertOwnShape(db: DatabaseSync, version: number): void {
  const [found, expected] = [shapeOf(db), ownShape(version)];
  const isWhole = [...expected].every((part) => found.has(part));
  const isOurs = [...found].every((part) => expected.has(part) || !/^(trigger|view) /.test(part));
  if (!isWhole || !isOurs) throw new DamagedDatabase('The tables or triggers are not those of OTP Dock.');
}

function ownShape(version: number): Set<string> {
  const model = new DatabaseSync(':memory:');
  migrate(model, 0, version);
  const shape = shapeOf(model);
  model.close();
  return shape;
}

/** Tables and indexes by name; triggers and views with what they do. */
function shapeOf(db: DatabaseSync): Set<string> {
  const rows = db.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'`).all() as {
    type: string;
    name: string;
    sql: string;
  }[];
  const own = rows.filter(({ name }) => !name.startsWith('message_texts_'));
  return new Set(own.map(({ type, name, sql }) => `${type} ${name}${/^(trigger|view)$/.test(type) ? ` ${sql}` : ''}`));
}
