import { setTimeout } from 'node:timers/promises';
import { DatabaseClock } from '../../adapters/postgres/databaseClock.ts';
import { HostLock } from '../../adapters/postgres/hostLock.ts';
import { noLongerActive } from '../../adapters/postgres/errors.ts';
import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { openPostgres } from '../../adapters/postgres/postgresHistory.ts';
import { AppError, plainError, toFailure, type Failure } from '../../contract/errors.ts';
import { english } from '../../contract/words/english.ts';
import type { RuntimeLog } from '../../adapters/log/logger.ts';
import { systemClock } from '../../adapters/systemClock.ts';
import { startHeadless, type HeadlessHost, type HeadlessOptions, type ReadyLine } from '../host.ts';
import { Standby } from './standby.ts';

/** How long to wait before the database is tried again. Milliseconds. */
const pauseMs = 500;

/** A host that has not stopped by then is ended: it must not go on beside the active one. Milliseconds. */
const stoppedWithinMs = 5_000;

export interface TeamOptions extends HeadlessOptions {
  /** Resolves when it is to end, while it waits for a database, too. */
  interrupted?: Promise<void>;
  /** Called when a host that lost the account does not stop: the process has to end. */
  onStuck(): void;
  /** Hears whenever this host becomes the active one or stands by. */
  onRole?(role: Role, host: HeadlessHost | null): void;
}

export type Role = 'active' | 'standby';

/**
 * One of several hosts of an account on a PostgreSQL. It is active while it holds the account's lock, and stands by
 * otherwise; whatever it knows is read anew each time that it becomes active.
 */
export class TeamHost {
  readonly #options: TeamOptions;
  readonly #url: string;
  readonly #account: string;
  readonly #log: RuntimeLog;
  readonly #clock: DatabaseClock;
  readonly #closing = new AbortController();
  readonly #ports: { api: number; webhook: number };
  #standby: Standby | null = null;
  #running: Promise<void> = Promise.resolve();
  #lastSaid = '';

  private constructor(options: TeamOptions, url: string, account: string) {
    const { apiPort: api, port: webhook } = options.environment;
    this.#options = options;
    this.#url = url;
    this.#account = account;
    this.#log = options.log;
    this.#clock = new DatabaseClock(options.clock ?? systemClock, (aheadMs) => options.log.warn(wrongClock(aheadMs)));
    this.#ports = { api, webhook };
  }

