import twilio from 'twilio';
import { describe, expect } from 'vitest';
import { alice, bob, it as base, service, shop } from './carrier.ts';
import { control, expectRejection, refuseWith, webhookServer, type Hook } from './harness.ts';

const statuses = (hooks: Hook[]) => hooks.map(({ params }) => params['MessageStatus']);

/** The app's server, and its StatusCallback for one message; `settled` waits until it was called as often as given. */
const it = base.extend('app', async () => {
  const { url, hooks } = await webhookServer();
  const settled = async (count: number) => {
    await expect.poll(() => hooks.length).toBe(count);
    return statuses(hooks);
  };
  return { statusCallback: `${url}/status?order=5&x=%20`, hooks, settled };
});

describe('a StatusCallback', () => {
  it('is called, signed, for each status', async ({ emulator, send, app: { statusCallback, hooks, settled } }) => {
    const { sid } = await send({ statusCallback });
    expect(await settled(3)).toEqual(['queued', 'sent', 'delivered']);
    const [hook] = hooks;
    expect(hook?.params).toEqual({
      SmsSid: sid,
      MessageSid: sid,
      SmsStatus: 'queued',
      MessageStatus: 'queued',
      To: alice,
      From: shop,
      AccountSid: emulator.accountSid,
      ApiVersion: '2010-04-01',
    });
    expect(hook).toMatchObject({
      method: 'POST',
      path: '/status?order=5&x=%20',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    });
    const { authToken } = emulator;
    for (const { headers, params } of hooks)
      expect(twilio.validateRequest(authToken, String(headers['x-twilio-signature']), statusCallback, params)).toBe(
        true,
      );
  });

  it('names the Messaging Service', async ({ client, app: { statusCallback, hooks, settled } }) => {
    await client.messages.create({ to: alice, body: 'x', messagingServiceSid: service, statusCallback });
    expect(await settled(3)).toEqual(['queued', 'sent', 'delivered']);
    for (const { params } of hooks)
      expect(params).toMatchObject({ MessagingServiceSid: service, From: expect.stringMatching(/^\+1/) });
  });

  it('that fails is an alert, and the message goes on', async ({ emulator, send, client }) => {
    const { url: statusCallback } = await webhookServer(refuseWith(500));
    const { sid } = await send({ statusCallback });
    await expect.poll(() => emulator.state().alerts.length).toBe(3);
    expect(emulator.state().alerts[0]).toMatchObject({ code: 11200, messageSid: sid, url: statusCallback });
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'delivered' });
  });

  it('is called while the message still exists', async ({ client, emulator, send }) => {
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { url, hooks } = await webhookServer((_hook, res) => {
      asked.resolve();
      void answer.promise.then(() => res.end());
    });
    const { sid } = await send({ statusCallback: url });
    await asked.promise;
    await expectRejection(client.messages(sid).remove(), 409, 20009);
    await control(emulator, 'reset', {});
    answer.resolve();
    await send({ statusCallback: url });
    await expect.poll(() => statuses(hooks)).toEqual(['queued', 'queued', 'sent', 'delivered']);
  });
});

describe('faults of sending', () => {
  it.for([
    [30003, 'undelivered', ['queued', 'sent', 'undelivered']],
    [30005, 'undelivered', ['queued', 'sent', 'undelivered']],
    [30001, 'failed', ['queued', 'failed']],
  ] as const)(
    '%i: a message is %s',
    async (
      [errorCode, status, expected],
      { emulator, captured, client, send, app: { statusCallback, hooks, settled } },
    ) => {
      emulator.setFaults({ undeliverable: { [alice]: errorCode } });
      const { sid } = await send({ statusCallback });
      expect(await settled(expected.length)).toEqual(expected);
      expect(hooks.map(({ params }) => params['ErrorCode'])).toEqual([
        ...expected.slice(1).map(() => undefined),
        String(errorCode),
      ]);
      const told = { status, errorCode, errorMessage: expect.stringMatching(/\w/) };
      expect(await client.messages(sid).fetch()).toMatchObject(told);
      expect(captured).toMatchObject([{ sid, errorCode }]);
      await send({ to: bob });
      expect(captured[1]).toMatchObject({ errorCode: null });
    },
  );

  it('refuses recipients: one of them, or all', async ({ emulator, captured, send }) => {
    await control(emulator, 'faults', { refusedRecipients: { [alice]: 21614, '*': 21408 } });
    await expectRejection(send(), 400, 21614);
    await expectRejection(send({ to: bob }), 400, 21408);
    expect(captured).toEqual([]);
    await control(emulator, 'faults', { refusedRecipients: null });
    await send();
  });

  it('keeps the last status back', async ({ emulator, client, send, app: { statusCallback, settled } }) => {
    emulator.setFaults({ statusDelayMs: 600_000 });
    const { sid } = await send({ statusCallback });
    expect(await settled(2)).toEqual(['queued', 'sent']);
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'sent' });
    await emulator.close();
  });

  it('loses and doubles callbacks', async ({ emulator, send, app: { statusCallback, settled } }) => {
    emulator.setFaults({ dropCallbacks: 1, doubleCallbacks: 1 });
    await send({ statusCallback });
    expect(await settled(3)).toEqual(['sent', 'sent', 'delivered']);
    expect(emulator.state().deliveries).toMatchObject([
      { target: 'StatusCallback', dropped: true },
      { status: 200 },
      { status: 200 },
      { status: 200 },
    ]);
  });
});
