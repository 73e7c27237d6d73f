import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRefusal, sdk, webhookServer } from './harness.ts';

const balancePath = '{account}/Balance.json';

describe('faults of the REST API', () => {
  it('answers 429 with Retry-After as often as it was told to, and does nothing', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ rateLimit: 2 });
    const refused = await call(emulator, '{account}/IncomingPhoneNumbers.json', {
      form: { PhoneNumber: '+14155550100' },
    });
    expectRefusal(refused, 429, 20429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expectRefusal(await call(emulator, balancePath), 429, 20429);
    expect((await call(emulator, balancePath)).status).toBe(200);
    expect(emulator.state()).toMatchObject({ numbers: [], faults: { rateLimit: 0 } });
  });

  it('answers 503 as often as it was told to', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ serverErrors: 1 });
    expectRefusal(await call(emulator, balancePath), 503, 20503);
    expect((await call(emulator, balancePath)).status).toBe(200);
  });

  it('cuts a connection before anything is done', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ dropConnections: 1 });
    await expect(buyUsNumber(emulator)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(emulator.state()).toMatchObject({ numbers: [], requests: [{ method: 'GET', status: null, dropped: true }] });
    expect(await buyUsNumber(emulator)).toMatchObject({ status: 'in-use' });
  });

  it('buys and releases and then loses the answer', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ dropAfterCommit: 2 });
    await expect(buyUsNumber(emulator, { friendlyName: 'intent-7' })).rejects.toThrow(/socket hang up|ECONNRESET/);
    const [found] = await sdk(emulator).incomingPhoneNumbers.list({ friendlyName: 'intent-7' });
    expect(found?.phoneNumber).toBe('+14155550100');
    await expect(
      sdk(emulator)
        .incomingPhoneNumbers(found?.sid ?? '')
        .remove(),
    ).rejects.toThrow(/socket hang up|ECONNRESET/);
    expectRefusal(
      await call(emulator, `{account}/IncomingPhoneNumbers/${found?.sid}.json`, { method: 'DELETE' }),
      404,
      20404,
    );
    expect(emulator.state().requests.map(({ method, status, dropped }) => ({ method, status, dropped }))).toEqual([
      { method: 'GET', status: 200, dropped: false },
      { method: 'POST', status: 201, dropped: true },
      { method: 'GET', status: 200, dropped: false },
      { method: 'DELETE', status: 204, dropped: true },
      { method: 'DELETE', status: 404, dropped: false },
    ]);
  });

  it('does not count a refused purchase as a lost answer', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ dropAfterCommit: 1 });
    expectRefusal(await call(emulator, '{account}/IncomingPhoneNumbers.json', { form: {} }), 400, 400);
    expect(emulator.state().faults.dropAfterCommit).toBe(1);
  });

  it('waits before it answers, and closing does not wait for that', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ latencyMs: 600_000 });
    const hanging = call(emulator, balancePath);
    await expect.poll(() => emulator.state().requests.length).toBe(1);
    emulator.setFaults({ latencyMs: 1 });
    // A later request does not wait for that one.
    expect((await call(emulator, balancePath)).status).toBe(200);
    await Promise.all([expect(hanging).rejects.toThrow(/fetch failed/), emulator.close()]);
  });
});

describe('faults of the webhooks', () => {
  it('loses a webhook, and keeps the message for the list', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
    emulator.setFaults({ dropWebhooks: 1 });
    const lost = await emulator.sendSms({ to, body: 'lost' });
    const kept = await emulator.sendSms({ to, body: 'kept' });
    expect(lost.delivered).toEqual([]);
    expect(server.hooks.map(({ params }) => params['MessageSid'])).toEqual([kept.sid]);
    expect(emulator.state().deliveries).toMatchObject([
      { messageSid: lost.sid, dropped: true, status: null },
      { messageSid: kept.sid, dropped: false, status: 200 },
    ]);
    expect(await sdk(emulator).messages(lost.sid).fetch()).toMatchObject({ body: 'lost' });
  });

  it('sends a webhook twice, and it is the same message', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
    emulator.setFaults({ doubleWebhooks: 1 });
    const { sid } = await emulator.sendSms({ to, body: 'twice' });
    await emulator.sendSms({ to, body: 'once' });
    expect(server.hooks.map(({ params }) => params['Body'])).toEqual(['twice', 'twice', 'once']);
    expect(
      new Set(
        server.hooks
          .slice(0, 2)
          .map(({ params, headers }) => `${params['MessageSid']} ${String(headers['i-twilio-idempotency-token'])}`),
      ).size,
    ).toBe(1);
    expect(server.hooks[1]?.params['MessageSid']).toBe(sid);
  });

  it('delays a webhook; the message is in the list before', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
    emulator.setFaults({ webhookDelayMs: 50 });
    const receipt = emulator.sendSms({ to, body: 'x' });
    expect(await sdk(emulator).messages.list({ to })).toHaveLength(1);
    expect((await receipt).delivered).toMatchObject([{ status: 200 }]);
  });
});
