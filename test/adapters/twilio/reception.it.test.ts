import { describe, expect, it } from 'vitest';
import { accountForTest, failureOf, freePort, serverForTest, telephonyFor } from '../harness.ts';

const noon = Date.parse('2026-03-01T12:00:00Z');

async function accountWithNumbers(smsUrl: string | null = null) {
  const clock = { now: noon };
  const account = await accountForTest({ now: () => clock.now });
  const buy = async (phoneNumber: string) =>
    (await account.telephony.purchase({ phoneNumber, friendlyName: phoneNumber, smsUrl, papers: null })).phoneNumber;
  return { ...account, clock, numbers: [await buy('+14155550100'), await buy('+14155550101')] as const };
}

describe('the messages that came to an account', () => {
  it('are those to all numbers, oldest first, and not what was sent', async () => {
    const { emulator, telephony, clock, numbers } = await accountWithNumbers();
    const [one, two] = numbers;
    await emulator.sendSms({ to: one, body: 'too early' });
    clock.now += 2_000;
    const first = await emulator.sendSms({ to: two, body: 'first', from: 'Kettlebank' });
    clock.now += 1_000;
    const second = await emulator.sendSms({ to: one, body: 'second 🎉', numMedia: 1 });
    const form = new URLSearchParams({ From: one, To: '+12125550123', Body: 'sent' });
    const authorization = `Basic ${btoa(`${emulator.accountSid}:${emulator.authToken}`)}`;
    const path = `/2010-04-01/Accounts/${emulator.accountSid}/Messages.json`;
    await fetch(emulator.baseUrl + path, { method: 'POST', body: form, headers: { authorization } });
    expect(await telephony.messagesSince('2026-03-01T12:00:01.000Z')).toMatchObject([
      { sid: first.sid, to: two, from: 'Kettlebank', body: 'first', receivedAt: '2026-03-01T12:00:02.000Z' },
      { sid: second.sid, to: one, body: 'second 🎉', numMedia: 1, accountSid: emulator.accountSid },
    ]);
  });

  it('go over midnight', async () => {
    const { emulator, telephony, clock, numbers } = await accountWithNumbers();
    clock.now = Date.parse('2026-03-01T23:59:58Z');
    await emulator.sendSms({ to: numbers[0], body: 'before' });
    clock.now = Date.parse('2026-03-02T00:00:02Z');
    await emulator.sendSms({ to: numbers[1], body: 'after' });
    const bodies = async (since: string) => (await telephony.messagesSince(since)).map(({ body }) => body);
    expect(await bodies('2026-03-01T23:59:55.000Z')).toEqual(['before', 'after']);
    expect(await bodies('2026-03-02T00:00:00.000Z')).toEqual(['after']);
    expect(await bodies('2026-03-03T00:00:00.000Z')).toEqual([]);
  });

  it('are read page by page, a thousand at a time, and no further than needed', async () => {
    const { emulator, telephony, clock, numbers } = await accountWithNumbers();
    const send = (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, i) => emulator.sendSms({ to: numbers[i % 2 ? 0 : 1], body: `${i}` })),
      );
    await send(2_100);
    clock.now += 10_000;
    await send(1_100);
    const asked = () => emulator.state().requests.filter(({ path }) => path.endsWith('/Messages.json'));
    expect(await telephony.messagesSince('2026-03-01T12:00:10.000Z')).toHaveLength(1_100);
    expect(asked()).toHaveLength(3);
    expect(asked()[0]?.query).toMatchObject({ PageSize: '1000', 'DateSent>': expect.stringMatching(/^2026-03-01/) });
    const all = await telephony.messagesSince('2026-03-01T00:00:00.000Z');
    expect(new Set(all.map(({ sid }) => sid)).size).toBe(3_200);
  });
});

describe('Twilio’s error log', () => {
  it('tells what went wrong with a webhook, and where, newest first', async () => {
    const dead = `http://127.0.0.1:${await freePort()}/webhook`;
    const { emulator, telephony, clock, numbers } = await accountWithNumbers(dead);
    await emulator.sendSms({ to: numbers[0], body: 'too early' });
    clock.now += 60_000;
    await emulator.sendSms({ to: numbers[0], body: 'first' });
    clock.now += 1_500;
    await emulator.sendSms({ to: numbers[1], body: 'second' });
    const expected = {
      code: '11200',
      text: expect.stringContaining('HTTP retrieval failure'),
      moreInfo: 'https://www.twilio.com/docs/errors/11200',
      url: dead,
    };
    expect(await telephony.alerts('2026-03-01T12:01:00.000Z')).toEqual([
      { ...expected, at: '2026-03-01T12:01:01.000Z' },
      { ...expected, at: '2026-03-01T12:01:00.000Z' },
    ]);
    // Twilio's times are whole seconds: one of this second is not lost.
    expect(await telephony.alerts('2026-03-01T12:01:01.400Z')).toHaveLength(1);
    expect(await telephony.alerts('2026-03-01T12:02:00.000Z')).toEqual([]);
    expect(emulator.state().requests.at(-1)).toMatchObject({
      path: '/v1/Alerts',
      query: { LogLevel: 'error', StartDate: '2026-03-01T12:02:00Z' },
    });
  });

  it.each([
    ['a sentence', 'Certificate has expired', 'Certificate has expired'],
    [
      'parameters',
      'Msg=Got+HTTP+502&httpResponse=502&ErrorCode=11200&LogLevel=ERROR',
      'Got HTTP 502 – HTTP status 502',
    ],
    ['parameters without a text', 'sourceComponent=14100&httpResponse=404&ErrorCode=11200', 'HTTP status 404'],
    ['nothing', null, ''],
  ])('is read when its text is %s', async (_what, alert_text, text) => {
    const alert = { alert_text, error_code: '11200', date_generated: '2026-03-01T12:00:00Z', request_url: null };
    const telephony = await telephonyAnswering(200, { alerts: [alert], meta: { key: 'alerts', next_page_url: null } });
    expect(await telephony.alerts('2026-03-01T00:00:00.000Z')).toEqual([
      { at: '2026-03-01T12:00:00.000Z', code: '11200', text, moreInfo: null, url: null },
    ]);
  });

  it.each([
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
  ])('that may not be read (%i) is a failure', async (status, code) => {
    const telephony = await telephonyAnswering(status, { code: 0, message: 'no', status });
    expect(await failureOf(telephony.alerts('2026-03-01T00:00:00.000Z'))).toMatchObject({ code });
  });
});

async function telephonyAnswering(status: number, body: object) {
  const baseUrl = await serverForTest((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return telephonyFor({ accountSid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32), baseUrl });
}
