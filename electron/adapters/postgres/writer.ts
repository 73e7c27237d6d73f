import type { Client } from 'pg';
import { clientFor, cut, writerOf } from './connect.ts';
import { databaseFailed, noLongerActive } from './errors.ts';
import { Recent } from '../history/recent.ts';
import { Revisions } from '../history/revisions.ts';
import { beginRun } from './changes.ts';
import type { HostLock } from './hostLock.ts';
import { sql, type Queryable } from './query.ts';

/**
 * Writes in one transaction after another, each in the order in which it was asked for. Nothing is written once another
 * host is active: each transaction holds on to the epoch of this one. A connection that breaks ends this host's turn,
 * as nobody knows then whether the last transaction counts.
 */
export class Writer {
  readonly #client: Client;
  readonly #lock: HostLock;
  #revisions = new Revisions([]);
  #recent = new Recent(this.#revisions);
  #last: Promise<unknown> = Promise.resolve();

  private constructor(client: Client, lock: HostLock) {
    this.#client = client;
    this.#lock = lock;
    client.on('error', (thrown) => lock.lose(databaseFailed(thrown)));
    client.on('end', () => lock.lose(noLongerActive()));
    lock.onLost(() => cut(client));
  }

  /** Rejects with STORAGE_FAILED. */
  static async open(url: string, lock: HostLock): Promise<Writer> {
    const client = clientFor(url, { application_name: writerOf(lock.account) });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (thrown) {
      throw databaseFailed(thrown);
    }
    const writer = new Writer(client, lock);
    writer.#revisions = await writer.write((database) => beginRun(database, lock));
    writer.#recent = new Recent(writer.#revisions);
    return writer;
  }

  /** Of what is written here. */
  get revisions(): Revisions {
    return this.#revisions;
  }

  get recent(): Recent {
    return this.#recent;
  }

  /** All of the work, or none of it. Rejects with STORAGE_FAILED, with STANDBY, or with what the work throws. */
  write<T>(work: (database: Queryable) => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#transaction(work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when everything that was asked for is written, or has failed. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.#client.end();
  }

  async #transaction<T>(work: (database: Queryable) => Promise<T>): Promise<T> {
    this.#lock.assertHeld();
    const { account, epoch } = this.#lock;
    let isDecided = false;
    let isKnown = true;
    try {
      await this.#client.query('BEGIN');
      const { rowCount } = await this.#client.query(
        sql`SELECT 1 FROM hosts WHERE account = ${account} AND epoch = ${epoch}::bigint FOR SHARE`,
      );
      if (rowCount !== 1) throw this.#lock.lose(noLongerActive());
      const value = await work(this.#client);
      isDecided = true;
      await this.#client.query('COMMIT');
      return value;
    } catch (thrown) {
      const isBroken = await this.#client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      if (!isBroken) throw databaseFailed(thrown);
      isKnown = !isDecided;
      this.#lock.lose(databaseFailed(thrown));
      // Without a COMMIT nothing was done, and the next host may do it. With one, nobody knows yet.
      throw isDecided ? databaseFailed(thrown) : noLongerActive();
    } finally {
      // What may have been written after all is told by the next host.
      if (isKnown) this.#revisions.settle();
    }
  }
}
