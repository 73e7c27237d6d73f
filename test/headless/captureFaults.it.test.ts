import { describe, expect } from 'vitest';
import type { Fault } from '../../electron/contract/faults.ts';
import type { Message } from '../../electron/contract/state.ts';
import { sdk } from '../emulator/harness.ts';
import { expectRefusal, hostForTest, it as base, type TestHost } from './harness.ts';

const [alice, bob, shop] = ['+919812345678', '+14155550188', '+12025550147'];
const variables = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };
const path = '/v1/capture/faults';

/** Each test may have a host that captures, and an app under test that sends to it. */
const it = base
  .extend('own', () => hostForTest({ variables, options: { emulated: 'capture' } }))
  .extend('send', ({ host }) => {
    const { messages } = sdk(host.ready.capture!);
    return (to: string) => messages.create({ to, from: shop, body: 'Your code is 482913' });
  })
  .extend('set', ({ call }) => async (faults: unknown[], to?: string) => {
    const { status, body } = await call('PUT', path, { ...(to !== undefined && { to }), faults });
    expect(status, JSON.stringify(body)).toBe(200);
    return (body as { faults: Fault[] }).faults;
  })
  .extend(
    'inbox',
    ({ get }) =>
      async () =>
        (await get<{ messages: Message[] }>('/v1/messages')).messages,
  );

const shown = ({ host }: TestHost) => host.app.state().capture?.faults;

describe('what befalls the app’s messages', () => {
  it('is set for one recipient, beside what others have and what everybody has', async ({
    own,
    call,
    get,
    set,
    send,
  }) => {
    await set([{ kind: 'refused', errorCode: 21610 }], alice);
    await set([{ kind: 'refused', errorCode: 21614 }], bob);
    const all = await set([{ kind: 'slow', delaySeconds: 0.001, times: 1 }]);
    expect(all).toEqual([
      { kind: 'refused', errorCode: 21610, to: alice, times: null },
      { kind: 'refused', errorCode: 21614, to: bob, times: null },
      { kind: 'slow', delaySeconds: 0.001, to: null, times: 1 },
    ]);
    expect(shown(own)).toEqual(all);
    await expect(send(alice)).rejects.toMatchObject({ status: 400, code: 21610 });
    await expect(send(bob)).rejects.toMatchObject({ status: 400, code: 21614 });
    expect(shown(own)).toEqual(all.slice(0, 2));
    expect(await set([], bob)).toEqual(all.slice(0, 1));
    await send(bob);
    expect((await call('DELETE', `${path}?to=${alice}`)).body).toEqual({ faults: [] });
    await send(alice);
    await set([{ kind: 'unavailable' }], alice);
    await set([{ kind: 'unavailable' }]);
    expectRefusal(await call('DELETE', `${path}?to=`), 400, 'INVALID_INPUT');
    expect((await call('DELETE', path)).body).toEqual({ faults: [] });
    expect(await get(path)).toEqual({ faults: [] });
  });

  it('keeps an undelivered message out of the inbox', async ({ inbox, set, send }) => {
    await set([{ kind: 'undelivered', errorCode: 30003, times: 1 }], alice);
    await send(alice);
    const { sid } = await send(alice);
    expect(await inbox()).toMatchObject([{ sid }]);
  });

  it('is a message that comes late, and counts from then on', async ({ inbox, get, set, send }) => {
    await set([{ kind: 'late', delaySeconds: 0.05 }]);
    const waiting = get<{ message: Message }>(`/v1/message?to=${alice}&timeoutSeconds=10`);
    const { sid } = await send(alice);
    expect(await inbox()).toEqual([]);
    expect((await waiting).message).toMatchObject({ sid, code: '482913' });
  });

  it('is a message that comes twice', async ({ inbox, lease, set, send }) => {
    const { id, number } = await lease();
    await set([{ kind: 'twice' }], number!);
    await send(number!);
    const body = 'Your code is 482913';
    expect(await inbox()).toMatchObject([
      { leaseId: id, body },
      { leaseId: id, body },
    ]);
  });

  it('is over with the lease of its number, and not before', async ({ own, call, lease, set }) => {
    const [{ id, number }, { number: other }] = [await lease({ policy: 'keep' }), await lease()];
    await set([{ kind: 'twice' }], number!);
    await set([{ kind: 'twice' }], other!);
    await set([{ kind: 'late', delaySeconds: 1 }]);
    await call('DELETE', `/v1/leases/${id}`);
    expect(shown(own)).toMatchObject([{ to: other }, { to: null }]);
  });

  it('is over when capturing ends', async ({ own, set, call }) => {
    await set([{ kind: 'unavailable' }]);
    await own.restart();
    expect(shown(own)).toEqual([]);
    await own.host.app.requests['capture.stop'](undefined);
    expectRefusal(await call('GET', path), 409, 'CONFLICT');
    expectRefusal(await call('PUT', path, { faults: [] }), 409, 'CONFLICT');
    expectRefusal(await call('DELETE', path), 409, 'CONFLICT');
  });

  it('is a thousand things at most', async ({ call, set }) => {
    const faults = Array.from({ length: 100 }, () => ({ kind: 'twice', times: 1 }));
    for (let last = 0; last < 10; last += 1) await set(faults, `+1202555010${last}`);
    expectRefusal(await call('PUT', path, { faults: [{ kind: 'twice' }] }), 409, 'CONFLICT');
  });

  it.for([
    [{ faults: [{ kind: 'undelivred' }] }, 'faults.0.kind: One of refused, tooManyRequests, '],
    [{ faults: [{ kind: 'refused', errorCode: 30003 }] }, 'faults.0.errorCode: One of 21211, 21408, '],
    [{ faults: [{ kind: 'undelivered' }] }, 'faults.0.errorCode: One of 30001 to 30008'],
    [
      { faults: [{ kind: 'late', delaySeconds: 601 }] },
      'faults.0.delaySeconds: A number of seconds, from 0.001 to 600.',
    ],
    [{ faults: [{ kind: 'twice', times: 0.5 }] }, 'faults.0.times: A whole number from 1'],
    [{ faults: [{ kind: 'twice', to: alice }] }, 'faults.0: Unrecognized key: "to"'],
    [{ to: 'alice', faults: [] }, 'to: A number such as +14155550123.'],
    [{ fault: [] }, '“fault”'],
    [{}, 'faults: '],
  ])('refuses %o, and says which field is wrong', async ([body, told], { call, get }) => {
    const answer = await call('PUT', path, body);
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect((answer.body as { error: { message: string } }).error.message).toContain(told);
    expect(await get(path)).toEqual({ faults: [] });
  });
});

