import type { Message } from '../../contract/state.ts';
import type { MessageCount, MessagePage } from '../../contract/messages.ts';
import type { MessageQuery, OwnFilter } from '../../core/messageHistory.ts';
import { leasesIn } from '../../core/ledgerHistory.ts';
import type { History, LedgerChange } from '../../core/ports.ts';
import { FilePlace } from '../filePlace.ts';
import { beginRun, changesIn } from './changes.ts';
import { Checkpoints } from './checkpoints.ts';
import { inTransaction, withStatements, type Database } from './database.ts';
import { deleteMessages, restoreMessages } from './deletedMessages.ts';
import { storageFailed } from './errors.ts';
import { messageFacets } from './facets.ts';
import { GroupCommit } from './groupCommit.ts';
import { addEndedSession, readEndedSessions } from './endedSessions.ts';
import { leaseByRequest, leasesSince, readLeases, saveLease, touchLease } from './leases.ts';
import { addEntry, readCharges, readLedger, readUnpriced, setPrice } from './ledger.ts';
import { deleteAllMessages } from './manyMessages.ts';
import {
  addMessage,
  adoptMessages,
  countMessages,
  findMessage,
  readMessage,
  readMessages,
  servicesOf,
} from './messages.ts';
import { numberById, readNumbers, saveNumber } from './numbers.ts';
import { deleteOldMessages } from './oldMessages.ts';
import { openDatabase } from './open.ts';
import { Recent } from './recent.ts';
import type { Revisions } from './revisions.ts';
import { SearchIndex } from './searchIndex.ts';
import { addToken, readTokens, removeToken } from './tokens.ts';
import { needsWalk, walkCount, walkMessages } from './walk.ts';
import { deleteEnded, leasePage, remainingNumbers, wipe } from './upkeep.ts';

/**
 * The History port on node:sqlite. `file` may be `:memory:`. Throws HOST_RUNNING when another host uses it,
 * STORAGE_FAILED when it cannot be opened.
 */
