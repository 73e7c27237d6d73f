import { describe, expect } from 'vitest';
import { buyUsNumber, call, expectCut, expectRefusal, it } from './harness.ts';

const balancePath = '{account}/Balance.json';
const numbersPath = '{account}/IncomingPhoneNumbers.json';

describe('faults of the REST API', () => {
  it('answers 429 with Retry-After as often as it was told to, and does nothing', async ({ emulator }) => {
    emulator.setFaults({ rateLimit: 2 });
    const refused = await call(emulator, numbersPath, { form: { PhoneNumber: '+14155550100' } });
    expectRefusal(refused, 429, 20429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expectRefusal(await call(emulator, balancePath), 429, 20429);
    expect((await call(emulator, balancePath)).status).toBe(200);
    expect(emulator.state()).toMatchObject({ numbers: [], faults: { rateLimit: 0 } });
  });

  it('answers 503 as often as it was told to', async ({ emulator }) => {
    emulator.setFaults({ serverErrors: 1 });
    expectRefusal(await call(emulator, balancePath), 503, 20503);
    expect((await call(emulator, balancePath)).status).toBe(200);
  });

  it('cuts a connection before anything is done', async ({ emulator }) => {
    emulator.setFaults({ dropConnections: 1 });
    await expectCut(buyUsNumber(emulator));
    expect(emulator.state()).toMatchObject({ numbers: [], requests: [{ method: 'GET', status: null, dropped: true }] });
    expect(await buyUsNumber(emulator)).toMatchObject({ status: 'in-use' });
  });

  it('buys and releases and then loses the answer', async ({ emulator, client: { incomingPhoneNumbers } }) => {
    emulator.setFaults({ dropAfterCommit: 2 });
    // What is refused is no lost answer.
    expectRefusal(await call(emulator, numbersPath, { form: {} }), 400, 400);
    await expectCut(buyUsNumber(emulator, { friendlyName: 'intent-7' }));
    const [found] = await incomingPhoneNumbers.list({ friendlyName: 'intent-7' });
    expect(found?.phoneNumber).toBe('+14155550100');
    await expectCut(incomingPhoneNumbers(found?.sid ?? '').remove());
    expect(emulator.state()).toMatchObject({ numbers: [], released: [{ sid: found?.sid }] });
    expect(emulator.state().requests.map(({ method, status, dropped }) => [method, status, dropped])).toEqual([
      ['POST', 400, false],
      ['GET', 200, false],
      ['POST', 201, true],
      ['GET', 200, false],
      ['DELETE', 204, true],
    ]);
  });

  it('waits before it answers, and closing does not wait for that', async ({ emulator }) => {
    emulator.setFaults({ latencyMs: 600_000 });
    const hanging = call(emulator, balancePath);
    await expect.poll(() => emulator.state().requests.length).toBe(1);
    emulator.setFaults({ latencyMs: 1 });
    // A later request does not wait for that one.
    expect((await call(emulator, balancePath)).status).toBe(200);
    await Promise.all([expectCut(hanging), emulator.close()]);
  });
});

describe('faults of the webhooks', () => {
  it('loses a webhook, and keeps the message for the list', async ({ emulator, client, server, to }) => {
    emulator.setFaults({ dropWebhooks: 1 });
    const lost = await emulator.sendSms({ to, body: 'lost' });
    const kept = await emulator.sendSms({ to, body: 'kept' });
    expect(lost.delivered).toEqual([]);
    expect(server.hooks.map(({ params }) => params['MessageSid'])).toEqual([kept.sid]);
    expect(emulator.state().deliveries).toMatchObject([
      { messageSid: lost.sid, dropped: true, status: null },
      { messageSid: kept.sid, dropped: false, status: 200 },
    ]);
    expect(await client.messages(lost.sid).fetch()).toMatchObject({ body: 'lost' });
  });

  it('sends a webhook twice, and it is the same message', async ({ emulator, server, to }) => {
    emulator.setFaults({ doubleWebhooks: 1 });
    const { sid } = await emulator.sendSms({ to, body: 'twice' });
    await emulator.sendSms({ to, body: 'once' });
    expect(server.hooks.map(({ params }) => params['Body'])).toEqual(['twice', 'twice', 'once']);
    const [first, second] = server.hooks.map(({ params, headers }) => [
      params['MessageSid'],
      headers['i-twilio-idempotency-token'],
    ]);
    expect(first).toEqual([sid, second?.[1]]);
    expect(second?.[0]).toBe(sid);
  });

  it('delays a webhook; the message is in the list before', async ({ emulator, client, to }) => {
    emulator.setFaults({ webhookDelayMs: 50 });
    const receipt = emulator.sendSms({ to, body: 'x' });
    expect(await client.messages.list({ to })).toHaveLength(1);
    expect((await receipt).delivered).toMatchObject([{ status: 200 }]);
  });
});
