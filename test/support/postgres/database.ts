import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import { migrateDatabase } from '../../../electron/adapters/postgres/migrate.ts';

let ready: Promise<URL> | null = null;

/** With our tables, so that each test only copies it. One for each process: while it is copied, it must not be in use. */
const template = `otp_dock_template_${process.pid}`;

/** Emptied by the tests that had them. */
const idle: string[] = [];

/** A database of the test's own, with our tables in it. */
export async function databaseForTest(): Promise<string> {
  const url = idle.pop() ?? (await copyOfTemplate());
  onTestFinished(async () => {
    await run(url, emptyAll);
    idle.push(url);
  });
  return url;
}

/** Ends what is still connected, so that no lock is held. */
const emptyAll = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
  TRUNCATE hosts, runs, settings, messages, deleted_messages, leases, numbers, ledger, tokens, ended_sessions
  RESTART IDENTITY`;

async function copyOfTemplate(): Promise<string> {
  const url = new URL(await (ready ??= withTemplate()));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return inDatabase(url, name);
}

/** An empty one. */
export async function emptyDatabaseForTest(): Promise<string> {
  const url = await clusterUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(url, `CREATE DATABASE ${name}`);
  onTestFinished(async () => void (await run(url, `DROP DATABASE ${name} WITH (FORCE)`)));
  return inDatabase(url, name);
}

/** Runs SQL in a database, as another program does it; returns the rows. */
export async function run(url: URL | string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: String(url), options: '-c search_path=otp_dock,public' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function withTemplate(): Promise<URL> {
  const url = await clusterUrl();
  await run(url, `CREATE DATABASE ${template}`);
  await migrateDatabase(inDatabase(url, template));
  return url;
}

async function clusterUrl(): Promise<URL> {
  const answer = await fetch(inject('postgres'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`PostgreSQL could not be started: ${text}`);
  return new URL(text);
}

function inDatabase(url: URL, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
