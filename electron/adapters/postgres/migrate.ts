import type { Client } from 'pg';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { assertOptionsHold, clientFor, cut } from './connect.ts';
import { databaseFailed } from './errors.ts';
import { raw, sql, type Query } from './query.ts';
import { databaseSteps, schemaName } from './schema.ts';

const say = phrases.database;

/** `idle_session_timeout`, which ends the session of a host that was cut off, came with this version. */
const oldest = 140_000;

/** Milliseconds. One host that is cut off while it does this must not keep all others waiting. */
const limits = { lock_timeout: '60000', idle_in_transaction_session_timeout: '10000', query_timeout: 120_000 };

/** The lock under which one host at a time brings the tables up to date; any number will do. */
const migrating = 725_113_840;

/**
 * Makes the tables, or brings them up to date. Rejects with STORAGE_FAILED: the database is away, too old, lacks a
 * right or an extension, or has been used by a newer version.
 */
export async function migrateDatabase(url: string, steps: readonly Query[] = databaseSteps): Promise<void> {
  const client = clientFor(url, limits);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await assertNewEnough(client);
    await assertOptionsHold(client);
    await client.query('BEGIN');
    await client.query(sql`SELECT pg_advisory_xact_lock(${migrating})`);
    const done = await assertSchemaKnown(client, steps);
    if (done < steps.length) await bringUpToDate(client, steps, done);
    await client.query('COMMIT');
  } catch (thrown) {
    throw lacksARight(thrown)
      ? appError('STORAGE_FAILED', say.notAllowed({ reason: (thrown as Error).message }), say.notAllowedHint)
      : databaseFailed(thrown);
  } finally {
    cut(client);
  }
}

async function assertNewEnough(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  const [{ number, version } = { number: '0', version: '?' }] = rows;
  if (Number(number) < oldest) throw appError('STORAGE_FAILED', say.tooOld({ version }), say.tooOldHint);
}

/** How many steps are done. Rejects with STORAGE_FAILED when a newer version has done more than there are. */
export async function assertSchemaKnown(client: Client, steps = databaseSteps): Promise<number> {
  const done = await stepsDone(client);
  if (done > steps.length) throw appError('STORAGE_FAILED', say.newer, say.newerHint);
  return done;
}

async function stepsDone(client: Client): Promise<number> {
  const { rows: tables } = await client.query(
    sql`SELECT 1 FROM pg_tables WHERE schemaname = ${schemaName} AND tablename = 'version'`,
  );
  if (tables.length === 0) return 0;
  const { rows } = await client.query<{ steps: number }>(raw(`SELECT steps FROM ${schemaName}.version`));
  return rows[0]?.steps ?? 0;
}

async function bringUpToDate(client: Client, steps: readonly Query[], done: number): Promise<void> {
  if (done === 0) {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
    await client.query('CREATE TABLE version (steps integer NOT NULL)');
    await client.query('INSERT INTO version (steps) VALUES (0)');
  }
  // The extension may already be there, in another schema than ours.
  await client.query(sql`
    SELECT set_config('search_path', ${schemaName} || ',' || quote_ident(nspname), true)
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm'`);
  for (const step of steps.slice(done)) await client.query(step.text);
  await client.query(sql`UPDATE version SET steps = ${steps.length}`);
}

/** insufficient_privilege, and feature_not_supported or undefined_file for an extension that is not there. */
function lacksARight(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && ['42501', '0A000', '58P01'].includes(String(thrown.code));
}
