import { describe, expect } from 'vitest';
import type { Message } from '../../electron/contract/state.ts';
import { expectRefusal, it as base, numberOfOwner, type Answer } from './harness.ts';

/** Each test may have a number, and send an SMS there. */
const it = base
  .extend('leased', ({ lease }) => lease({ ttlSeconds: 600, policy: 'keep' }))
  .extend('sms', ({ emulator, leased }) => (body: string, from = '+12025550123') => {
    const channel = /^\w+:/.exec(from)?.[0] ?? '';
    return emulator.sendSms({ to: `${channel}${leased.number}`, body, from });
  });

const messageIn = ({ body }: Answer) => (body as { message: Message }).message;

describe('waiting over HTTP', () => {
  it.for(['code', 'message'])(
    'for a %s, by lease or by number, ends as soon as it comes',
    async (what, { own, leased, sms }) => {
      const waits = [
        `leases/${leased.id}/${what}`,
        `${what}?to=${leased.number}`,
        `${what}?to=%2B${leased.number?.slice(1)}`,
      ];
      const waiting = waits.map((path) => own.get<{ code?: string; message: Message }>(`/v1/${path}`));
      await own.get('/v1/health');
      await sms('Your code is 482913');
      for (const answer of await Promise.all(waiting)) {
        expect(answer).toMatchObject({ message: { to: leased.number, code: '482913', leaseId: leased.id } });
        expect(answer.code).toBe(what === 'code' ? '482913' : undefined);
      }
    },
  );

  it('for a message ends without a code, and its links come with it', async ({ get, leased, sms }) => {
    await sms('Welcome! Confirm at https://lumora.example/c/1 today.');
    for (const path of [`leases/${leased.id}/message?`, `message?to=${leased.number}&`])
      expect(await get(`/v1/${path}timeoutSeconds=0`)).toMatchObject({
        message: { code: null, links: ['https://lumora.example/c/1'] },
      });
  });

  it('goes through the messages one by one, and is narrowed down', async ({ call, leased, sms }) => {
    const wait = (query: string) => call('GET', `/v1/message?to=${leased.number}&timeoutSeconds=0${query}`);
    const [first] = [await sms('one', 'Lumora'), await sms('two'), await sms('three', 'whatsapp:+12025550147')];
    expect(messageIn(await wait(`&after=${first.sid}`)).body).toBe('two');
    expect(messageIn(await wait('&after=1970-01-01T00:00:00Z')).body).toBe('one');
    expect(messageIn(await wait('')).body).toBe('three');
    expect(messageIn(await wait('&from=lumora')).body).toBe('one');
    expect(messageIn(await wait('&contains=TWO')).body).toBe('two');
    expect(messageIn(await wait('&from=+12025550147')).body).toBe('three');
    const byChannel = await call('GET', `/v1/message?to=whatsapp:${leased.number}&timeoutSeconds=0`);
    expect(messageIn(byChannel).body).toBe('three');
    for (const query of ['&after=2099-01-01T00:00:00Z', '&service=Brightpay'])
      expect((await wait(query)).status, query).toBe(204);
  });

  it('goes on by number when the lease is over, which ends it by lease', async ({ call, host, leased, sms }) => {
    const [byLease, byNumber] = [
      call('GET', `/v1/leases/${leased.id}/message`),
      call('GET', `/v1/message?to=${leased.number}`),
    ];
    await call('GET', '/v1/health');
    await call('DELETE', `/v1/leases/${leased.id}`);
    const ended = await byLease;
    expectRefusal(ended, 410, 'LEASE_ENDED');
    expect(ended.body).toMatchObject({ error: { message: 'The lease ended and no message came.' } });
    await sms('Hello');
    expect(messageIn(await byNumber)).toMatchObject({ body: 'Hello', to: leased.number });
    expect(host.app.listLeases()).toMatchObject([{ state: 'idle' }]);
  });

  it('by number takes what comes to one that was never leased', async ({ emulator, get, host }) => {
    const { number } = await numberOfOwner(emulator, { SmsUrl: host.ready.publicUrl ?? '' });
    const waiting = get(`/v1/code?to=${number}`);
    await get('/v1/health');
    await emulator.sendSms({ to: number, body: 'Your code is 482913' });
    expect(await waiting).toMatchObject({ code: '482913', message: { leaseId: null } });
  });

  it('is refused while reception is paused', async ({ call, host, leased }) => {
    await host.app.requests['reception.pause']({ paused: true });
    for (const path of [`leases/${leased.id}/message`, `message?to=${leased.number}`, `code?to=${leased.number}`])
      expectRefusal(await call('GET', `/v1/${path}`), 409, 'RECEPTION_PAUSED');
  });
});
