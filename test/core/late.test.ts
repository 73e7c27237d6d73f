import { describe, expect, it } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { smsOf, startCore, startLeased } from '../support/coreApp.ts';

const minute = 60_000;

describe('a code that is late', () => {
  it('is explained by what is wrong, and by Twilio’s own errors with this webhook', async () => {
    const { app, gate, tunnel, twilio, id } = await startLeased();
    const { failure: problem } = plainError('TUNNEL_FAILED', 'The tunnel is down.', 'Wait.', { retryable: true });
    await tunnel({ state: 'degraded', problem });
    gate.refused('signature');
    const alert = { at: '2026-03-01T12:00:10.000Z', code: '11200', text: 'HTTP retrieval failure', moreInfo: null };
    twilio.errorLog = [
      { ...alert, url: 'https://hooks.example:443/webhook#rc=3&rp=all' },
      { ...alert, code: '11205', url: 'https://other.example/sms' },
    ];
    const { findings, alerts } = await app.requests['leases.diagnose']({ id });
    expect(findings.map(({ message }) => message)).toEqual([
      'The tunnel is down.',
      'A request to the webhook wasn’t signed by Twilio.',
      'SMS are read from Twilio’s list every few seconds, so they show up a little later.',
      'The app may not have sent the SMS yet, or its SMS provider rejects this kind of number.',
    ]);
    expect(alerts).toEqual([alert]);
  });

  it('is explained by when the last webhook came', async () => {
    const { app, clock, sms, take } = await startCore();
    const firstFinding = async (id: string) => (await app.requests['leases.diagnose']({ id })).findings[0]?.message;
    const first = await take({ ttlSeconds: 3_600 });
    expect(await firstFinding(first.id)).toEqual(
      'No webhook has come in since you took this number; none came before that either.',
    );
    await sms({ to: first.number });
    await clock.advance(12 * minute);
    const second = await take();
    expect(await firstFinding(second.id)).toEqual(
      'No webhook has come in since you took this number; the last one came 12 minutes ago.',
    );
  });

  it('is explained without Twilio’s error log where that cannot be read', async () => {
    const { app, twilio, id } = await startLeased();
    twilio.failNext('alerts', unreachable());
    expect((await app.requests['leases.diagnose']({ id })).alerts).toBeNull();
  });
});

describe('the test of the webhook', () => {
  it('shows each hop, and leaves nothing behind', async () => {
    const core = await startCore({
      probe: {
        instance: async () => core.gate.instance(),
        deliver: async (url, token, { MessageSid = '', AccountSid = '' }) => {
          expect([url, token]).toEqual(['https://hooks.example/webhook', 'b'.repeat(32)]);
          await core.gate.receive(smsOf({ sid: MessageSid, accountSid: AccountSid, to: '+15005550006' }, core.clock));
          return 200;
        },
      },
    });
    const { ok, hops } = await core.app.requests['reception.test'](undefined);
    expect(ok).toBe(true);
    expect(hops.map(({ name, ok: passed }) => [name, passed])).toEqual([
      ['publicUrl', true],
      ['listener', true],
      ['signature', true],
      ['answer', true],
    ]);
    expect(core.app.state()).toMatchObject({ messages: [], reception: { accepted: 0 } });
  });

  it('says where the way ends', async () => {
    const elsewhere = await startCore({ probe: { instance: async () => 'other', deliver: async () => 200 } });
    expect((await elsewhere.app.requests['reception.test'](undefined)).hops.at(-1)).toMatchObject({
      name: 'listener',
      ok: false,
    });
    const refusing = await startCore({
      probe: { instance: async () => refusing.gate.instance(), deliver: async () => 403 },
    });
    expect((await refusing.app.requests['reception.test'](undefined)).hops).toMatchObject([
      {},
      {},
      { name: 'signature', ok: false, message: expect.toSay('The signature was rejected.') },
      { name: 'answer', ok: false },
    ]);
    const dead = await startCore({
      probe: { instance: () => Promise.reject(unreachable()), deliver: async () => 200 },
    });
    expect(await dead.app.requests['reception.test'](undefined)).toMatchObject({
      ok: false,
      hops: [{ name: 'publicUrl', ok: false }],
    });
  });

  it('is not possible without a public URL', async () => {
    const { app } = await startCore({ environment: { publicUrl: null } });
    await expect(app.requests['reception.test'](undefined)).rejects.toMatchObject({
      failure: { code: 'TUNNEL_FAILED' },
    });
  });
});
