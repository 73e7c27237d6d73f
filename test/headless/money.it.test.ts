import { describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerPage } from '../../electron/contract/state.ts';
import { ledgerCsv } from '../../electron/contract/ledgerCsv.ts';
import { exampleEntry } from '../fakes/appState.ts';
import { expectRefusal, hostForTest, type TestHost } from './harness.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const head = 'id,at,kind,number,numberSid,country,leaseId,label,amount,currency,note,holder';

async function takeAndEnd({ call, lease }: TestHost, input: Record<string, unknown> = {}) {
  const taken = await lease({ policy: 'keep', ...input });
  await call('DELETE', `/v1/leases/${taken.id}`);
  return taken;
}

describe('the money', () => {
  it('is what the ledger, the settings and Twilio say', async () => {
    const test = await hostForTest();
    await test.host.app.updateSettings({ limitPerDay: '5' });
    expect((await test.call('GET', '/v1/money')).body).toMatchObject({ today: usd('0.00'), nextBill: null });
    await takeAndEnd(test);
    expect(await test.call('GET', '/v1/money')).toMatchObject({
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

  it('that each policy would have cost is compared', async () => {
    const test = await hostForTest();
    for (let i = 0; i < 3; i += 1) await takeAndEnd(test);
    const { status, body } = await test.call('GET', '/v1/money/policies?country=US&type=local');
    expect(status).toBe(200);
    expect(body).toEqual({
      days: 30,
      leases: 3,
      costs: expect.arrayContaining([
        { policy: 'release', amount: usd('3.45'), numbers: 3 },
        { policy: 'renewal', amount: usd('1.15'), numbers: 1 },
        { policy: 'keep', amount: usd('1.15'), numbers: 1 },
      ]),
    });
    expectRefusal(await test.call('GET', '/v1/money/policies?country=Atlantis'), 400, 'INVALID_INPUT');
  });

  it('of no account cannot be told', async () => {
    const { call } = await hostForTest({ variables: { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' } });
    for (const path of ['/v1/money', '/v1/money/policies', '/v1/ledger', '/v1/ledger?format=csv'])
      expectRefusal(await call('GET', path), 409, 'NOT_CONNECTED');
  });
});

describe('the ledger', () => {
  it('tells what happened and what it cost, newest first and page by page', async () => {
    const test = await hostForTest();
    const { id, number, numberSid } = await takeAndEnd(test, { label: 'checkout' });
    const first = (await test.call('GET', '/v1/ledger?limit=2')).body as LedgerPage;
    const rest = (await test.call('GET', `/v1/ledger?limit=2&before=${first.next}`)).body as LedgerPage;
    const entries: LedgerEntry[] = [...first.entries, ...rest.entries];
    expect(entries.map(({ kind }) => kind)).toEqual(['leaseEnded', 'leaseStarted', 'purchase']);
    expect(rest.next).toBeNull();
    expect(entries[2]).toMatchObject({ number, numberSid, country: 'US', leaseId: id, amount: usd('1.15') });
    expect(entries[0]).toMatchObject({ label: 'checkout', amount: null });
  });

  it('is had as CSV, by header or address, without formulas', async () => {
    const test = await hostForTest();
    const { number } = await takeAndEnd(test, { label: '=HYPERLINK("http://evil.example","x")' });
    const { status, body, headers: answered } = await test.call('GET', '/v1/ledger?format=csv');
    expect(status).toBe(200);
    expect((await test.call('GET', '/v1/ledger', undefined, { accept: 'text/csv' })).body).toBe(body);
    expect(answered.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answered.get('content-disposition')).toBe('attachment; filename=otp-dock-ledger.csv');
    const lines = String(body).split('\r\n');
    expect(lines).toHaveLength(5);
    expect([lines[0], lines[4]]).toEqual([head, '']);
    expect(lines[3]).toContain(`,purchase,${number},PN`);
    expect(lines[3]).toContain(`,"'=HYPERLINK(""http://evil.example"",""x"")",1.15,USD,`);
  });

  it('is JSON for those who take anything, and as short as they like', async () => {
    const test = await hostForTest();
    await takeAndEnd(test);
    expect((await test.call('GET', '/v1/ledger', undefined, { accept: '*/*' })).body).toHaveProperty('entries');
    const json = await test.call('GET', '/v1/ledger?format=json', undefined, { accept: 'text/csv' });
    expect(json.body).toHaveProperty('next');
    expect(String((await test.call('GET', '/v1/ledger?format=csv&limit=1')).body).split('\r\n')).toHaveLength(3);
    expectRefusal(await test.call('GET', '/v1/ledger?format=xml'), 400, 'INVALID_INPUT');
    expectRefusal(await test.call('GET', '/v1/ledger?limit=0'), 400, 'INVALID_INPUT');
    expectRefusal(await test.call('GET', '/v1/ledger?format=csv&before=x'), 400, 'INVALID_INPUT');
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
    expect(
      pieces
        .join('')
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['id', '3', '2', '1', '']);
    expect(asked).toEqual([{ limit: 1000 }, { limit: 1000, before: 2 }]);
  });
});
