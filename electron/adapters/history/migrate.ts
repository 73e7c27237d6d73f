import { DatabaseSync } from 'node:sqlite';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { inTransaction } from './database.ts';
import { DamagedDatabase } from './errors.ts';
import { firstVersion, type Step } from './schema.ts';

const say = phrases.host;

/** Locks the file for this process. */
export function lock(db: DatabaseSync): void {
  // EXCLUSIVE: one host per data folder, or two would take and release each other's numbers; the lock goes when the
  // process dies. FULL: a message is acknowledged only once it would survive a power cut. secure_delete: overwrites
  // deleted data. trusted_schema: a file prepared by someone else calls no SQLite functions. wal_autocheckpoint: in
  // pages, for heavy writing; once writing stops, Checkpoints empties the log.
  db.exec(
    `PRAGMA busy_timeout = 1000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
     PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = 250;`,
  );
  db.exec('BEGIN IMMEDIATE; COMMIT;');
}

/** How many steps are done; 0 for a new database. Throws STORAGE_FAILED for a version that the steps do not produce. */
export function stepsDone(db: DatabaseSync, steps: readonly Step[]): number {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  const done = Math.max(0, version - firstVersion + 1);
  if (done > steps.length) throw appError('STORAGE_FAILED', say.historyNewer, say.historyNewerHint);
  if (version > 0 && done === 0) throw appError('STORAGE_FAILED', say.historyOlder, say.historyChangedHint);
  return done;
}

/** Runs the remaining steps, each completely or not at all. */
export function migrate(db: DatabaseSync, done: number, steps: readonly Step[]): void {
  for (const [index, step] of steps.entries()) {
    if (index < done) continue;
    inTransaction(db, () => {
      if (typeof step === 'string') db.exec(step);
      else step(db);
      db.exec(`PRAGMA user_version = ${firstVersion + index}`);
    });
  }
}

/**
 * Throws DamagedDatabase when something that these steps create is missing, or when there are extra triggers or views:
 * they would let whoever added them tamper with each message.
 */
export function assertOwnShape(db: DatabaseSync, steps: readonly Step[]): void {
  const [found, expected] = [shapeOf(db), ownShape(steps)];
  const isWhole = [...expected].every((part) => found.has(part));
  const isOurs = [...found].every((part) => expected.has(part) || !/^(trigger|view) /.test(part));
  if (!isWhole || !isOurs) throw new DamagedDatabase('The tables or triggers are not those of OTP Dock.');
}

function ownShape(steps: readonly Step[]): Set<string> {
  const model = new DatabaseSync(':memory:');
  migrate(model, 0, steps);
  const shape = shapeOf(model);
  model.close();
  return shape;
}

/** Tables and indexes by name; triggers and views with their SQL. */
function shapeOf(db: DatabaseSync): Set<string> {
  const rows = db.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'`).all() as {
    type: string;
    name: string;
    sql: string;
  }[];
  const own = rows.filter(({ name }) => !name.startsWith('message_texts_'));
  return new Set(own.map(({ type, name, sql }) => `${type} ${name}${/^(trigger|view)$/.test(type) ? ` ${sql}` : ''}`));
}
