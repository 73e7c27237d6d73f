import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setHistoryAside } from '../../../electron/adapters/history/setAside.ts';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { exampleMessage } from '../../fakes/appState.ts';
import { tempFolder, thrownFailure } from '../harness.ts';

describe('setting the history aside', () => {
  it('keeps it whole under another name, and the next start begins a new one', async () => {
    const file = join(tempFolder(), 'history.db');
    const old = openHistory(file);
    await old.addMessage('AC1', exampleMessage());
    await old.close();
    const aside = setHistoryAside(file);
    expect(existsSync(file)).toBe(false);
    const anew = openHistory(file);
    expect(await anew.countMessages('AC1', {})).toMatchObject({ count: 0 });
    await anew.close();
    const kept = openHistory(aside!);
    expect(await kept.countMessages('AC1', {})).toMatchObject({ count: 1 });
    await kept.close();
  });

  it('is refused while a host uses it', async () => {
    const file = join(tempFolder(), 'history.db');
    const used = openHistory(file);
    expect(thrownFailure(() => setHistoryAside(file))).toMatchObject({ code: 'HOST_RUNNING' });
    await used.close();
  });

  it('works on a file that is damaged, and has nothing to do where there is none', () => {
    const file = join(tempFolder(), 'history.db');
    expect(setHistoryAside(file)).toBeNull();
    writeFileSync(file, 'no database at all'.repeat(100));
    expect(readFileSync(setHistoryAside(file)!, 'utf8')).toContain('no database at all');
  });
});
