import { hash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Client } from 'pg';
import { appError, type AppError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { clientFor, cut, writerOf } from './connect.ts';
import type { DatabaseClock } from './databaseClock.ts';
import { databaseFailed, noLongerActive } from './errors.ts';
import { assertSchemaKnown } from './migrate.ts';
import { sql } from './query.ts';

const say = phrases.database;

/** How often the database is told that this host is there. Milliseconds. */
const beatMs = 500;

/** PostgreSQL ends the session, and with it the lock, after such a silence: a host that was cut off. Milliseconds. */
const silenceMs = 3_000;

/** The host gives up before PostgreSQL does, so that there are never two. Milliseconds. */
const patienceMs = 2_000;

/** How long one attempt waits for the lock; then the connection has shown that it is alive. Milliseconds. */
const attemptMs = 5_000;

export interface LockOptions {
  /** Ends the wait for the lock. */
  signal?: AbortSignal;
  /** Hears with each heartbeat what time it is in the database; the first one comes before the lock is given out. */
  clock?: Pick<DatabaseClock, 'heard'>;
}

/**
 * One host of an account is active: the one whose session holds PostgreSQL's advisory lock for it. The lock passes to
 * the next host as soon as that session is gone. Whatever is written names the epoch, which rises with each holder, so
 * that a host that has not noticed yet writes nothing.
 */
export class HostLock {
  readonly account: string;
  /** A whole number. */
  readonly epoch: string;
  readonly #client: Client;
  readonly #clock: Pick<DatabaseClock, 'heard'> | undefined;
  readonly #over = new AbortController();
  /** When the newest heartbeat that was answered had been sent. */
  #heardAt = bothClocks();
  #beat: NodeJS.Timeout | null = null;
  #isAsking = false;

  private constructor(client: Client, account: string, epoch: string, clock: LockOptions['clock']) {
    this.#client = client;
    this.#clock = clock;
    this.account = account;
    this.epoch = epoch;
    client.on('error', (thrown) => this.lose(databaseFailed(thrown)));
    client.on('end', () => this.lose(noLongerActive()));
    this.#beat = setInterval(() => void this.#ask(), beatMs);
  }

  /**
   * Waits until this host is the active one. Rejects with STORAGE_FAILED when the database cannot be reached or is not
   * usable, and with the signal's reason when that is aborted.
   */
  static async acquire(url: string, account: string, { signal, clock }: LockOptions = {}): Promise<HostLock> {
    const client = clientFor(url, {
      idle_session_timeout: String(silenceMs),
      lock_timeout: String(attemptMs),
      query_timeout: attemptMs + patienceMs,
    });
    // Without a listener, a connection that ends while nobody waits for it would end the process.
    const ignore = () => undefined;
    client.on('error', ignore);
    const abort = () => cut(client);
    signal?.addEventListener('abort', abort);
    try {
      signal?.throwIfAborted();
      await client.connect();
      await assertOwnSession(client);
      await lockedFor(client, account, signal);
      await assertSchemaKnown(client);
      const lock = new HostLock(client, account, await nextEpoch(client, account), clock);
      await lock.#ask();
      lock.lost.throwIfAborted();
      return lock;
    } catch (thrown) {
      cut(client);
      signal?.throwIfAborted();
      throw databaseFailed(thrown);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Whether no other host can be active. */
  isHeld(): boolean {
    const [steady, set] = bothClocks();
    const silentMs = Math.max(steady - this.#heardAt[0], set - this.#heardAt[1]);
    return !this.lost.aborted && silentMs < patienceMs;
  }

  /** Throws STANDBY unless this host is the active one. Call before each step that another host could take, too. */
  assertHeld(): void {
    if (this.lost.aborted) throw noLongerActive();
    if (!this.isHeld()) throw this.lose(noLongerActive());
  }

  /** Aborts with the reason, an AppError, as soon as this host is no longer the active one. */
  get lost(): AbortSignal {
    return this.#over.signal;
  }

  /** Hears once that this host is no longer the active one, at once if it already is not. */
  onLost(listener: (why: AppError) => void): void {
    const tell = () => listener(this.lost.reason as AppError);
    if (this.lost.aborted) tell();
    else this.lost.addEventListener('abort', tell, { once: true });
  }

  /** From now on this host is not the active one. Returns the reason, the first one that was given. */
  lose(why: AppError): AppError {
    if (this.lost.aborted) return this.lost.reason as AppError;
    if (this.#beat) clearInterval(this.#beat);
    this.#over.abort(why);
    cut(this.#client);
    return why;
  }

  /** Hands the lock over to the next host. Close first whatever writes. */
  async release(): Promise<void> {
    if (this.lost.aborted) return;
    const ended = new Promise((resolve) => this.#client.once('end', resolve));
    this.lose(noLongerActive());
    await ended;
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) {
      // After a pause of this process, the answer may already be here: it is read first.
      setImmediate(() => this.#isAsking && !this.isHeld() && this.lose(noLongerActive()));
      return;
    }
    this.#isAsking = true;
    const sentAt = bothClocks();
    try {
      const { rows } = await this.#client.query<{ now: number }>(sql`
        SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now FROM hosts
        WHERE account = ${this.account} AND epoch = ${this.epoch}::bigint`);
      if (!rows[0]) return void this.lose(noLongerActive());
      this.#heardAt = sentAt;
      // An answer that waited while the computer slept says nothing about the time.
      if (!this.isHeld()) return void this.lose(noLongerActive());
      this.#clock?.heard(rows[0].now, performance.now() - sentAt[0]);
    } catch (thrown) {
      this.lose(databaseFailed(thrown));
    } finally {
      this.#isAsking = false;
    }
  }
}

/** One that nobody sets, but that may stand still while the computer sleeps, and one that does not. Milliseconds. */
function bothClocks(): [steady: number, set: number] {
  return [performance.now(), Date.now()];
}

/** A pooler between the host and the database may share a session, and with it the lock; and it drops our settings. */
async function assertOwnSession(client: Client): Promise<void> {
  const { rows } = await client.query<{ silence: string }>(`SELECT current_setting('idle_session_timeout') AS silence`);
  if (rows[0]?.silence !== `${silenceMs / 1000}s`) throw appError('STORAGE_FAILED', say.pooled, say.pooledHint);
}

async function lockedFor(client: Client, account: string, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      await client.query(sql`SELECT pg_advisory_lock(${keyOf(account)}::bigint)`);
      return;
    } catch (thrown) {
      if ((thrown as { code?: unknown }).code !== lockNotAvailable) throw thrown;
    }
  }
}

const lockNotAvailable = '55P03';

/** Locks are named by a number of 64 bits, for the whole database. */
function keyOf(account: string): string {
  const digits = hash('sha256', `otp-dock ${account}`, 'hex').slice(0, 16);
  return BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();
}

/** Ends what the last holder is still writing, if it does not know yet that it is not the holder any more. */
async function nextEpoch(client: Client, account: string): Promise<string> {
  await client.query(sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = ${writerOf(account)} AND usename = current_user AND datname = current_database()`);
  const { rows } = await client.query<{ epoch: string }>(sql`
    INSERT INTO hosts (account, epoch, host) VALUES (${account}, 1, ${hostname()})
    ON CONFLICT (account) DO UPDATE SET epoch = hosts.epoch + 1, host = excluded.host, since = now()
    RETURNING epoch`);
  return String(rows[0]?.epoch);
}
