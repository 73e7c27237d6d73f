import { onTestFinished } from 'vitest';
import { run } from './database.ts';

/** Whatever is written into these tables finds the disk full, until `mend` is called. */
export async function fullDisk(url: string, tables: readonly string[]): Promise<{ mend(): Promise<void> }> {
  const each = (statement: (table: string) => string) => tables.map(statement).join(';');
  const mend = async () => {
    await run(
      url,
      each((table) => `DROP TRIGGER IF EXISTS full_disk ON ${table}`),
    );
  };
  onTestFinished(mend);
  await run(
    url,
    `CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
     ${each((table) => `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION full_disk()`)}`,
  );
  return { mend };
}

const locks = `FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE datname = current_database()`;

/** How many wait for a lock in this database. */
export async function waitingIn(url: string): Promise<number> {
  return (await run(url, `SELECT 1 ${locks} AND NOT granted`)).length;
}

/** The active host loses its account, and nobody else anything. */
export async function endActive(url: string): Promise<void> {
  await run(url, `SELECT pg_terminate_backend(pid) ${locks} AND locktype = 'advisory' AND granted`);
}
