import type { LedgerChange } from '../../core/ports.ts';
import type { Message } from '../../contract/state.ts';
import type { TokenRecord } from '../../core/sharing/tokens.ts';
import { withStatements } from './database.ts';
import { readAllEntries } from './ledger.ts';
import { storageFailed } from './errors.ts';
import { openDatabase } from './open.ts';
import { leaseRecordOf, numberRecordOf } from './records.ts';
import { messageColumns, messageOf } from './rows.ts';
import { readTokens } from './tokens.ts';

/** Messages and SIDs in one piece. */
const atOnce = 500;

/** Everything that a history has of an account, piece by piece, in the order in which it can be written elsewhere. */
export interface ExportedHistory {
  ledger: Required<Pick<LedgerChange, 'leases' | 'numbers' | 'entries'>>;
  tokens: TokenRecord[];
  /** Oldest first. */
  messages: Iterable<Message[]>;
  /** The SIDs of deleted messages. */
  deleted: Iterable<string[]>;
  close(): void;
}

/** Opens the history in a file. Throws HOST_RUNNING when a host uses it, STORAGE_FAILED when it cannot be read. */
export function exportHistory(file: string, account: string): ExportedHistory {
  const { db, recovered } = openDatabase(file);
  if (recovered) {
    db.close();
    throw storageFailed(file, new Error(`it was damaged, and is now ${recovered.movedTo}`));
  }
  const database = withStatements(db);
  const all = (query: string) => db.prepare(query).all(account);
  const each = (query: string) => db.prepare(query).iterate(account);
  return {
    ledger: {
      leases: all('SELECT record FROM leases WHERE account = ?').map(({ record }) => leaseRecordOf(record)),
      numbers: all('SELECT record FROM numbers WHERE account = ?').map(({ record }) => numberRecordOf(record)),
      entries: readAllEntries(database, account),
    },
    tokens: readTokens(database),
    messages: pieces(each(`SELECT ${messageColumns} FROM messages WHERE account = ? ORDER BY place`), messageOf),
    deleted: pieces(each('SELECT sid FROM deleted_messages WHERE account = ?'), ({ sid }) => String(sid)),
    close: () => db.close(),
  };
}

function* pieces<Row, T>(rows: Iterable<Row>, read: (row: Row) => T): Generator<T[]> {
  let piece: T[] = [];
  for (const row of rows) {
    piece.push(read(row));
    if (piece.length < atOnce) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