export function openHistory(file: string): History {
  const { db, recovered, logDamage } = openDatabase(file);
  const failed = (thrown: unknown): never => {
    throw storageFailed(file, thrown);
  };
  const database = withStatements(db);
  const revisions = begun(database, failed);
  const recent = new Recent(revisions);
  const place = new FilePlace(file);
  const checkpoints = new Checkpoints(db);
  /** Call after a write. */
  const assertWritten = () => {
    place.assertHere();
    checkpoints.written();
  };
  const group = new GroupCommit(db, () => assertWritten());
  const index = new SearchIndex(database, () => checkpoints.written());
  const attempt = async <T>(work: () => T): Promise<T> => {
    try {
      group.flush();
      return work();
    } catch (thrown) {
      return failed(thrown);
    }
  };
  const write = <T>(work: () => T): Promise<T> =>
    attempt(() => {
      place.assertHere();
      // See Recent.
      revisions.next();
      revisions.settle();
      const value = work();
      assertWritten();
      return value;
    });
  const change = <T>(work: () => T): Promise<T> => write(() => (index.changed(), work()));
  const searchable = async ({ search = '' }: OwnFilter): Promise<void> => {
    if (search !== '') await attempt(() => undefined).then(() => index.upToDate().catch(failed));
  };
  const readPage = async (query: MessageQuery): Promise<MessagePage> => {
    await searchable(query);
    return needsWalk(query) ? walkMessages(database, query, attempt) : attempt(() => readMessages(database, query));
  };
  const count = async (account: string, filter: OwnFilter): Promise<MessageCount> => {
    await searchable(filter);
    return needsWalk(filter)
      ? walkCount(database, account, filter, attempt)
      : attempt(() => countMessages(database, account, filter));
  };
  const add = (account: string, message: Message) => {
    const before = revisions.given;
    const outcome = addMessage(database, account, message);
    if (outcome !== 'duplicate') index.added();
    const after = revisions.given;
    return { outcome, before, after, added: { account, message, revision: after.newest } };
  };
  return {
    recovered,
    logDamage,
    ...changesIn(database, revisions, recent, failed),
    addMessage: async (account, message) => {
      const { outcome } = await group
        .add(
          () => add(account, message),
          (done) => recent.note(done.outcome === 'stored' ? [done.added] : [], done.before, done.after),
        )
        .catch(failed);
      return outcome;
    },
    message: (account, sid) => attempt(() => readMessage(database, account, sid)),
    messages: readPage,
    countMessages: count,
    messageFacets: (account, holder) => attempt(() => messageFacets(database, account, holder)),
    deleteMessages: (account, sids, holder) => change(() => deleteMessages(database, account, sids, holder)),
    deleteAllMessages: (account, number, remember) =>
      write(() => {
        const deleted = deleteAllMessages(database, account, number, remember);
        index.added(deleted.length);
        return deleted;
      }),
    deleteOldMessages: (old) => change(() => deleteOldMessages(database, old)),
    restoreMessages: (account, messages) =>
      write(() => {
        index.added();
        return restoreMessages(database, account, messages);
      }),
    findMessage: (search) => attempt(() => findMessage(database, search)),
    adoptMessages: (account, number, since, leaseId) =>
      change(() => adoptMessages(database, account, number, since, leaseId)),
    servicesOf: (account, number) => attempt(() => servicesOf(database, account, number)),
    commit: (account, change) => write(() => commit(database, account, change)),
    leases: (account) => attempt(() => readLeases(database, account)),
    leaseByRequest: (account, requestId) => attempt(() => leaseByRequest(database, account, requestId)),
    leasesSince: (account, since) => attempt(() => leasesSince(database, account, since)),
    numbers: (account) => attempt(() => readNumbers(database, account)),
    numberById: (account, id) => attempt(() => numberById(database, account, id)),
    ledger: (account, query) => attempt(() => readLedger(database, account, query)),
    charges: (account, since) => attempt(() => readCharges(database, account, since)),
    unpriced: (account) => attempt(() => readUnpriced(database, account)),
    tokens: () => attempt(() => readTokens(database)),
    addToken: (record) => write(() => addToken(database, record)),
    removeToken: (name) => write(() => removeToken(database, name)),
    endedSessions: () => attempt(() => readEndedSessions(database)),
    addEndedSession: (session, now) => write(() => addEndedSession(database, session, now)),
    forgetAccount: (account) => change(() => forget(database, account, tablesOfAccount)),
    forgetNumbers: (account) => change(() => forget(database, account, tablesOfNumbers)),
    leasePage: (account, query) => attempt(() => leasePage(database, account, query)),
    deleteEnded: (account, remember) =>
      write(() => {
        const deleted = deleteEnded(database, account, remember);
        index.added(deleted.messages);
        return deleted;
      }),
    remainingNumbers: () => attempt(() => remainingNumbers(database)),
    wipe: () => change(() => wipe(database)),
    watchPlace: (listener) => place.watch(listener),
    close: () =>
      attempt(() => {
        place.stop();
        index.stop();
        checkpoints.stop();
        if (db.isOpen) db.close();
      }),
  };
}

function begun(database: Database, failed: (thrown: unknown) => never): Revisions {
  try {
    return beginRun(database);
  } catch (thrown) {
    database.db.close();
    return failed(thrown);
  }
}

function commit(database: Database, account: string, change: LedgerChange): void {
  const { leases = [], numbers = [], entries = [], prices = [] } = change;
  inTransaction(database.db, () => {
    for (const record of leases) saveLease(database, account, record);
    for (const record of numbers) saveNumber(database, account, record);
    for (const id of leasesIn(change)) touchLease(database, id);
    for (const entry of entries) addEntry(database, account, entry);
    for (const price of prices) setPrice(database, account, price);
  });
}

// The SIDs of deleted messages are kept for Twilio's list, which an emulator begins anew, as it does its numbers.
const tablesOfNumbers = ['deleted_messages', 'leases', 'numbers', 'ledger'];
const tablesOfAccount = ['messages', ...tablesOfNumbers];

function forget({ db, sql }: Database, account: string, tables: readonly string[]): void {
  inTransaction(db, () => {
    for (const table of tables) sql(`DELETE FROM ${table} WHERE account = ?`).run(account);
  });
}
