import type { MessagePage } from '../../electron/contract/messages.ts';
import { describe, expect, it } from 'vitest';
import type { AvailableNumber, AvailableNumbers, Message, OwnedNumber } from '../../electron/contract/state.ts';
import { eventsOf, hostForAll, hostForTest, numberOfOwner } from './harness.ts';

describe('the messages', () => {
  it('come page by page, newest first', async () => {
    const { emulator, call, lease } = await hostForTest();
    const { number } = await lease();
    const sent: string[] = [];
    for (let i = 0; i < 5; i += 1)
      sent.unshift((await emulator.sendSms({ to: number ?? '', body: `Your code is 10000${i}` })).sid);
    const first = (await call('GET', '/v1/messages?limit=3')).body as MessagePage;
    const second = (await call('GET', `/v1/messages?limit=3&before=${encodeURIComponent(first.next ?? '')}`))
      .body as MessagePage;
    expect([first.messages.length, second.messages.length, second.next]).toEqual([3, 2, null]);
    expect(new Set([...first.messages, ...second.messages].map(({ sid }) => sid))).toEqual(new Set(sent));
    const times = [...first.messages, ...second.messages].map(({ receivedAt }) => receivedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('can be those of one lease', async () => {
    const { emulator, call, lease } = await hostForTest();
    const [one, two] = [await lease(), await lease()];
    await emulator.sendSms({ to: one.number ?? '', body: 'for one: code 111111' });
    await emulator.sendSms({ to: two.number ?? '', body: 'for two: code 222222' });
    const { messages } = (await call('GET', `/v1/messages?lease=${two.id}&limit=&before=`)).body as MessagePage;
    expect(messages.map(({ body }) => body)).toEqual(['for two: code 222222']);
  });

  it('can be searched, filtered and counted', async () => {
    const { emulator, call, lease } = await hostForTest();
    const { number } = await lease({ label: 'checkout' });
    for (const body of ['Your Lumora code is 111111', 'Lumora says hello', 'Your Acme code is 222222'])
      await emulator.sendSms({ to: number ?? '', body });
    const bodies = async (query: string) =>
      ((await call('GET', `/v1/messages?${query}`)).body as MessagePage).messages.map(({ body }) => body);
    expect(await bodies('search=lumora&withCode=true')).toEqual(['Your Lumora code is 111111']);
    expect(await bodies('withCode=false')).toEqual(['Lumora says hello']);
    expect(await bodies('search=checkout&limit=1')).toEqual(['Your Acme code is 222222']);
    expect(await bodies('noLease=true')).toEqual([]);
    expect(await bodies(`number=${number}&search=`)).toHaveLength(3);
    expect(await call('GET', '/v1/messages/count?search=code')).toMatchObject({ body: { count: 2, more: false } });
    expect(await call('GET', '/v1/messages/facets')).toMatchObject({
      body: { numbers: [{ number, label: 'checkout' }] },
    });
    expect(await call('GET', '/v1/messages?withCode=maybe')).toMatchObject({ status: 400 });
    expect(await call('GET', '/v1/messages?number=nobody')).toMatchObject({ status: 400 });
  });

  it('can be deleted, and stay away when Twilio sends them again or lists them', async () => {
    const { emulator, host, call, lease, log } = await hostForTest();
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 111111' });
    const { sid } = await emulator.sendSms({ to: number ?? '', body: 'Your code is 222222' });
    const events = await eventsOf(host);
    expect(await call('DELETE', `/v1/messages/${sid}`)).toMatchObject({ status: 200, body: { sid, state: 'deleted' } });
    await events.until(({ lease: changed }) => changed?.latestCode?.code === '111111');
    expect(await call('DELETE', `/v1/messages/${sid}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
    expect(await call('DELETE', '/v1/messages/a%20b')).toMatchObject({ status: 400 });
    expect(await host.app.checkMessages(id)).toEqual({ found: 0 });
    const { messages } = (await call('GET', '/v1/messages')).body as MessagePage;
    expect(messages.map(({ code }) => code)).toEqual(['111111']);
    expect(log.join()).not.toContain('222222');
  });

  it('are told as they come, beside the lease that they belong to', async () => {
    const { emulator, host, lease } = await hostForTest();
    const events = await eventsOf(host);
    expect(events.all[0]).toMatchObject({ type: 'state', state: { account: { kind: expect.any(String) } } });
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    const { message } = await events.until(({ type }) => type === 'message');
    expect(message).toMatchObject({ leaseId: id, code: '482913' } satisfies Partial<Message>);
    await events.until(({ lease: changed }) => changed?.latestCode?.code === '482913');
    await events.until(({ state }) => state?.messages[0]?.code === '482913');
  });
});

describe('the numbers to choose from', () => {
  const shared = hostForAll();

  it('have a price', async () => {
    const { call } = shared();
    const { status, body } = await call('GET', '/v1/numbers/available?country=us&type=local&contains=415');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      monthlyPrice: { amount: '1.15', currency: 'USD' },
      priceAsOf: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const { numbers } = body as { numbers: { phoneNumber: string; capabilities: { sms: boolean } }[] };
    expect(numbers.length).toBeGreaterThan(0);
    expect(Object.keys(numbers[0] ?? {}).sort()).toEqual([
      'capabilities',
      'country',
      'friendlyName',
      'locality',
      'phoneNumber',
      'region',
      'type',
    ]);
    expect(numbers.every(({ phoneNumber, capabilities }) => phoneNumber.includes('415') && capabilities.sms)).toBe(
      true,
    );
  });

  it('are Indian mobile numbers where nothing else is asked for, also with an empty field', async () => {
    const { call } = shared();
    for (const query of ['', '?contains=', '?country=&type=']) {
      const { numbers } = (await call('GET', `/v1/numbers/available${query}`)).body as {
        numbers: { country: string; type: string }[];
      };
      expect(new Set(numbers.map(({ country, type }) => `${country} ${type}`))).toEqual(new Set(['IN mobile']));
    }
  });

  it('are of the next type where the first has none', async () => {
    const { call } = shared();
    const { numbers } = (await call('GET', '/v1/numbers/available?country=US')).body as { numbers: { type: string }[] };
    expect(new Set(numbers.map(({ type }) => type))).toEqual(new Set(['local']));
  });

  it('can be those of a city that do more than SMS', async () => {
    const { call } = shared();
    const find = async (query: string) =>
      ((await call('GET', `/v1/numbers/available?country=US&type=local&${query}`)).body as AvailableNumbers).numbers;
    const [{ locality }] = (await find('contains=415')) as [AvailableNumber];
    const found = await find(`locality=${encodeURIComponent(locality ?? '')}&capabilities=mms,voice`);
    expect(new Set(found.map((number) => number.locality))).toEqual(new Set([locality]));
    expect(found.every(({ capabilities: { mms, voice } }) => mms && voice)).toBe(true);
    expect(await find('locality=Nowhere-on-Sea')).toEqual([]);
  });

  it('may be none', async () => {
    const { emulator, call } = await hostForTest();
    emulator.setFaults({ noNumbers: ['IN'] });
    expect(await call('GET', '/v1/numbers/available')).toMatchObject({
      status: 200,
      body: { numbers: [], monthlyPrice: null, priceAsOf: null },
    });
  });
});

describe('the numbers of the account', () => {
  it('are ours and those that were there before, with their next bill', async () => {
    const { emulator, host, call, lease } = await hostForTest();
    const { id, number } = await lease({ label: 'sign-up' });
    await numberOfOwner(emulator);
    const { numbers } = (await call('GET', '/v1/numbers')).body as { numbers: OwnedNumber[] };
    expect(numbers).toHaveLength(2);
    expect(numbers).toContainEqual(
      expect.objectContaining({
        number,
        leaseId: id,
        label: 'sign-up',
        state: 'active',
        origin: 'lease',
        policy: 'release',
        country: 'US',
        type: 'local',
        leases: 1,
        boughtAt: expect.any(String),
        giveBackAt: null,
        webhook: host.ready.publicUrl,
        problem: null,
        monthlyPrice: { amount: '1.15', currency: 'USD' },
      }),
    );
    expect(numbers).toContainEqual(
      expect.objectContaining({ number: '+14155550120', leaseId: null, state: 'foreign', friendlyName: 'hotline' }),
    );
    expect(numbers.every(({ nextBillAt }) => Date.parse(nextBillAt ?? '') > Date.now())).toBe(true);
    expect(host.app.listLeases()).toHaveLength(1);
  });
});

describe('the leases', () => {
  it('are listed newest first', async () => {
    const { call, lease } = await hostForTest();
    const ids = [(await lease({ label: 'one' })).id, (await lease({ label: 'two' })).id];
    const { leases } = (await call('GET', '/v1/leases')).body as { leases: { id: string }[] };
    expect(leases.map(({ id }) => id).sort()).toEqual(ids.sort());
  });
});

describe('the health', () => {
  it('says how account and tunnel are', async () => {
    const { emulator, host, call } = await hostForTest();
    const events = await eventsOf(host);
    await events.until(({ state }) => state?.account.kind === 'connected');
    expect(await call('GET', '/v1/health')).toMatchObject({
      status: 200,
      body: {
        status: 'ok',
        version: '1.2.3',
        emulator: false,
        account: {
          kind: 'connected',
          sid: emulator.accountSid,
          name: 'Emulated account',
          balance: { amount: '500.00', currency: 'USD' },
        },
        tunnel: { kind: 'url', state: 'online', url: host.ready.publicUrl?.replace('/webhook', ''), problem: null },
      },
    });
  });
});
