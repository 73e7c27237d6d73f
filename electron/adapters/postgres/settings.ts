import { firstSettings, type Settings } from '../../contract/settings.ts';
import type { SettingsStore } from '../../core/ports.ts';
import { sql, type Queryable } from './query.ts';
import { settingsOf } from './records.ts';
import type { Writer } from './writer.ts';

/** The settings of an account in PostgreSQL. */
export async function openSettings(writer: Writer, account: string): Promise<SettingsStore> {
  const { rows } = await writer.write((database) =>
    database.query<{ record: string }>(sql`SELECT record FROM settings WHERE account = ${account}`),
  );
  let current = rows[0] ? settingsOf(rows[0].record) : firstSettings;
  return {
    recovered: null,
    read: () => current,
    write: async (settings) => {
      await writer.write((database) => saveSettings(database, account, settings));
      current = settings;
    },
  };
}

export async function saveSettings(database: Queryable, account: string, settings: Settings): Promise<void> {
  await database.query(sql`
    INSERT INTO settings (account, record) VALUES (${account}, ${JSON.stringify(settings)})
    ON CONFLICT (account) DO UPDATE SET record = excluded.record`);
}
