import { describe, expect } from 'vitest';
import { alice, bob, it, service, shop } from './carrier.ts';
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

describe('a captured message', () => {
  it('is handed over before the sender has its answer', async () => {
    const [handed, taken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const capture = () => (handed.resolve(), taken.promise);
    const emulator = await emulatorForTest({ capture });
    const sending = sdk(emulator).messages.create({ to: alice, from: shop, body: 'x' });
    await handed.promise;
    expect(emulator.state()).toMatchObject({ messages: [], requests: [{ status: null }] });
    taken.resolve();
    expect(await sending).toMatchObject({ status: 'queued' });
  });

  it('is whatever was sent, from whomever, to whomever', async ({ emulator, client, captured, send }) => {
    const mediaUrl = ['https://shop.example/a.png', 'https://shop.example/b?c=d'];
    for (const from of ['+14155550188', 'Kettlebank', '72166', 'A+B-c_d & e']) await send({ from });
    const picture = await send({ body: '', mediaUrl });
    expect(captured.map(({ from, to, body }) => ({ from, to, body }))).toEqual([
      ...['+14155550188', 'Kettlebank', '72166', 'A+B-c_d & e'].map((from) => ({
        from,
        to: alice,
        body: 'Your code is 246810',
      })),
      { from: shop, to: alice, body: '' },
    ]);
    expect(captured.at(-1)).toEqual({
      sid: picture.sid,
      from: shop,
      to: alice,
      body: '',
      media: [
        { url: mediaUrl[0], contentType: 'image/png' },
        { url: mediaUrl[1], contentType: 'image/jpeg' },
      ],
      service: null,
      at: emulator.state().messages.at(-1)?.createdAt,
      errorCode: null,
    });
    expect(picture).toMatchObject({ sid: expect.stringMatching(/^MM/), numMedia: '2', numSegments: '1' });
    expect(await client.messages(picture.sid).media.list()).toMatchObject([
      { contentType: 'image/png' },
      { contentType: 'image/jpeg' },
    ]);
  });

  it('is handed over once, however many are sent at a time', async ({ captured, send }) => {
    const wishes = Array.from({ length: 60 }, (_, index) => ({ from: index % 2 ? 'toString' : 'constructor' }));
    const sent = await Promise.all(wishes.map((wish) => send(wish)));
    expect(captured.map(({ sid }) => sid).toSorted()).toEqual(sent.map(({ sid }) => sid).toSorted());
  });

  it('has its segments counted', async ({ send }) => {
    expect(await send({ body: 'x'.repeat(161) })).toMatchObject({ numSegments: '2' });
    expect(await send({ body: 'я'.repeat(71) })).toMatchObject({ numSegments: '2' });
  });

  it('may come from a Messaging Service, which chooses the sender', async ({ captured, client, send }) => {
    const messagingServiceSid = service;
    const sent = await client.messages.create({ to: alice, body: 'x', messagingServiceSid });
    expect(sent).toMatchObject({ status: 'accepted', from: null, numSegments: '0', messagingServiceSid });
    const { from } = await client.messages(sent.sid).fetch();
    expect(from).toMatch(/^\+1\d{3}55501\d\d$/);
    expect(await send({ from: 'Kettlebank', messagingServiceSid })).toMatchObject({
      from: 'Kettlebank',
      status: 'accepted',
    });
    expect(captured).toMatchObject([
      { from, service: { sid: service, name: null } },
      { from: 'Kettlebank', service: { sid: service } },
    ]);
    await send({ from: service });
    expect(captured.at(-1)).toMatchObject({ from, service: { sid: service } });
  });

  it('is listed, found, redacted and deleted', async ({ client: { messages }, send }) => {
    const sent = await send();
    await send({ to: bob });
    expect(await messages.list({ to: alice })).toMatchObject([
      { sid: sent.sid, status: 'delivered', price: '-0.05240' },
    ]);
    expect(await messages.list({ from: shop, limit: 1, pageSize: 1 })).toMatchObject([{ to: bob }]);
    expect(await messages(sent.sid).update({ body: '' })).toMatchObject({ body: '' });
    await expectRejection(messages(sent.sid).update({ body: 'forged' }), 400, 20001);
    await expectRejection(messages(sent.sid).update({ status: 'canceled' }), 400, 30409);
    expect(await messages(sent.sid).remove()).toBe(true);
    await expectRejection(messages(sent.sid).fetch(), 404, 20404);
  });

  it('that cannot be taken is refused with 503 and never sent', async () => {
    const lines: string[] = [];
    const emulator = await emulatorForTest({
      capture: () => Promise.reject(new Error('The disk is full')),
      log: (line) => lines.push(line),
    });
    const form = { To: alice, From: shop, Body: 'x' };
    expectRefusal(await call(emulator, '{account}/Messages.json', { form }), 503, 20503);
    expect(emulator.state().messages).toEqual([]);
    expect(lines).toEqual([
      expect.stringMatching(/^SM\w+ could not be captured: Error: The disk is full$/),
      expect.stringMatching(/Messages\.json 503$/),
    ]);
  });

  it('to a number of the account arrives there, too', async ({ emulator, captured, client, send }) => {
    const arrival = Promise.withResolvers<Record<string, string>>();
    const { url: smsUrl } = await webhookServer(({ params }, res) => (res.end(), arrival.resolve(params)));
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl });
    const { sid } = await send({ to, from: 'Kettlebank', mediaUrl: ['https://shop.example/a.gif'] });
    expect(captured).toMatchObject([{ sid, to }]);
    const params = await arrival.promise;
    expect(params).toMatchObject({ From: 'Kettlebank', To: to, NumMedia: '1', MediaContentType0: 'image/gif' });
    expect(await client.messages.list({ to })).toMatchObject([{ direction: 'inbound' }, { sid, status: 'delivered' }]);
  });
});

