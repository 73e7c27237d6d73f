import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { openPurse } from '../../electron/cli/purse.ts';
import { failureOf, tempFolder, thrownFailure } from '../adapters/harness.ts';

const account = `AC${'a'.repeat(32)}`;
const price = { amount: '1.15', currency: 'USD' };
const bought = { kind: 'purchase', number: '+14155550100', numberSid: 'PN1', country: 'US', amount: price } as const;

/** A data folder with these limits. */
function folderWith(settings: Record<string, unknown>): string {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ settings }));
  return dataDir;
}

describe('the money of a purchase that no host makes', () => {
  it('has the limits of Settings, and what was bought counts the next time', async () => {
    const dataDir = folderWith({ limitPerDay: '2.00' });
    const first = await openPurse(dataDir, account);
    first.assertRoom(price);
    expect(thrownFailure(() => first.assertRoom(null))).toMatchObject({ code: 'SPEND_LIMIT' });
    await first.record(bought);
    await first.close();
    const second = await openPurse(dataDir, account);
    const message = expect.toSay('2.30 USD');
    expect(thrownFailure(() => second.assertRoom(price))).toMatchObject({ code: 'SPEND_LIMIT', message });
    await second.close();
  });

  it('writes into the ledger that is there, and makes none', async () => {
    const [dataDir, empty] = [tempFolder(), tempFolder()];
    await openHistory(join(dataDir, 'history.db')).close();
    for (const folder of [dataDir, empty]) {
      const purse = await openPurse(folder, account);
      purse.assertRoom(null);
      await purse.record(bought);
      await purse.close();
    }
    expect(readdirSync(empty)).toEqual([]);
    const history = openHistory(join(dataDir, 'history.db'));
    const { entries } = await history.ledger(account, { limit: 10 });
    await history.close();
    expect(entries).toMatchObject([{ kind: 'purchase', number: '+14155550100', amount: price, label: 'check' }]);
  });

  it('cannot be told beside a host when there is a limit, and need not be otherwise', async () => {
    const [limited, free] = [folderWith({ limitPerMonth: '50' }), folderWith({ country: 'US' })];
    const hosts = [limited, free].map((folder) => openHistory(join(folder, 'history.db')));
    expect(await failureOf(openPurse(limited, account))).toMatchObject({ code: 'HOST_RUNNING' });
    const purse = await openPurse(free, account);
    purse.assertRoom(price);
    await purse.close();
    for (const host of hosts) await host.close();
  });

  it('buys nothing when the history turns out to be damaged, and says where it is kept', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'history.db'), 'garbage'.repeat(1_000));
    const message = expect.toSay('history.damaged-');
    expect(await failureOf(openPurse(dataDir, account))).toMatchObject({ code: 'STORAGE_FAILED', message });
    await (await openPurse(dataDir, account)).close();
  });

  it('buys nothing as long as a limit that was lost is not confirmed', async () => {
    const dataDir = folderWith({ limitsToConfirm: ['limitPerDay'] });
    const purse = await openPurse(dataDir, account);
    expect(thrownFailure(() => purse.assertRoom(price))).toMatchObject({ code: 'SPEND_LIMIT' });
    await purse.close();
  });

  it('cannot be told from settings that cannot be read', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'settings.json'), '{"settings": {"limitPerDay": "2');
    const message = expect.toSay(join(dataDir, 'settings.json'));
    expect(await failureOf(openPurse(dataDir, account))).toMatchObject({ code: 'STORAGE_FAILED', message });
  });
});
