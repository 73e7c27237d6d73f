import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { account, messageOf } from './harness.ts';

it('a history from before reasons were kept is opened with all its messages', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'otp-dock-history-')), 'history.db');
  const first = openHistory(file);
  await first.addMessage(account, messageOf());
  await first.close();
  const old = new DatabaseSync(file);
  old.exec('ALTER TABLE messages DROP COLUMN reason; PRAGMA user_version = 1;');
  old.close();
  const again = openHistory(file);
  expect((await again.messages({ account: account, limit: 5 })).messages).toEqual([messageOf({ reason: '' })]);
  await again.close();
});