describe('a token with a name', () => {
  it('has it befall the numbers of its own leases alone', async ({ call, lease, set }) => {
    const { body } = await call('POST', '/v1/tokens', { name: 'ci' });
    const headers = { authorization: `Bearer ${(body as { token: string }).token}` };
    const { number } = (await call('POST', '/v1/leases', { country: 'US', type: 'local' }, headers)).body as {
      number: string;
    };
    const { number: other } = await lease();
    await set([{ kind: 'twice' }], other!);
    await set([{ kind: 'slow', delaySeconds: 1 }]);
    const faults = [{ kind: 'unavailable' }];
    expectRefusal(await call('PUT', path, { faults }, headers), 403, 'FORBIDDEN');
    expectRefusal(await call('PUT', path, { to: other, faults }, headers), 403, 'FORBIDDEN');
    expectRefusal(await call('DELETE', path, undefined, headers), 403, 'FORBIDDEN');
    const own = [
      { kind: 'slow', to: null },
      { kind: 'unavailable', to: number },
    ];
    expect((await call('PUT', path, { to: number, faults }, headers)).body).toMatchObject({ faults: own });
    expect((await call('GET', path, undefined, headers)).body).toMatchObject({ faults: own });
    expect((await call('GET', path)).body).toMatchObject({ faults: { length: 3 } });
    expect((await call('DELETE', `${path}?to=${number}`, undefined, headers)).body).toMatchObject({ faults: [own[0]] });
  });
});
