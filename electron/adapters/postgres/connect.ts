import { Client, Pool, type ClientBase, type ClientConfig } from 'pg';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { schemaName } from './schema.ts';

const say = phrases.database;

const searchPath = `${schemaName},public`;

/** How long the database may take to answer to a new connection. Milliseconds. */
const connectWithinMs = 5_000;

/** Connections for reading. PostgreSQL allows a hundred by default, for all hosts together. */
const mostReaders = 8;

/** How many of them may search at once: a search may take seconds, and all others must not wait for it. */
export const mostSearches = 3;

/** PostgreSQL's own settings for a connection, and node-postgres' limit for an answer in milliseconds. */
export interface ConnectionSettings extends Readonly<Record<string, string | number | undefined>> {
  application_name?: string;
  query_timeout?: number;
}

/** A network that is cut off is noticed in some seconds, and not after the hours of the system's default. */
const noticed = { tcp_keepalives_idle: '5', tcp_keepalives_interval: '2', tcp_keepalives_count: '3' };

/** Milliseconds. A search that goes through everything must not keep all others waiting. */
const forReaders = { statement_timeout: '15000' };

/** The name of the connection that writes for an account, by which the next host finds and ends it. */
export function writerOf(account: string): string {
  return `otp-dock writer of ${account}`;
}

/** Ends a connection at once; `end` would wait for the database's answer. */
export function cut(client: ClientBase): void {
  (client as Client).connection.stream.destroy();
}

export function clientFor(url: string, settings: ConnectionSettings = {}): Client {
  return new Client(configFor(url, settings));
}

export function readersFor(url: string): Pool {
  return new Pool({ ...configFor(url, forReaders), max: mostReaders, idleTimeoutMillis: 30_000 });
}

/**
 * Rejects with STORAGE_FAILED where a pooler has dropped what the connection was to have: without our search path, tables
 * would be made among somebody else's.
 */
export async function assertOptionsHold(client: Client): Promise<void> {
  const { rows } = await client.query<{ path: string }>(`SELECT current_setting('search_path') AS path`);
  if (rows[0]?.path !== searchPath) throw appError('STORAGE_FAILED', say.pooled, say.pooledHint);
}

function configFor(given: string, settings: ConnectionSettings): ClientConfig {
  const { application_name = 'otp-dock', query_timeout, ...others } = settings;
  const url = new URL(given);
  // In the URL they would replace ours: node-postgres prefers what is said there.
  const before = url.searchParams.get('options') ?? '';
  for (const name of ['options', 'application_name']) url.searchParams.delete(name);
  const ours = Object.entries({ ...noticed, ...others, search_path: searchPath });
  return {
    connectionString: url.href,
    application_name,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    ...(query_timeout !== undefined && { query_timeout }),
    options: [before, ...ours.map(([name, value]) => `-c ${name}=${value}`)].join(' ').trim(),
  };
}
