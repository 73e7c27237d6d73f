import type { MessagePage } from '../../electron/contract/messages.ts';
import { describe, expect } from 'vitest';
import type { AvailableNumbers } from '../../electron/contract/state.ts';
import { eventsOf, expectRefusal, it } from './harness.ts';

const bodiesOf = ({ messages }: MessagePage) => messages.map(({ body }) => body);

describe('the messages', () => {
  it('come page by page, newest first, and can be searched, filtered and counted', async ({ emulator, get, lease }) => {
    const [{ id, number }, other] = [await lease({ label: 'checkout' }), await lease()];
    const sent = ['Your Lumora code is 111111', 'Lumora says hello', 'Your Acme code is 222222'];
    for (const body of sent) await emulator.sendSms({ to: number ?? '', body });
    await emulator.sendSms({ to: other.number ?? '', body: 'for the other: code 333333' });
    const first = await get<MessagePage>('/v1/messages?limit=3');
    const second = await get<MessagePage>(`/v1/messages?limit=3&before=${encodeURIComponent(first.next ?? '')}`);
    expect([first.messages.length, second.messages.length, second.next]).toEqual([3, 1, null]);
    const all = [...first.messages, ...second.messages];
    expect(new Set(all.map(({ sid }) => sid)).size).toBe(4);
    const times = all.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual(times.toSorted().toReversed());

    for (const [query, found] of [
      ['search=lumora&withCode=true', ['Your Lumora code is 111111']],
      ['withCode=false', ['Lumora says hello']],
      ['search=checkout&limit=1', ['Your Acme code is 222222']],
      ['noLease=true', []],
      [`number=${number}&search=`, sent.toReversed()],
      [`lease=${id}&limit=&before=`, sent.toReversed()],
    ] as const)
      expect(bodiesOf(await get(`/v1/messages?${query}`)), query).toEqual(found);
    expect(await get('/v1/messages/count?search=code&lease=' + id)).toMatchObject({ count: 2, more: false });
    const { numbers } = await get<{ numbers: unknown[] }>('/v1/messages/facets');
    expect(numbers).toContainEqual({ number, label: 'checkout' });
  });

  it('can be deleted, and stay away when Twilio sends them again or lists them', async ({ own, call, get, lease }) => {
    const { emulator, host, log } = own;
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 111111' });
    const { sid } = await emulator.sendSms({ to: number ?? '', body: 'Your code is 222222' });
    const events = await eventsOf(host);
    expect(await call('DELETE', `/v1/messages/${sid}`)).toMatchObject({ status: 200, body: { sid, state: 'deleted' } });
    await events.until(({ lease: changed }) => changed?.latestCode?.code === '111111');
    expectRefusal(await call('DELETE', `/v1/messages/${sid}`), 404, 'NOT_FOUND');
    expect(await host.app.requests['messages.check']({ lease: id })).toEqual({ found: 0 });
    const { messages } = await get<MessagePage>('/v1/messages');
    expect(messages.map(({ code }) => code)).toEqual(['111111']);
    expect(log.join()).not.toContain('222222');
  });
});

describe('the numbers to choose from', () => {
  it('have a price', async ({ get }) => {
    const found = await get<AvailableNumbers>('/v1/numbers/available?country=us&type=local&contains=415');
    expect(found).toMatchObject({
      monthlyPrice: { amount: '1.15', currency: 'USD' },
      priceAsOf: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(found.numbers.length).toBeGreaterThan(0);
    expect(
      Object.keys(found.numbers[0] ?? {})
        .sort()
        .join(),
    ).toBe('capabilities,country,friendlyName,locality,phoneNumber,region,type');
    for (const { phoneNumber, capabilities } of found.numbers)
      expect([phoneNumber, capabilities.sms]).toEqual([expect.stringContaining('415'), true]);
  });

  it('are Indian mobile numbers by default, and of the next type where that has none', async ({ emulator, get }) => {
    const kindsFor = async (query: string) => {
      const { numbers } = await get<AvailableNumbers>(`/v1/numbers/available${query}`);
      return [...new Set(numbers.map(({ country, type }) => `${country} ${type}`))];
    };
    for (const query of ['', '?contains=', '?country=&type=']) expect(await kindsFor(query)).toEqual(['IN mobile']);
    expect(await kindsFor('?country=US')).toEqual(['US local']);
    emulator.setFaults({ noNumbers: ['IN'] });
    expect(await get('/v1/numbers/available')).toEqual({ numbers: [], monthlyPrice: null, priceAsOf: null });
  });
});