describe('a recipient', () => {
  const reply = (body: string, to = shop) => ({ to, from: alice, body });

  it('writes to any number, but to a short code only in reply', async ({ emulator, captured }) => {
    expectRefusal(await control(emulator, 'sms', reply('Thanks', '72166')), 404, 20404);
    expect(await control(emulator, 'sms', reply('Hello'))).toMatchObject({ status: 201, body: { delivered: [] } });
    expect(captured).toMatchObject([{ from: alice, to: shop, body: 'Hello' }]);
  });

  it('replies to whoever has sent something, which is not captured', async ({ captured, emulator, client, send }) => {
    for (const from of [shop, '72166']) {
      await send({ from });
      expect(await control(emulator, 'sms', reply('Thanks', from))).toMatchObject({
        status: 201,
        body: { delivered: [] },
      });
    }
    expect(await client.messages.list({ from: alice })).toMatchObject([{ body: 'Thanks', to: '72166' }, { to: shop }]);
    expect(captured).toMatchObject([{ from: shop }, { from: '72166' }]);
    await send({ from: 'Kettlebank' });
    expectRefusal(await control(emulator, 'sms', reply('Thanks', 'Kettlebank')), 400, 20001);
  });

  it.for(['STOP', ' stop\n', 'StopAll', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'])(
    'gets nothing more from a sender after %j, until START',
    async (word, { emulator, captured, send }) => {
      await send();
      await emulator.sendSms(reply(word));
      await expectRejection(send(), 400, 21610);
      await send({ to: bob });
      await send({ from: 'Kettlebank' });
      await emulator.sendSms(reply(word));
      await emulator.sendSms(reply('Start'));
      await send();
      expect(captured.map(({ from, to, body }) => `${from} ${to} ${body}`)).toEqual([
        `${shop} ${alice} Your code is 246810`,
        expect.stringMatching(/^\+14155550188 \+447400123456 .*no more messages.*START/),
        `${shop} ${bob} Your code is 246810`,
        `Kettlebank ${alice} Your code is 246810`,
        expect.stringMatching(/^\+14155550188 \+447400123456 .*again/),
        `${shop} ${alice} Your code is 246810`,
      ]);
    },
  );

  it.for(['YES', 'unstop'])('is reached again after %s', async (word, { emulator, send }) => {
    await send();
    for (const body of ['STOP', word]) await emulator.sendSms(reply(body));
    expect(await send()).toMatchObject({ status: 'queued' });
    expect(emulator.state().optOuts).toEqual([]);
  });

  it('is answered HELP, and not other words', async ({ emulator, captured, client, send }) => {
    await send();
    for (const body of ['info', 'please stop', 'STOP!', 'yes', '']) await emulator.sendSms(reply(body));
    expect(captured).toHaveLength(2);
    expect(captured[1]).toMatchObject({ from: shop, to: alice, body: expect.stringContaining('STOP') });
    expect(await client.messages.list({ to: alice, limit: 1 })).toMatchObject([{ direction: 'outbound-reply' }]);
    expect(await send()).toMatchObject({ status: 'queued' });
  });

  it('who stops a Messaging Service gets nothing from it, whatever its sender', async ({
    emulator,
    captured,
    client,
    send,
  }) => {
    const wish = { to: alice, body: 'x', messagingServiceSid: service };
    await client.messages.create(wish);
    await emulator.sendSms(reply('STOP', captured[0]?.from));
    await expectRejection(client.messages.create(wish), 400, 21610);
    await expectRejection(send({ messagingServiceSid: service }), 400, 21610);
    await send();
  });

  it('who stops a number of the account is told of in its webhook', async ({ emulator, server, to, send }) => {
    await send({ from: to });
    expect((await emulator.sendSms(reply('STOP', to))).delivered).toMatchObject([{ status: 200 }]);
    expect(server.hooks.map(({ params }) => params['Body'])).toEqual(['STOP']);
    await expectRejection(send({ from: to }), 400, 21610);
  });
});
