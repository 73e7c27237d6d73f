import { describe, expect, it } from 'vitest';
import type { Lease, OwnedNumber } from '../../electron/contract/state.ts';
import { eventsOf, expectRefusal, hostForTest, type TestHost } from './harness.ts';

async function numbersOf({ call }: TestHost): Promise<OwnedNumber[]> {
  return ((await call('GET', '/v1/numbers')).body as { numbers: OwnedNumber[] }).numbers;
}

describe('a number that is kept', () => {
  it('serves the next lease, which costs nothing', async () => {
    const { emulator, call, lease } = await hostForTest();
    const first = await lease({ policy: 'keep' });
    expect((await call('DELETE', `/v1/leases/${first.id}`)).body).toMatchObject({ state: 'idle', policy: 'keep' });
    const second = await lease();
    expect(second).toMatchObject({ number: first.number, reused: true, policy: 'keep' });
    expect(second.id).not.toBe(first.id);
    await emulator.sendSms({ to: second.number ?? '', body: 'Your code is 482913' });
    expect(await call('GET', `/v1/leases/${second.id}/code`)).toMatchObject({ body: { code: '482913' } });
    expect((await call('GET', `/v1/leases/${first.id}`)).body).toMatchObject({ latestCode: null });
    expect(emulator.state().requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('does not serve a lease that asks for a new one, but one of a service that it never served', async () => {
    const { call, lease } = await hostForTest();
    const first = await lease({ policy: 'keep', service: 'Lumora', ttlSeconds: 600 });
    await call('DELETE', `/v1/leases/${first.id}`);
    const anew = await lease({ fresh: true });
    expect(anew).toMatchObject({ reused: false, number: expect.not.stringContaining(first.number ?? '-') });
    const again = await lease({ fresh: true, service: 'lumora' });
    expect(again).toMatchObject({ reused: false, service: 'lumora' });
    const other = await lease({ fresh: true, service: 'Kettlebank' });
    expect(other).toMatchObject({ reused: true, number: first.number, service: 'Kettlebank' });
  });

  it('until its renewal says when it goes back, which is before its next bill', async () => {
    const test = await hostForTest();
    const { id, number } = await test.lease({ policy: 'renewal', label: 'staging' });
    await test.call('DELETE', `/v1/leases/${id}`);
    const [kept] = await numbersOf(test);
    expect(kept).toMatchObject({ number, state: 'idle', policy: 'renewal', label: 'staging' });
    const [goesBack, billed] = [Date.parse(kept?.giveBackAt ?? ''), Date.parse(kept?.nextBillAt ?? '')];
    expect(goesBack).toBeGreaterThan(Date.now());
    expect(goesBack).toBeLessThan(billed);
  });
});

describe('the policy of a running lease', () => {
  it('can be changed', async () => {
    const test = await hostForTest();
    const { id } = await test.lease();
    const changed = await test.call('PATCH', `/v1/leases/${id}`, { policy: 'keep' });
    expect(changed).toMatchObject({ status: 200, body: { id, state: 'active', policy: 'keep' } });
    await test.call('DELETE', `/v1/leases/${id}`);
    expect(await numbersOf(test)).toMatchObject([{ state: 'idle', policy: 'keep', leaseId: id }]);
  });

  it('cannot be changed to what is none, or with anything else', async () => {
    const { call, lease } = await hostForTest();
    const { id } = await lease();
    for (const body of [{}, { policy: 'forever' }, { policy: 'keep', ttlSeconds: 5 }])
      expectRefusal(await call('PATCH', `/v1/leases/${id}`, body), 400, 'INVALID_INPUT');
    expect((await call('GET', `/v1/leases/${id}`)).body).toMatchObject({ policy: 'release' });
  });

  it('cannot be changed when it is over, or was never there', async () => {
    const { call, lease } = await hostForTest();
    const { id } = await lease();
    await call('DELETE', `/v1/leases/${id}`);
    expectRefusal(await call('PATCH', `/v1/leases/${id}`, { policy: 'keep' }), 410, 'LEASE_ENDED');
    expectRefusal(await call('PATCH', '/v1/leases/nothing', { policy: 'keep' }), 404, 'NOT_FOUND');
  });
});

describe('all leases', () => {
  it('end at once, each by its policy', async () => {
    const test = await hostForTest();
    const events = await eventsOf(test.host);
    const [released, kept] = [await test.lease(), await test.lease({ policy: 'keep' })];
    const answer = await test.call('DELETE', '/v1/leases');
    expect(answer.status).toBe(202);
    const { leases } = answer.body as { leases: Lease[] };
    expect(new Set(leases.map(({ id }) => id))).toEqual(new Set([released.id, kept.id]));
    expect(leases.map(({ state }) => state)).not.toContain('active');
    await events.until(({ lease }) => lease?.id === released.id && lease.state === 'released');
    expect(await numbersOf(test)).toMatchObject([{ number: kept.number, state: 'idle' }]);
    expect(await test.call('DELETE', '/v1/leases')).toMatchObject({ status: 202, body: { leases: [] } });
  });
});

describe('while Twilio is out of order', () => {
  it('who asks again with the same key waits for the same lease, and may give it up', async () => {
    const { emulator, host, call } = await hostForTest();
    const events = await eventsOf(host);
    emulator.setFaults({ serverErrors: 1_000 });
    const ask = () => call('POST', '/v1/leases', { country: 'US' }, { 'idempotency-key': 'build 17' });
    const asked = [ask(), ask()];
    const { lease } = await events.until(({ lease: begun }) => begun?.state === 'buying');
    expect(await call('DELETE', `/v1/leases/${lease?.id}`)).toMatchObject({ status: 202, body: { number: null } });
    for (const answer of await Promise.all(asked)) expectRefusal(answer, 410, 'LEASE_ENDED');
    emulator.setFaults({ serverErrors: 0 });
    expect((await call('GET', '/v1/leases')).body).toMatchObject({ leases: [{ id: lease?.id, state: 'failed' }] });
    expect(emulator.state().numbers).toEqual([]);
  });
});

describe('a wish', () => {
  it('for a city and for pictures is met', async () => {
    const { emulator, lease } = await hostForTest();
    const { number } = await lease({ locality: 'San Francisco', capabilities: ['mms'] });
    expect(emulator.state().numbers).toMatchObject([{ phoneNumber: number }]);
    expect(number).toMatch(/^\+1(415|628)/);
  });

  it('that cannot be met is refused, and nothing is bought', async () => {
    const { emulator, call } = await hostForTest();
    const wish = { country: 'US', type: 'local', locality: 'Nowhere-on-Sea' };
    const answer = await call('POST', '/v1/leases', wish);
    expectRefusal(answer, 404, 'NO_NUMBERS_AVAILABLE');
    expect(JSON.stringify(answer.body)).toContain('Nowhere-on-Sea');
    expectRefusal(await call('POST', '/v1/leases', { ...wish, capabilities: ['fax'] }), 400, 'INVALID_INPUT');
    expect(emulator.state().numbers).toEqual([]);
  });
});
