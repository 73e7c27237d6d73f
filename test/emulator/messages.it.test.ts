import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRefusal, sdk, webhookServer } from './harness.ts';

const dayMs = 86_400_000;
const noon = Date.UTC(2026, 10, 22, 12);

describe('messages that arrived', () => {
  it('are listed newest first, whether a webhook was called or not', async () => {
    const emulator = await emulatorForTest({ now: () => noon });
    const { phoneNumber } = await buyUsNumber(emulator);
    const first = await emulator.sendSms({ to: phoneNumber, body: 'first', from: '+12025550101' });
    const second = await emulator.sendSms({ to: phoneNumber, body: '', from: 'Lumora' });
    const messages = await sdk(emulator).messages.list({ to: phoneNumber });
    expect(messages.map(({ sid }) => sid)).toEqual([second.sid, first.sid]);
    expect(messages[1]).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      body: 'first',
      from: '+12025550101',
      to: phoneNumber,
      direction: 'inbound',
      status: 'received',
      numSegments: '1',
      numMedia: '0',
      price: '-0.00830',
      priceUnit: 'USD',
      dateSent: new Date(noon),
      errorCode: null,
    });
    expect(await sdk(emulator).messages(first.sid).fetch()).toMatchObject({ body: 'first' });
    expect(await sdk(emulator).messages.list({ from: 'Lumora' })).toHaveLength(1);
  });

  it('are found by the GMT day on which they came, both bounds included', async () => {
    const clock = { now: noon - 2 * dayMs };
    const emulator = await emulatorForTest({ now: () => clock.now });
    const { phoneNumber: to } = await buyUsNumber(emulator);
    for (const body of ['20th', '21st', '22nd']) {
      await emulator.sendSms({ to, body });
      clock.now += dayMs;
    }
    const bodies = async (query: string) => {
      const { body } = await call(emulator, `{account}/Messages.json?${query}`);
      return body.messages.map((message: { body: string }) => message.body);
    };
    expect(await bodies('DateSent=2026-11-21')).toEqual(['21st']);
    expect(await bodies('DateSent%3E=2026-11-21')).toEqual(['22nd', '21st']);
    expect(await bodies('DateSent>=2026-11-21')).toEqual(['22nd', '21st']);
    expect(await bodies('DateSent%3C=2026-11-21')).toEqual(['21st', '20th']);
    expect(
      await bodies('DateSent%3E=Sat,%2021%20Nov%202026%2022:04:00%20-0000&DateSent%3C=2026-11-21%2003:05:06'),
    ).toEqual(['21st']);
    const viaSdk = await sdk(emulator).messages.list({
      to,
      dateSentAfter: new Date('2026-11-21T23:59:59Z'),
      dateSentBefore: new Date('2026-11-21T00:00:00Z'),
    });
    expect(viaSdk.map(({ body }) => body)).toEqual(['21st']);
  });

  it.each(['2026-13-01', '2026-02-31', 'yesterday', '', '22'])('cannot be asked for on the day "%s"', async (day) => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, `{account}/Messages.json?DateSent=${day}`), 400, 20001);
  });

  it('come page by page, and none twice when one arrives in between', async () => {
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator);
    for (let count = 0; count < 5; count += 1) await emulator.sendSms({ to, body: String(count) });
    const page = await sdk(emulator).messages.page({ to, pageSize: 2 });
    await emulator.sendSms({ to, body: 'late' });
    const next = await page.nextPage();
    expect([...page.instances, ...(next?.instances ?? [])].map(({ body }) => body)).toEqual(['4', '3', '2', '1']);
    expect((await sdk(emulator).messages.list({ to, pageSize: 2 })).map(({ body }) => body)).toEqual([
      'late',
      '4',
      '3',
      '2',
      '1',
      '0',
    ]);
  });

  it('can be redacted and deleted', async () => {
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator);
    const { sid } = await emulator.sendSms({ to, body: 'Your code is 123456' });
    expect(await sdk(emulator).messages(sid).update({ body: '' })).toMatchObject({ body: '' });
    await expect(sdk(emulator).messages(sid).update({ body: 'forged' })).rejects.toMatchObject({ status: 400 });
    await expect(sdk(emulator).messages(sid).update({ status: 'canceled' })).rejects.toMatchObject({ status: 400 });
    expect(await sdk(emulator).messages(sid).remove()).toBe(true);
    await expect(sdk(emulator).messages(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe('a message that the account sends', () => {
  it('is queued, and arrives when it goes to a number of the account', async () => {
    const arrival = Promise.withResolvers<Record<string, string>>();
    const hook = await webhookServer(({ params }, res) => {
      res.end();
      arrival.resolve(params);
    });
    const emulator = await emulatorForTest();
    const sender = await buyUsNumber(emulator);
    const receiver = await buyUsNumber(emulator, { smsUrl: `${hook.url}/webhook` });
    const sent = await sdk(emulator).messages.create({
      to: receiver.phoneNumber,
      from: sender.phoneNumber,
      body: 'Your code is 246810',
    });
    expect(sent).toMatchObject({ status: 'queued', direction: 'outbound-api', price: null });
    const params = await arrival.promise;
    expect(params).toMatchObject({
      From: sender.phoneNumber,
      To: receiver.phoneNumber,
      Body: 'Your code is 246810',
      SmsStatus: 'received',
    });
    const stored = await sdk(emulator).messages.list({ to: receiver.phoneNumber });
    expect(stored.map(({ direction, status }) => `${direction} ${status}`)).toEqual([
      'inbound received',
      'outbound-api delivered',
    ]);
    expect(stored[0]?.sid).toBe(params['MessageSid']);
  });

  it('may leave the account', async () => {
    const emulator = await emulatorForTest();
    const { phoneNumber: from } = await buyUsNumber(emulator);
    await sdk(emulator).messages.create({ to: '+447400123456', from, body: 'hello' });
    expect(emulator.state().messages).toMatchObject([
      { direction: 'outbound-api', status: 'delivered', price: '-0.05240' },
    ]);
  });

  it.each([
    ['no To', {}, 21604],
    ['a To that is no number', { To: '123' }, 21211],
    ['no From', { To: '+12025550111' }, 21603],
    ["a From that is not the account's", { To: '+12025550111', From: '+12025550122', Body: 'x' }, 21606],
    ['no text', { To: '+12025550111', From: '+14155550100' }, 21602],
    ['a text of 1601 characters', { To: '+12025550111', From: '+14155550100', Body: 'x'.repeat(1601) }, 21617],
  ])('is refused for %s', async (_case, form, code) => {
    const emulator = await emulatorForTest();
    await buyUsNumber(emulator);
    expectRefusal(await call(emulator, '{account}/Messages.json', { form }), 400, code);
  });
});
