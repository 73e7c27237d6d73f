import { describe, expect } from 'vitest';
import { alice, bob, it as base, service, shop } from './carrier.ts';
import {
  buyUsNumber,
  call,
  control,
  emulatorForTest,
  expectRefusal,
  expectRejection,
  sdk,
  webhookServer,
} from './harness.ts';

const form = (To: string) => ({ To, From: shop, Body: 'Your code is 246810' });
const messages = '{account}/Messages.json';

/** The app's server, called for each status. */
const it = base.extend('app', async () => webhookServer());

describe('what befalls a message', () => {
  it('is told for one recipient or for all, and that of the recipient goes first', async ({ emulator, send }) => {
    const all = { kind: 'refused', errorCode: 21408 };
    await control(emulator, 'faults', { messages: [all, { kind: 'refused', to: alice, errorCode: 21610 }] });
    await expectRejection(send(), 400, 21610);
    await expectRejection(send({ to: `whatsapp:${alice}`, from: `whatsapp:${shop}` }), 400, 21610);
    await expectRejection(send({ to: bob }), 400, 21408);
    await control(emulator, 'faults', { messages: null });
    await send();
  });

  it('befalls as many messages as it is told to, one fault after the other', async ({ emulator, send }) => {
    const changes: number[] = [];
    const own = await emulatorForTest({
      capture: () => {},
      faultsChanged: () => changes.push(own.faults().messages.length),
    });
    own.setFaults({
      messages: [
        { kind: 'tooManyRequests', to: alice, times: 2 },
        { kind: 'refused', to: null, times: 1, errorCode: 21211 },
      ],
    });
    const refused = await call(own, messages, { form: form(alice) });
    expectRefusal(refused, 429, 20429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(own.faults().messages[0]).toMatchObject({ times: 1 });
    expectRefusal(await call(own, messages, { form: form(alice) }), 429, 20429);
    expectRefusal(await call(own, messages, { form: form(alice) }), 400, 21211);
    expect((await call(own, messages, { form: form(alice) })).status).toBe(201);
    expect(changes).toEqual([2, 2, 1, 0]);
    expect(emulator.faults().messages).toEqual([]);
    await send();
  });

  it('is a server that fails, for messages and codes alone', async ({ emulator, client, captured, send }) => {
    emulator.setFaults({ messages: [{ kind: 'unavailable', to: null, times: null }] });
    await expectRejection(send(), 503, 20503);
    const { sid } = await client.verify.v2.services.create({ friendlyName: 'Kettlebank' });
    await expectRejection(
      client.verify.v2.services(sid).verifications.create({ to: alice, channel: 'sms' }),
      503,
      20503,
    );
    expect(await client.messages.list()).toEqual([]);
    expect(captured).toEqual([]);
  });

  it('is a slow answer, which closing does not wait for', async ({ emulator, captured, send }) => {
    emulator.setFaults({
      messages: [
        { kind: 'slow', to: alice, times: null, delaySeconds: 600 },
        { kind: 'slow', to: bob, times: null, delaySeconds: 0.05 },
      ],
    });
    const before = performance.now();
    const hanging = expect(send()).rejects.toThrow();
    await send({ to: bob });
    expect(performance.now() - before).toBeGreaterThan(49);
    expect(captured).toMatchObject([{ to: bob }]);
    await emulator.close();
    await hanging;
  });

  it('is a message that does not arrive', async ({ emulator, captured, client, send }) => {
    emulator.setFaults({ messages: [{ kind: 'undelivered', to: alice, times: 1, errorCode: 30005 }] });
    const { sid } = await send();
    await expect.poll(async () => (await client.messages(sid).fetch()).status).toBe('undelivered');
    expect(captured).toMatchObject([{ sid, errorCode: 30005 }]);
    await send();
    expect(captured[1]).toMatchObject({ errorCode: null });
  });

  it('is a message that comes late, and is delivered then', async ({ emulator, captured, client, send, app }) => {
    emulator.setFaults({ messages: [{ kind: 'late', to: null, times: 1, delaySeconds: 0.05 }] });
    const { sid } = await send({ statusCallback: app.url });
    expect(captured).toEqual([]);
    await expect
      .poll(() => app.hooks.map(({ params }) => params['MessageStatus']))
      .toEqual(['queued', 'sent', 'delivered']);
    const { createdAt } = emulator.state().messages[0]!;
    expect(captured).toMatchObject([{ sid, errorCode: null }]);
    expect(captured[0]!.at - createdAt).toBeGreaterThanOrEqual(49);
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'delivered' });
  });

  it('is a scheduled message that comes late', async ({ emulator, captured, client }) => {
    emulator.setFaults({ messages: [{ kind: 'late', to: null, times: null, delaySeconds: 0.01 }] });
    const sendAt = new Date(Date.now() + 600_000);
    const wish = { to: alice, body: 'x', messagingServiceSid: service, scheduleType: 'fixed' as const, sendAt };
    const { sid } = await client.messages.create(wish);
    emulator.advanceClock(600);
    expect(captured).toEqual([]);
    await expect.poll(() => captured).toMatchObject([{ sid }]);
  });

  it('is undelivered when a late message cannot be captured', async () => {
    const emulator = await emulatorForTest({ capture: () => Promise.reject(new Error('no')) });
    emulator.setFaults({ messages: [{ kind: 'late', to: null, times: null, delaySeconds: 0.01 }] });
    const client = sdk(emulator);
    const { sid } = await client.messages.create({ to: alice, from: shop, body: 'x' });
    await expect.poll(async () => (await client.messages(sid).fetch()).status).toBe('undelivered');
    expect(await client.messages(sid).fetch()).toMatchObject({ errorCode: 30008 });
  });

  it('is a text that arrives twice', async ({ emulator, captured, client, send }) => {
    const server = await webhookServer();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
    emulator.setFaults({ messages: [{ kind: 'twice', to, times: 1 }] });
    const { sid } = await send({ to });
    expect(captured).toMatchObject([
      { sid, to, body: 'Your code is 246810' },
      { to, body: 'Your code is 246810' },
    ]);
    expect(captured[1]!.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(captured[1]!.sid).not.toBe(sid);
    await expect.poll(() => server.hooks.length).toBe(2);
    expect(new Set(server.hooks.map(({ params }) => params['MessageSid'])).size).toBe(2);
    expect(await client.messages.list({ from: shop, to })).toHaveLength(3);
  });

  it('is one that the app need not send again when its second copy cannot be taken', async () => {
    const taken: string[] = [];
    const own = await emulatorForTest({
      capture: ({ sid }) => {
        if (taken.push(sid) > 1) throw new Error('disk full');
      },
    });
    own.setFaults({ messages: [{ kind: 'twice', to: alice, times: null }] });
    expect((await call(own, messages, { form: form(alice) })).status).toBe(201);
    expect(taken).toHaveLength(2);
  });

  it('is a StatusCallback that never comes, or comes twice', async ({ emulator, send, app }) => {
    emulator.setFaults({
      messages: [
        { kind: 'callbacksLost', to: alice, times: null },
        { kind: 'callbacksTwice', to: bob, times: null },
      ],
    });
    await send({ statusCallback: app.url });
    await expect.poll(() => emulator.state().messages[0]?.status).toBe('delivered');
    await send({ to: bob, statusCallback: app.url });
    const told = ['queued', 'queued', 'sent', 'sent', 'delivered', 'delivered'];
    await expect.poll(() => app.hooks.map(({ params }) => params['MessageStatus'])).toEqual(told);
    expect(app.hooks.every(({ params }) => params['To'] === bob)).toBe(true);
  });

  it('ends with a reset', async ({ emulator, send }) => {
    emulator.setFaults({ messages: [{ kind: 'refused', to: null, times: null, errorCode: 21211 }] });
    await control(emulator, 'reset', {});
    await send();
  });

  it.for([
    [
      { kind: 'undelivred' },
      'messages.0.kind: must be one of refused, tooManyRequests, unavailable, slow, undelivered',
    ],
    [{ kind: 'refused', errorCode: 30003 }, 'messages.0.errorCode: must be one of 21211, 21408, 21610, 21612, 21614'],
    [{ kind: 'undelivered' }, 'messages.0.errorCode: must be one of 30001'],
    [{ kind: 'twice', to: 'alice' }, 'messages.0.to: must be a number such as'],
    [{ kind: 'twice', times: 0 }, 'messages.0.times: '],
    [{ kind: 'late', delaySeconds: 601 }, 'messages.0.delaySeconds: '],
    [{ kind: 'late' }, 'messages.0.delaySeconds: must be a number of seconds'],
    [{ kind: 'twice', errorCode: 30003 }, 'messages.0: Unrecognized key: "errorCode"'],
  ])('refuses %o, and says which field is wrong', async ([fault, told], { emulator }) => {
    const answer = await control(emulator, 'faults', { messages: [fault] });
    expectRefusal(answer, 400, 20001);
    expect(answer.body.message).toContain(told);
    expect(emulator.faults().messages).toEqual([]);
  });
});
