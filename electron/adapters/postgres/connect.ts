import { Client, Pool, type ClientConfig } from 'pg';
import { schemaName } from './schema.ts';

/** How long the database may take to answer to a new connection. Milliseconds. */
const connectWithinMs = 5_000;

/** Connections for reading. PostgreSQL allows a hundred by default, for all hosts together. */
const mostReaders = 8;

/** The name of the connection that writes for an account, by which the next host finds and ends it. */
export function writerOf(account: string): string {
  return `otp-dock writer of ${account}`;
}

/** `serverSettings`: PostgreSQL's own settings for this connection, such as `idle_session_timeout`. */
export function clientFor(url: string, serverSettings: Readonly<Record<string, string>> = {}): Client {
  return new Client(configFor(url, serverSettings));
}

export function readersFor(url: string): Pool {
  return new Pool({ ...configFor(url, {}), max: mostReaders, idleTimeoutMillis: 30_000 });
}

function configFor(url: string, serverSettings: Readonly<Record<string, string>>): ClientConfig {
  const { application_name = 'otp-dock', ...others } = serverSettings;
  const options = Object.entries({ search_path: `${schemaName},public`, ...others });
  return {
    connectionString: url,
    application_name,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    options: options.map(([name, value]) => `-c ${name}=${value}`).join(' '),
  };
}
