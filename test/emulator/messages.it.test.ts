import { describe, expect } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRejection, it, sdk, webhookServer } from './harness.ts';

const dayS = 86_400;
const noon = Date.UTC(2026, 10, 22, 12);
const bodiesOf = (messages: { body: string }[]) => messages.map(({ body }) => body);

describe('messages that arrived', () => {
  it('are listed newest first, whether a webhook was called or not', async () => {
    const emulator = await emulatorForTest({ now: () => noon });
    const { messages } = sdk(emulator);
    const { phoneNumber } = await buyUsNumber(emulator);
    const first = await emulator.sendSms({ to: phoneNumber, body: 'first', from: '+12025550101' });
    const second = await emulator.sendSms({ to: phoneNumber, body: '', from: 'Lumora' });
    const listed = await messages.list({ to: phoneNumber });
    expect(listed.map(({ sid }) => sid)).toEqual([second.sid, first.sid]);
    expect(listed[1]).toMatchObject({
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
    expect(await messages(first.sid).fetch()).toMatchObject({ body: 'first' });
    expect(await messages.list({ from: 'Lumora' })).toHaveLength(1);
  });

  it.for([
    ['DateSent=2026-11-21', ['21st']],
    ['DateSent%3E=2026-11-21', ['22nd', '21st']],
    ['DateSent>=2026-11-21', ['22nd', '21st']],
    ['DateSent%3C=2026-11-21', ['21st', '20th']],
    ['DateSent%3E=Sat,%2021%20Nov%202026%2022:04:00%20-0000&DateSent%3C=2026-11-21%2003:05:06', ['21st']],
  ] as const)('are found by the GMT day on which they came, both bounds included: %s', async ([query, expected]) => {
    const emulator = await emulatorForTest({ now: () => noon - 2 * dayS * 1_000 });
    const { phoneNumber: to } = await buyUsNumber(emulator);
    for (const body of ['20th', '21st', '22nd']) {
      await emulator.sendSms({ to, body });
      emulator.advanceClock(dayS);
    }
    const { body } = await call(emulator, `{account}/Messages.json?${query}`);
    expect(bodiesOf(body.messages)).toEqual(expected);
    const [dateSentAfter, dateSentBefore] = [new Date('2026-11-21T23:59:59Z'), new Date('2026-11-21T00:00:00Z')];
    expect(bodiesOf(await sdk(emulator).messages.list({ to, dateSentAfter, dateSentBefore }))).toEqual(['21st']);
  });

  it('come page by page, and none twice when one arrives in between', async ({ emulator, client, to }) => {
    for (let count = 0; count < 5; count += 1) await emulator.sendSms({ to, body: String(count) });
    const page = await client.messages.page({ to, pageSize: 2 });
    await emulator.sendSms({ to, body: 'late' });
    const next = await page.nextPage();
    expect(bodiesOf([...page.instances, ...(next?.instances ?? [])])).toEqual(['4', '3', '2', '1']);
    const all = await client.messages.list({ to, pageSize: 2 });
    expect(bodiesOf(all)).toEqual(['late', '4', '3', '2', '1', '0']);
  });

  it('have their media, which can be deleted one by one', async ({ emulator, client, to }) => {
    const { sid } = await emulator.sendSms({ to, body: 'look', numMedia: 3 });
    const message = client.messages(sid);
    const [first, second] = await message.media.list({ limit: 2, pageSize: 2 });
    expect(await message.media(second?.sid ?? '').fetch()).toMatchObject({
      sid: expect.stringMatching(/^ME[0-9a-f]{32}$/),
      parentSid: sid,
      accountSid: emulator.accountSid,
      contentType: 'image/jpeg',
    });
    expect(await message.media(first?.sid ?? '').remove()).toBe(true);
    expect(await message.fetch()).toMatchObject({ numMedia: '2' });
    await expectRejection(message.media(first?.sid ?? '').fetch(), 404, 20404);
    await expectRejection(client.messages(`MM${'0'.repeat(32)}`).media.list(), 404, 20404);
  });

  it('can be redacted and deleted', async ({ emulator, client, to }) => {
    const message = client.messages((await emulator.sendSms({ to, body: 'Your code is 123456' })).sid);
    expect(await message.update({ body: '' })).toMatchObject({ body: '' });
    await expectRejection(message.update({ body: 'forged' }), 400);
    await expectRejection(message.update({ status: 'canceled' }), 400);
    expect(await message.remove()).toBe(true);
    await expectRejection(message.fetch(), 404, 20404);
  });
});

describe('a message that the account sends', () => {
  it('is queued, and arrives when it goes to a number of the account', async ({ emulator, client: { messages } }) => {
    const arrival = Promise.withResolvers<Record<string, string>>();
    const { url: smsUrl } = await webhookServer(({ params }, res) => (res.end(), arrival.resolve(params)));
    const { phoneNumber: from } = await buyUsNumber(emulator);
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl });
    const sent = await messages.create({ to, from, body: 'Your code is 246810' });
    expect(sent).toMatchObject({ status: 'queued', direction: 'outbound-api', price: null });
    const params = await arrival.promise;
    expect(params).toMatchObject({ From: from, To: to, Body: 'Your code is 246810', SmsStatus: 'received' });
    expect(await messages.list({ to })).toMatchObject([
      { direction: 'inbound', status: 'received', sid: params['MessageSid'] },
      { direction: 'outbound-api', status: 'delivered' },
    ]);
  });

  it('may leave the account', async ({ emulator, client, to: from }) => {
    await client.messages.create({ to: '+447400123456', from, body: 'hello' });
    expect(emulator.state().messages).toMatchObject([
      { direction: 'outbound-api', status: 'delivered', price: '-0.05240' },
    ]);
  });
});
