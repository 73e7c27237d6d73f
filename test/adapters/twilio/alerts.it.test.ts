import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/failures.ts';
import { accountForTest, freePort, json, telephonyAt } from '../harness.ts';

const midnight = '2026-03-01T00:00:00.000Z';

describe('Twilio’s error log', () => {
  it('tells what went wrong with a webhook, and where, newest first', async () => {
    const smsUrl = `http://127.0.0.1:${await freePort()}/webhook`;
    const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
    const { emulator, telephony } = await accountForTest({ now: () => clock.now });
    const order = { phoneNumber: '+14155550100', friendlyName: 'one', smsUrl, papers: null };
    const { phoneNumber: to } = await telephony.purchase(order);
    await emulator.sendSms({ to, body: 'too early' });
    clock.now += 60_000;
    await emulator.sendSms({ to, body: 'first' });
    clock.now += 1_500;
    await emulator.sendSms({ to, body: 'second' });
    const expected = {
      code: '11200',
      text: expect.stringContaining('HTTP retrieval failure'),
      moreInfo: 'https://www.twilio.com/docs/errors/11200',
      url: smsUrl,
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

  const parameters = 'Msg=Got+HTTP+502&httpResponse=502&ErrorCode=11200&LogLevel=ERROR';
  it.each([
    ['a sentence', 'Certificate has expired', 'Certificate has expired'],
    ['parameters', parameters, 'Got HTTP 502 – HTTP status 502'],
    ['parameters without a text', 'sourceComponent=14100&httpResponse=404&ErrorCode=11200', 'HTTP status 404'],
    ['nothing', null, ''],
  ])('is read when its text is %s', async (_what, alert_text, text) => {
    const alert = { alert_text, error_code: '11200', date_generated: '2026-03-01T12:00:00Z', request_url: null };
    const telephony = await telephonyAt(json(200, { alerts: [alert], meta: { key: 'alerts', next_page_url: null } }));
    expect(await telephony.alerts(midnight)).toEqual([
      { at: '2026-03-01T12:00:00.000Z', code: '11200', text, moreInfo: null, url: null },
    ]);
  });

  it.each([
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
  ])('that may not be read (%i) is a failure', async (status, code) => {
    const telephony = await telephonyAt(json(status, { code: 0, message: 'no', status }));
    expect(await codeOf(telephony.alerts(midnight))).toBe(code);
  });
});
