import { Client } from 'pg';
import { expect, it } from 'vitest';
import { emulatorForTest } from '../../adapters/harness.ts';
import { databaseForTest, run } from '../../support/postgres/database.ts';
import { fullDisk, waitingIn } from '../../support/postgres/trouble.ts';
import { memberForTest, type Member } from './harness.ts';

async function activeMember() {
  const [url, emulator] = [await databaseForTest(), await emulatorForTest()];
  const only = await memberForTest(url, emulator);
  await only.becomes('active');
  return { url, only };
}

const update = ({ host }: Member, patch: object) => host()?.app.handle('settings.update', patch);
const storedIn = async (url: string) =>
  (await run(url, 'SELECT record FROM settings')).map(
    (row) => JSON.parse((row as { record: string }).record) as unknown,
  );

it('a changed setting is answered once the database has it', async () => {
  const { url, only } = await activeMember();
  const other = new Client({ connectionString: url, options: '-c search_path=otp_dock' });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE settings');
  const done: unknown[] = [];
  const changed = update(only, { setup: 'done', ttlSeconds: 77 })?.then((answer) => done.push(answer));
  await expect.poll(() => waitingIn(url)).toBe(1);
  expect([done, only.host()?.app.state().settings.ttlSeconds]).toEqual([[], 60]);
  await other.query('COMMIT');
  await other.end();
  await changed;
  expect(done).toMatchObject([{ ok: true }]);
  expect(await storedIn(url)).toMatchObject([{ ttlSeconds: 77 }]);
});

it('a setting that the database has no room for is refused, and nothing changes', async () => {
  const { url, only } = await activeMember();
  await update(only, { ttlSeconds: 77 });
  const disk = await fullDisk(url, ['settings']);
  expect(await update(only, { ttlSeconds: 88 })).toMatchObject({
    ok: false,
    error: { code: 'STORAGE_FAILED', message: expect.toSay('disk'), retryable: true },
  });
  expect([only.roles.at(-1)?.role, only.host()?.app.state().settings.ttlSeconds]).toEqual(['active', 77]);
  expect(await storedIn(url)).toMatchObject([{ ttlSeconds: 77 }]);
  await disk.mend();
  expect(await update(only, { ttlSeconds: 99 })).toMatchObject({ ok: true });
  expect(await storedIn(url)).toMatchObject([{ ttlSeconds: 99 }]);
});

it('settings that are changed at once are all kept', async () => {
  const { url, only } = await activeMember();
  await Promise.all([update(only, { ttlSeconds: 77 }), update(only, { poolSize: 0 }), update(only, { country: 'GB' })]);
  expect(await storedIn(url)).toMatchObject([{ ttlSeconds: 77, country: 'GB' }]);
});
