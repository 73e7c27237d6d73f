import pLimit from 'p-limit';
import type { ClientBase, Pool } from 'pg';
import type { History, SettingsStore } from '../../core/ports.ts';
import { cut, mostSearches, readersFor } from './connect.ts';
import { deleteAllMessages, deleteMessages, deleteOldMessages, restoreMessages } from './deletions.ts';
import { readChanges } from './changes.ts';
import { databaseFailed, isAway, noLongerActive } from './errors.ts';
import type { HostLock } from './hostLock.ts';
import { MessageIntake } from './intake.ts';
import {
  commit,
  leaseByRequest,
  leasesSince,
  numberById,
  readCharges,
  readLeases,
  readLedger,
  readNumbers,
  readUnpriced,
} from './ledger.ts';
import {
  adoptMessages,
  countMessages,
  findMessage,
  messageFacets,
  readMessage,
  readMessages,
  servicesOf,
} from './messages.ts';
import type { Queryable } from './query.ts';
import { openSettings } from './settings.ts';
import {
  accountWithin,
  addEndedSession,
  addToken,
  deleteEnded,
  forget,
  forgetAll,
  leasePage,
  readEndedSessions,
  readTokens,
  remainingNumbers,
  removeToken,
  tables,
} from './upkeep.ts';
import { Writer } from './writer.ts';

/** The ports that are kept in PostgreSQL. */
export interface DatabasePorts {
  history: History;
  settings: SettingsStore;
}

/**
 * The History and SettingsStore ports on PostgreSQL, for the host that holds the account's lock. What has no account of
 * its own, such as tokens, is that account's. Rejects with STORAGE_FAILED. Closing the history closes it all.
 */
export async function openPostgres(url: string, lock: HostLock): Promise<DatabasePorts> {
  const writer = await Writer.open(url, lock);
  return { history: historyOn(url, lock, writer), settings: await openSettings(writer, lock.account) };
}

function historyOn(url: string, lock: HostLock, writer: Writer): History {
  const readers = readersFor(url);
  readers.on('error', () => undefined);
  cutWhenLost(readers, lock);
  const intake = new MessageIntake(writer);
  const { account: own } = lock;
  const of = (account: string) => accountWithin(own, account);
  const ofQuery = <T extends { account: string }>(query: T): T => ({ ...query, account: of(query.account) });
  const { revisions, recent } = writer;
  const reading = readIn(readers, lock);
  /** Reads see what was asked to be written before them. */
  const read = async <T>(work: (database: Queryable) => Promise<T>): Promise<T> => {
    intake.flush();
    await writer.settled();
    return reading(work);
  };
  const inSearch = pLimit(mostSearches);
  const search = <T>(text: string | undefined, work: (database: Queryable) => Promise<T>): Promise<T> =>
    text === undefined ? read(work) : inSearch(() => read(work));
  const write = <T>(work: (database: Queryable) => Promise<T>): Promise<T> => {
    intake.flush();
    return writer.write((database) => {
      // See Recent.
      revisions.next();
      return work(database);
    });
  };
  return {
    recovered: null,
    logDamage: null,
    addMessage: (account, message) => intake.add(of(account), message),
    message: (account, sid) => read((database) => readMessage(database, of(account), sid)),
    messages: (query) => search(query.search, (database) => readMessages(database, ofQuery(query))),
    countMessages: (account, filter) =>
      search(filter.search, (database) => countMessages(database, of(account), filter)),
    messageFacets: (account, holder) => read((database) => messageFacets(database, of(account), holder)),
    deleteMessages: (account, sids, holder) =>
      write((database) => deleteMessages(database, of(account), sids, holder, revisions)),
    deleteAllMessages: (account, number, remember) =>
      write((database) => deleteAllMessages(database, of(account), number, remember, revisions)),
    deleteOldMessages: (old) => write((database) => deleteOldMessages(database, of(old.account ?? own), old)),
    restoreMessages: (account, messages) =>
      write((database) => restoreMessages(database, of(account), messages, revisions)),
    findMessage: (search) => read((database) => findMessage(database, ofQuery(search))),
    adoptMessages: (account, number, since, leaseId) =>
      write((database) => adoptMessages(database, of(account), number, since, leaseId, revisions)),
    servicesOf: (account, number) => read((database) => servicesOf(database, of(account), number)),
    commit: (account, change) => write((database) => commit(database, of(account), change, revisions)),
    leases: (account) => read((database) => readLeases(database, of(account))),
    leaseByRequest: (account, requestId) => read((database) => leaseByRequest(database, of(account), requestId)),
    leasesSince: (account, since) => read((database) => leasesSince(database, of(account), since)),
    numbers: (account) => read((database) => readNumbers(database, of(account))),
    numberById: (account, id) => read((database) => numberById(database, of(account), id)),
    ledger: (account, query) => read((database) => readLedger(database, of(account), query)),
    charges: (account, since) => read((database) => readCharges(database, of(account), since)),
    unpriced: (account) => read((database) => readUnpriced(database, of(account))),
    tokens: () => read((database) => readTokens(database, own)),
    addToken: (record) => write((database) => addToken(database, own, record)),
    removeToken: (name) => write((database) => removeToken(database, own, name)),
    endedSessions: () => read((database) => readEndedSessions(database, own)),
    addEndedSession: (session, now) => write((database) => addEndedSession(database, own, session, now)),
    forgetAccount: (account) => write((database) => forget(database, of(account), tables.ofAccount)),
    forgetNumbers: (account) => write((database) => forget(database, of(account), tables.ofNumbers)),
    leasePage: (account, query) => read((database) => leasePage(database, of(account), query)),
    deleteEnded: (account, remember) => write((database) => deleteEnded(database, of(account), remember, revisions)),
    here: () => revisions.here(),
    changes: async (account, after, most, known) => {
      if (revisions.isNewest(after)) return { changes: [], end: after };
      return reading((database) =>
        readChanges({ database, account: of(account), revisions, recent }, after, most, known),
      );
    },
    cursorOf: (revision) => revisions.cursorOf(revision),
    revisionOf: (cursor) => revisions.revisionOf(cursor),
    remainingNumbers: () => read((database) => remainingNumbers(database, own)),
    wipe: () => write((database) => forgetAll(database, own)),
    // There are no files that could disappear.
    watchPlace: () => undefined,
    close: async () => {
      intake.flush();
      await writer.close();
      await readers.end();
    },
  };
}

/** A network that is cut off does not end its connections: whoever reads must not wait for it. */
function cutWhenLost(readers: Pool, lock: HostLock): void {
  const connected = new Set<ClientBase>();
  readers.on('connect', (client) => {
    connected.add(client);
    if (!lock.isHeld()) cut(client);
  });
  readers.on('remove', (client) => connected.delete(client));
  lock.onLost(() => {
    for (const client of connected) cut(client);
  });
}

function readIn(readers: Pool, lock: HostLock) {
  return async <T>(work: (database: Queryable) => Promise<T>): Promise<T> => {
    lock.assertHeld();
    try {
      return await work(readers).catch((thrown: unknown) => {
        // A connection may have ended while nobody used it.
        if (isAway(thrown) && lock.isHeld()) return work(readers);
        throw thrown;
      });
    } catch (thrown) {
      throw lock.isHeld() ? databaseFailed(thrown) : noLongerActive();
    }
  };
}
