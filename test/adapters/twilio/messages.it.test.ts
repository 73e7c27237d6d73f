import { describe, expect, it } from 'vitest';
import { accountForTest } from '../harness.ts';

const midnight = '2026-03-01T00:00:00.000Z';

async function accountWithNumbers() {
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const { emulator, telephony } = await accountForTest({ now: () => clock.now });
  const buy = async (phoneNumber: string) =>
    (await telephony.purchase({ phoneNumber, friendlyName: phoneNumber, smsUrl: null, papers: null })).phoneNumber;
  /** A number of the account sends an SMS itself. */
  const send = (From: string, To: string, Body: string) =>
    fetch(`${emulator.baseUrl}/2010-04-01/Accounts/${emulator.accountSid}/Messages.json`, {
      method: 'POST',
      body: new URLSearchParams({ From, To, Body }),
      headers: { authorization: `Basic ${btoa(`${emulator.accountSid}:${emulator.authToken}`)}` },
    });
  return { emulator, telephony, clock, send, to: await buy('+14155550100'), other: await buy('+14155550101') };
}

describe('the messages that came to a number', () => {
  it('are what was sent, oldest first', async () => {
    const { emulator, telephony, clock, to } = await accountWithNumbers();
    const { accountSid } = emulator;
    const known = { accountSid, to, media: [], sentBy: null };
    const first = { ...known, from: 'Kettlebank', body: 'Ihr Code: 123456 €', numMedia: 0 };
    const second = { ...known, from: '+12125550119', body: 'look', numMedia: 2 };
    const { sid } = await emulator.sendSms(first);
    clock.now += 1_000;
    const { sid: sid2 } = await emulator.sendSms(second);
    expect(await telephony.messagesTo(to, '2026-03-01T12:00:00.000Z')).toEqual([
      { ...first, sid, receivedAt: '2026-03-01T12:00:00.000Z' },
      { ...second, sid: sid2, receivedAt: '2026-03-01T12:00:01.000Z' },
    ]);
  });

  it('begin at the instant that was asked for, although Twilio knows days only', async () => {
    const { emulator, telephony, clock, to } = await accountWithNumbers();
    await emulator.sendSms({ to, body: 'too early' });
    clock.now = Date.parse('2026-03-01T20:00:00Z');
    const { sid } = await emulator.sendSms({ to, body: 'in time' });
    expect(await telephony.messagesTo(to, '2026-03-01T19:59:59.500Z')).toMatchObject([{ sid }]);
    expect(await telephony.messagesTo(to, '2026-03-01T20:00:00.001Z')).toEqual([]);
    const asked = emulator
      .state()
      .requests.slice(-2)
      .map(({ query }) => query);
    const day = { 'DateSent>': expect.stringMatching(/^2026-03-01/) };
    expect(asked).toEqual(
      expect.arrayContaining([to, `whatsapp:${to}`].map((To) => expect.objectContaining({ To, ...day }))),
    );
  });

  it('include those that came by WhatsApp, whose sender keeps its channel', async () => {
    const { emulator, telephony, clock, to } = await accountWithNumbers();
    const from = 'whatsapp:+12125550119';
    const first = await emulator.sendSms({ to: `whatsapp:${to}`, from, body: 'first', numMedia: 1 });
    clock.now += 1_000;
    const second = await emulator.sendSms({ to, body: 'second' });
    const found = [
      { sid: first.sid, to, from, body: 'first', numMedia: 1 },
      { sid: second.sid, to, body: 'second' },
    ];
    expect(await telephony.messagesTo(to, midnight)).toMatchObject(found);
    expect(await telephony.messagesSince(midnight)).toMatchObject(found);
  });

  it('are not those of another number, nor what the number sent itself', async () => {
    const { emulator, telephony, send, to, other } = await accountWithNumbers();
    await emulator.sendSms({ to: other, body: 'for the other' });
    await send(other, to, 'to a neighbour');
    const listed = emulator.state().messages.filter((message) => message.to === to);
    expect(listed.map(({ direction }) => direction).sort()).toEqual(['inbound', 'outbound-api']);
    const { sid } = listed.find(({ direction }) => direction === 'inbound') ?? {};
    expect(await telephony.messagesTo(to, midnight)).toMatchObject([{ sid, body: 'to a neighbour' }]);
  });

  it('are read beyond the first page', async () => {
    const { emulator, telephony, to } = await accountWithNumbers();
    const sent = await Promise.all(
      Array.from({ length: 120 }, (_, i) => emulator.sendSms({ to, body: `message ${i}` })),
    );
    const received = await telephony.messagesTo(to, midnight);
    expect(new Set(received.map(({ sid }) => sid))).toEqual(new Set(sent.map(({ sid }) => sid)));
  });
});

describe('the messages that came to an account', () => {
  it('are those to all numbers, oldest first, and not what was sent', async () => {
    const { emulator, telephony, clock, send, to: one, other: two } = await accountWithNumbers();
    await emulator.sendSms({ to: one, body: 'too early' });
    clock.now += 2_000;
    const first = await emulator.sendSms({ to: two, body: 'first', from: 'Kettlebank' });
    clock.now += 1_000;
    const second = await emulator.sendSms({ to: one, body: 'second 🎉', numMedia: 1 });
    await send(one, '+12125550123', 'sent');
    expect(await telephony.messagesSince('2026-03-01T12:00:01.000Z')).toMatchObject([
      { sid: first.sid, to: two, from: 'Kettlebank', body: 'first', receivedAt: '2026-03-01T12:00:02.000Z' },
      { sid: second.sid, to: one, body: 'second 🎉', numMedia: 1, accountSid: emulator.accountSid },
    ]);
  });

  it('are read page by page, a thousand at a time, and no further than needed', async () => {
    const { emulator, telephony, clock, to, other } = await accountWithNumbers();
    const receive = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, i) => emulator.sendSms({ to: i % 2 ? to : other, body: `${i}` })));
    await receive(2_100);
    clock.now += 10_000;
    await receive(1_100);
    const asked = () => emulator.state().requests.filter(({ path }) => path.endsWith('/Messages.json'));
    expect(await telephony.messagesSince('2026-03-01T12:00:10.000Z')).toHaveLength(1_100);
    expect(asked()).toHaveLength(3);
    expect(asked()[0]?.query).toMatchObject({ PageSize: '1000', 'DateSent>': expect.stringMatching(/^2026-03-01/) });
    const all = await telephony.messagesSince(midnight);
    expect(new Set(all.map(({ sid }) => sid)).size).toBe(3_200);
  });
});

it.each(['a number', 'an account'])('the messages that came to %s go over midnight', async (whose) => {
  const { emulator, telephony, clock, to } = await accountWithNumbers();
  clock.now = Date.parse('2026-03-01T23:59:58Z');
  await emulator.sendSms({ to, body: 'before' });
  clock.now = Date.parse('2026-03-02T00:00:02Z');
  await emulator.sendSms({ to, body: 'after' });
  const read = (since: string) =>
    whose === 'a number' ? telephony.messagesTo(to, since) : telephony.messagesSince(since);
  const bodies = async (since: string) => (await read(since)).map(({ body }) => body);
  expect(await bodies('2026-03-01T23:59:55.000Z')).toEqual(['before', 'after']);
  expect(await bodies('2026-03-02T00:00:00.000Z')).toEqual(['after']);
  expect(await bodies('2026-03-03T00:00:00.000Z')).toEqual([]);
});
