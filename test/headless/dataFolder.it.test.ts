import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/state.ts';
import { expectRefusal, hostForTest, type TestHost } from './harness.ts';

const wanted = { country: 'US', type: 'local' };

async function toldBy({ call }: TestHost): Promise<AppState['notices']> {
  return ((await call('GET', '/v1/health')).body as Pick<AppState, 'notices'>).notices;
}

// Windows deletes and moves nothing that is open.
describe.skipIf(process.platform === 'win32')('a host whose data folder is taken away', () => {
  it('acknowledges no message, buys nothing and says so, until the folder is back', async () => {
    const test = await hostForTest();
    const { dataDir, emulator, log } = test;
    const { number: to } = await test.lease();
    renameSync(dataDir, `${dataDir}.old`);
    const { sid, delivered } = await emulator.sendSms({ to: to ?? '', body: 'Your Lumora code is 482913' });
    expect(delivered).toMatchObject([{ status: 503 }]);
    const before = emulator.state().numbers.length;
    expectRefusal(await test.call('POST', '/v1/leases', wanted), 503, 'STORAGE_FAILED');
    expect(emulator.state().numbers).toHaveLength(before);
    expect(await toldBy(test)).toMatchObject([{ id: 'data-folder', message: expect.stringContaining(dataDir) }]);
    expect(
      log.filter((line) => line.startsWith('warn ') && line.includes(`${dataDir}, or a history file`)),
    ).toHaveLength(1);
    renameSync(`${dataDir}.old`, dataDir);
    const arrived = new Promise((resolve) => test.host.app.on('message', resolve));
    await test.lease();
    expect(await toldBy(test)).toEqual([]);
    expect(await arrived).toMatchObject({ sid, code: '482913', source: 'backfill' });
  });
});
