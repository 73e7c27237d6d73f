import { describe, expect, it } from 'vitest';
import { accountForTest } from '../harness.ts';

const [noon, evening] = [Date.parse('2026-03-01T12:00:00Z'), Date.parse('2026-03-01T20:00:00Z')];

async function accountWithNumber() {
  const clock = { now: noon };
  const account = await accountForTest({ now: () => clock.now });
  const { phoneNumber: to } = await account.telephony.purchase({
    phoneNumber: '+14155550100',
    friendlyName: 'one',
    smsUrl: null,
    papers: null,
  });
  const { phoneNumber: other } = await account.telephony.purchase({
    phoneNumber: '+14155550101',
    friendlyName: 'two',
    smsUrl: null,
    papers: null,
  });
  return { ...account, clock, to, other };
}

describe('the messages that came to a number', () => {
  it('are what was sent, oldest first', async () => {
    const { emulator, telephony, clock, to } = await accountWithNumber();
    const first = await emulator.sendSms({ to, body: 'Ihr Code: 123456 €', from: 'Kettlebank' });
    clock.now += 1_000;
    const second = await emulator.sendSms({ to, body: 'look', from: '+12125550119', numMedia: 2 });
    expect(await telephony.messagesTo(to, '2026-03-01T12:00:00.000Z')).toEqual([
      {
        sid: first.sid,
        accountSid: emulator.accountSid,
        from: 'Kettlebank',
        to,
        body: 'Ihr Code: 123456 €',
        receivedAt: '2026-03-01T12:00:00.000Z',
        numMedia: 0,
      },
      {
        sid: second.sid,
        accountSid: emulator.accountSid,
        from: '+12125550119',
        to,
        body: 'look',
        receivedAt: '2026-03-01T12:00:01.000Z',
        numMedia: 2,
      },
    ]);
  });

  it('begin at the instant that was asked for, although Twilio knows days only', async () => {
    const { emulator, telephony, clock, to } = await accountWithNumber();
    await emulator.sendSms({ to, body: 'too early' });
    clock.now = evening;
    const { sid } = await emulator.sendSms({ to, body: 'in time' });
    expect((await telephony.messagesTo(to, '2026-03-01T19:59:59.500Z')).map((message) => message.sid)).toEqual([sid]);
    expect(await telephony.messagesTo(to, '2026-03-01T20:00:00.001Z')).toEqual([]);
    expect(emulator.state().requests.at(-1)?.query).toMatchObject({
      To: to,
      'DateSent>': expect.stringMatching(/^2026-03-01/),
    });
  });

  it('go over midnight', async () => {
    const { emulator, telephony, clock, to } = await accountWithNumber();
    clock.now = Date.parse('2026-03-01T23:59:58Z');
    const before = await emulator.sendSms({ to, body: 'before' });
    clock.now = Date.parse('2026-03-02T00:00:02Z');
    const after = await emulator.sendSms({ to, body: 'after' });
    expect((await telephony.messagesTo(to, '2026-03-01T23:59:55.000Z')).map(({ sid }) => sid)).toEqual([
      before.sid,
      after.sid,
    ]);
    expect((await telephony.messagesTo(to, '2026-03-02T00:00:00.000Z')).map(({ sid }) => sid)).toEqual([after.sid]);
  });

  it('are not those of another number, nor what the number sent itself', async () => {
    const { emulator, telephony, to, other } = await accountWithNumber();
    await emulator.sendSms({ to: other, body: 'for the other' });
    const form = new URLSearchParams({ From: other, To: to, Body: 'to a neighbour' });
    const authorization = `Basic ${btoa(`${emulator.accountSid}:${emulator.authToken}`)}`;
    await fetch(`${emulator.baseUrl}/2010-04-01/Accounts/${emulator.accountSid}/Messages.json`, {
      method: 'POST',
      body: form,
      headers: { authorization },
    });
    const received = await telephony.messagesTo(to, '2026-03-01T00:00:00.000Z');
    expect(received.map(({ body }) => body)).toEqual(['to a neighbour']);
    expect(
      emulator
        .state()
        .messages.filter((message) => message.to === to)
        .map(({ direction }) => direction)
        .sort(),
    ).toEqual(['inbound', 'outbound-api']);
    expect(received[0]?.sid).toBe(
      emulator.state().messages.find((message) => message.to === to && message.direction === 'inbound')?.sid,
    );
  });

  it('are read beyond the first page', async () => {
    const { emulator, telephony, to } = await accountWithNumber();
    const sent = await Promise.all(
      Array.from({ length: 120 }, (_, i) => emulator.sendSms({ to, body: `message ${i}` })),
    );
    const received = await telephony.messagesTo(to, '2026-03-01T00:00:00.000Z');
    expect(new Set(received.map(({ sid }) => sid))).toEqual(new Set(sent.map(({ sid }) => sid)));
  });
});