  /**
   * Resolves when it answers at its ports. Rejects with INVALID_INPUT when the environment lacks the account, and with
   * STORAGE_FAILED when the database cannot be used and waiting would not help.
   */
  static async start(options: TeamOptions): Promise<TeamHost> {
    const { credentials, databaseUrl, network } = options.environment;
    if (!credentials || databaseUrl === null) throw notSet('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or an API key)');
    if (network.apiToken === null) throw notSet('OTP_DOCK_API_TOKEN');
    options.log.learn(databaseUrl, new URL(databaseUrl).password);
    const host = new TeamHost(options, databaseUrl, credentials.accountSid);
    void options.interrupted?.then(() => host.#closing.abort());
    await host.#standBy();
    const failure = await host.#migrate().catch((thrown: unknown) => toFailure(thrown));
    if (failure && !failure.retryable) {
      await host.#standby?.close();
      throw new AppError(failure);
    }
    host.#running = host.#run(failure);
    return host;
  }

  /** Where it answers, whatever its role. */
  addresses(): Pick<ReadyLine, 'api' | 'webhook' | 'publicUrl'> {
    const { api, webhook } = this.#ports;
    const { network, publicUrl } = this.#options.environment;
    return {
      api: network.apiUrl ?? `http://127.0.0.1:${api}`,
      webhook: `http://127.0.0.1:${webhook}/webhook`,
      // That of a tunnel is known once this host is the active one.
      publicUrl: publicUrl && `${publicUrl}/webhook`,
    };
  }

  /** Hands the account over to the next host, and ends. Leases go on there. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    await this.#standby?.close();
  }

  /** `failure`: why the tables are not up to date yet. */
  async #run(failure: Failure | null): Promise<void> {
    if (failure) this.#say(`${english(failure.message)} ${english(failure.hint)}`);
    let isMigrated = failure === null;
    while (!this.#closing.signal.aborted) {
      try {
        if (!isMigrated) await this.#migrate();
        isMigrated = true;
        const { signal } = this.#closing;
        const lock = await HostLock.acquire(this.#url, this.#account, { signal, clock: this.#clock });
        await this.#beActive(lock);
      } catch (thrown) {
        if (this.#closing.signal.aborted) return;
        this.#say(`${english(toFailure(thrown).message)} This host stands by and tries again.`);
        await this.#standBy().catch((problem: unknown) => this.#say(english(toFailure(problem).message)));
        await setTimeout(pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Resolves when this host has been stopped; rejects with the reason if it lost the account. */
  async #beActive(lock: HostLock): Promise<void> {
    this.#lastSaid = '';
    const over = this.#untilOver(lock);
    try {
      const { history, settings } = await openPostgres(this.#url, lock);
      await this.#standby?.close();
      this.#standby = null;
      const { environment } = this.#options;
      const starting = startHeadless({
        ...this.#options,
        environment: { ...environment, apiPort: this.#ports.api, port: this.#ports.webhook },
        clock: this.#clock,
        onQuit: this.#options.onQuit ?? 'keep',
        shared: { history, settings, lock },
      });
      const host = await Promise.race([starting, over.then(() => null)]);
      if (host && lock.isHeld()) this.#isActive(host);
      else if (host) lock.lose(noLongerActive());
      const why = await over;
      if (why === null) await this.#withinLimit(starting.then((started) => started.close()));
      else await this.#abandon(starting, why);
    } finally {
      await lock.release();
    }
  }

  #isActive(host: HeadlessHost): void {
    this.#log.info('This host is the active one.');
    this.#options.onRole?.('active', host);
  }

  /** Resolves with the reason when this host loses the account, and with null when it is to end. */
  #untilOver(lock: HostLock): Promise<AppError | null> {
    const { signal } = this.#closing;
    const { promise, resolve } = Promise.withResolvers<AppError | null>();
    const close = () => resolve(null);
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
    lock.onLost((why) => {
      signal.removeEventListener('abort', close);
      resolve(why);
    });
    return promise;
  }

  /** Also while it is still being started. */
  async #abandon(starting: Promise<HeadlessHost>, why: AppError): Promise<never> {
    // What it still wanted to write, the active host reads from the database.
    await this.#withinLimit(starting.then((host) => host.abandon()).catch(() => undefined));
    throw why;
  }

  /** Whatever it waits for, the next host must not wait for this one. */
  async #withinLimit(stopping: Promise<void>): Promise<void> {
    const stuck = globalThis.setTimeout(() => this.#options.onStuck(), stoppedWithinMs);
    await stopping;
    clearTimeout(stuck);
  }

  async #standBy(): Promise<void> {
    if (this.#standby) return;
    const { environment, log, clock = systemClock } = this.#options;
    this.#standby = await Standby.open(this.#ports, environment.network, { clock, log });
    Object.assign(this.#ports, this.#standby.ports);
    this.#options.onRole?.('standby', null);
  }

  async #migrate(): Promise<null> {
    await migrateDatabase(this.#url);
    return null;
  }

  /** The same is not said again and again. */
  #say(line: string): void {
    if (line !== this.#lastSaid) this.#log.warn(line);
    this.#lastSaid = line;
  }
}

function wrongClock(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 100) / 10;
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  return `This host's clock is ${seconds} s ${where} the database's, which all hosts go by. Set up NTP on both machines.`;
}

function notSet(variables: string): AppError {
  return plainError(
    'INVALID_INPUT',
    `A host with OTP_DOCK_DATABASE_URL needs ${variables} in its environment.`,
    'Each host of a team has the same account and the same token.',
  );
}
