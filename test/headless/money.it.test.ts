import { describe, expect } from 'vitest';
import type { LedgerEntry, LedgerPage } from '../../electron/contract/state.ts';
import { ledgerCsv } from '../../electron/contract/ledgerCsv.ts';
import { exampleEntry } from '../fakes/appState.ts';
import { it, type TestHost } from './harness.ts';
import { guestOf } from './sharing.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const head = 'id,at,kind,number,numberSid,country,leaseId,label,amount,currency,note,holder';

async function takeAndEnd({ call, lease }: TestHost, input: Record<string, unknown> = {}) {
  const taken = await lease({ policy: 'keep', ...input });
  await call('DELETE', `/v1/leases/${taken.id}`);
  return taken;
}

describe('the money', () => {
  it('is what the ledger, the settings and Twilio say', async ({ own }) => {
    await own.host.app.requests['settings.update']({ limitPerDay: '5' });
    expect((await own.call('GET', '/v1/money')).body).toMatchObject({ today: usd('0.00'), nextBill: null });
    await takeAndEnd(own);
    expect(await own.call('GET', '/v1/money')).toMatchObject({
      status: 200,
      body: {
        today: usd('1.15'),
        thisMonth: usd('1.15'),
        limits: { day: usd('5'), month: null },
        balance: usd('498.85'),
        byTwilio: { total: usd('1.15'), phoneNumbers: usd('1.15'), asOf: expect.any(String) },
        monthly: usd('1.15'),
        nextBill: { at: expect.any(String), amount: usd('1.15'), numbers: 1 },
      },
    });
  });
});

describe('the ledger', () => {
  it('tells what happened and what it cost, newest first and page by page', async ({ own }) => {
    const { id, number, numberSid } = await takeAndEnd(own, { label: 'checkout' });
    const first = (await own.call('GET', '/v1/ledger?limit=2')).body as LedgerPage;
    const rest = (await own.call('GET', `/v1/ledger?limit=2&before=${first.next}`)).body as LedgerPage;
    const entries: LedgerEntry[] = [...first.entries, ...rest.entries];
    expect(entries.map(({ kind }) => kind)).toEqual(['leaseEnded', 'leaseStarted', 'purchase']);
    expect(rest.next).toBeNull();
    expect(entries[2]).toMatchObject({ number, numberSid, country: 'US', leaseId: id, amount: usd('1.15') });
    expect(entries[0]).toMatchObject({ label: 'checkout', amount: null });
  });

  it('is had as CSV, by header or address, without formulas', async ({ own }) => {
    const { number } = await takeAndEnd(own, { label: '=HYPERLINK("http://evil.example","x")' });
    const { status, body, headers: answered } = await own.call('GET', '/v1/ledger?format=csv');
    expect(status).toBe(200);
    expect((await own.call('GET', '/v1/ledger', undefined, { accept: 'text/csv' })).body).toBe(body);
    expect(answered.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answered.get('content-disposition')).toBe('attachment; filename=otp-dock-ledger.csv');
    const lines = String(body).split('\r\n');
    expect(lines).toHaveLength(5);
    expect([lines[0], lines[4]]).toEqual([head, '']);
    expect(lines[3]).toContain(`,purchase,${number},PN`);
    expect(lines[3]).toContain(`,"'=HYPERLINK(""http://evil.example"",""x"")",1.15,USD,`);
  });

  it('is JSON for those who take anything, and as short as they like', async ({ own }) => {
    await takeAndEnd(own);
    expect((await own.call('GET', '/v1/ledger', undefined, { accept: '*/*' })).body).toHaveProperty('entries');
    const json = await own.call('GET', '/v1/ledger?format=json', undefined, { accept: 'text/csv' });
    expect(json.body).toHaveProperty('next');
    expect(String((await own.call('GET', '/v1/ledger?format=csv&limit=1')).body).split('\r\n')).toHaveLength(3);
  });

  it('tells who ended a lease of whom, and why', async ({ own }) => {
    const [web, ci] = [await guestOf(own, 'web'), await guestOf(own, 'ci')];
    const taken = [await web.lease({ policy: 'keep' }), await ci.lease(), await own.lease()];
    await web.call('DELETE', `/v1/leases/${taken[0]?.id}`);
    await own.call('DELETE', `/v1/leases/${taken[1]?.id}`);
    await own.call('DELETE', `/v1/leases/${taken[2]?.id}`);
    const { entries } = (await own.call('GET', '/v1/ledger')).body as LedgerPage<string>;
    const told = entries
      .filter(({ kind }) => kind.startsWith('lease'))
      .map(({ kind, holder, note }) => [kind, holder, note]);
    expect(told.toReversed()).toEqual([
      ['leaseStarted', 'web', null],
      ['leaseStarted', 'ci', null],
      ['leaseStarted', null, null],
      ['leaseEnded', 'web', null],
      ['leaseEnded', 'ci', 'Ended by the host’s own user.'],
      ['leaseEnded', null, null],
    ]);
  });

  it('keeps what was changed for everybody apart, without values, and costs nothing', async ({ own }) => {
    await takeAndEnd(own);
    const before = (await own.call('GET', '/v1/ledger')).body;
    const { requests } = own.host.app;
    const { token } = await guestOf(own, 'ci', { leases: 2, perDay: '5.00' });
    await requests['settings.update']({ ttlSeconds: 300, limitPerDay: '7', country: 'IN' });
    await requests['settings.update']({ ttlSeconds: 300 });
    await requests['ngrok.setToken']({ token: 'ngr0k-5ecret-token', remember: false });
    await own.call('DELETE', '/v1/tokens/ci');
    expect((await own.call('GET', '/v1/ledger')).body).toEqual(before);
    const { entries } = (await own.call('GET', '/v1/ledger?about=host')).body as LedgerPage<string>;
    expect(entries.map(({ kind, holder, note, amount }) => [kind, holder, note, amount])).toEqual([
      ['tokenRemoved', 'ci', null, null],
      ['settingsChanged', null, 'ngrokToken', null],
      ['settingsChanged', null, 'ttlSeconds, limitPerDay', null],
      ['tokenMade', 'ci', 'leases: 2, perDay: 5.00', null],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`ngr0k|${token}`));
    const all = String((await own.call('GET', '/v1/ledger?about=all&format=csv')).body).split('\r\n');
    expect(all.filter((line) => line.includes(',settingsChanged,'))).toHaveLength(2);
    expect(all.filter((line) => line.includes(',purchase,'))).toHaveLength(1);
    expect((await own.call('GET', '/v1/money')).body).toMatchObject({ thisMonth: usd('1.15') });
  });

  it('as CSV is whole, however many pages there are', async () => {
    const asked: unknown[] = [];
    const pages: LedgerPage[] = [
      { entries: [exampleEntry({ id: 3 }), exampleEntry({ id: 2 })], next: 2 },
      { entries: [exampleEntry({ id: 1 })], next: null },
    ];
    const read = async (query: unknown) => (asked.push(query), pages.shift() as LedgerPage);
    const pieces: string[] = [];
    for await (const piece of ledgerCsv(read, {})) pieces.push(piece);
    const lines = pieces.join('').split('\r\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['id', '3', '2', '1', '']);
    expect(asked).toEqual([{ limit: 1000 }, { limit: 1000, before: 2 }]);
  });
});
