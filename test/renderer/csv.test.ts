import { describe, expect, it } from 'vitest';
import type { LedgerPage } from '../../electron/contract/state.ts';
import { createClient } from '../../renderer/client.ts';
import { ledgerFile } from '../../renderer/features/money/LedgerList.tsx';
import { exampleEntry, exampleState } from '../fakes/appState.ts';
import { installFakeBridge } from '../fakes/fakeBridge.ts';

describe('the exported ledger', () => {
  it('names its columns and has a line for each entry', async () => {
    const bridge = installFakeBridge(exampleState());
    const entries = [exampleEntry({ holder: 'web-ci' }), exampleEntry({ id: 2, kind: 'leaseEnded', amount: null })];
    bridge.answer('ledger.list', { ok: true, value: { entries, next: null } });
    const lines = (await ledgerFile(createClient(bridge), 'csv', 'all')).split('\r\n');
    expect(lines[0]).toBe('id,at,kind,number,numberSid,country,leaseId,label,amount,currency,note,holder');
    expect(lines[1]).toMatch(
      /^1,2026-03-02T09:59:00\.000Z,purchase,\+14155550123,PN1+,US,lease-1,checkout,1\.15,USD,,web-ci$/,
    );
    expect(lines[2]).toMatch(/^2,.*,checkout,,,,$/);
    expect(lines[3]).toBe('');
  });

  it('is whole, however many pages there are', async () => {
    const bridge = installFakeBridge(exampleState());
    const pages: LedgerPage[] = [
      { entries: [exampleEntry({ id: 3 }), exampleEntry({ id: 2 })], next: 2 },
      { entries: [exampleEntry({ id: 1 })], next: null },
    ];
    const { request } = bridge;
    bridge.request = (name, input) => {
      bridge.answer('ledger.list', { ok: true, value: pages.shift() });
      return request(name, input);
    };
    const whole = JSON.parse(await ledgerFile(createClient(bridge), 'json', 'all')) as LedgerPage['entries'];
    expect(whole.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(bridge.calls.map(({ input }) => input)).toEqual([
      { about: 'all', limit: 1000 },
      { about: 'all', limit: 1000, before: 2 },
    ]);
  });
});
