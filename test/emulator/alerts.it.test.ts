import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, deadUrl, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

/** An account whose webhook was dead for so many messages, a second after each other. */
async function accountWithAlerts(count: number) {
  const clock = { now: noon };
  const emulator = await emulatorForTest({ now: () => clock.now });
  const url = `${await deadUrl()}/webhook`;
  const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: `${url}#rc=0` });
  for (let i = 0; i < count; i += 1) {
    await emulator.sendSms({ to, body: `message ${i}` });
    clock.now += 1_000;
  }
  return { emulator, url, alerts: sdk(emulator).monitor.v1.alerts };
}

describe('the error log', () => {
  it('has what no webhook took, newest first', async () => {
    const { emulator, url, alerts } = await accountWithAlerts(2);
    const listed = await alerts.list();
    const [older, newer] = emulator.state().alerts;
    expect(listed.map(({ sid }) => sid)).toEqual([newer?.sid, older?.sid]);
    expect(listed[1]).toMatchObject({
      sid: expect.stringMatching(/^NO[0-9a-f]{32}$/),
      accountSid: emulator.accountSid,
      errorCode: '11200',
      logLevel: 'error',
      alertText: expect.stringContaining('HTTP retrieval failure'),
      moreInfo: 'https://www.twilio.com/docs/errors/11200',
      requestMethod: 'POST',
      requestUrl: `${url}#rc=0`,
      resourceSid: older?.messageSid,
      dateGenerated: new Date(noon),
      url: `${emulator.baseUrl}/v1/Alerts/${older?.sid}`,
    });
    expect(await alerts(older?.sid ?? '').fetch()).toMatchObject({ sid: older?.sid, requestVariables: '' });
  });

  it('comes page by page, each entry once', async () => {
    const { emulator, alerts } = await accountWithAlerts(5);
    const sids = emulator.state().alerts.map(({ sid }) => sid);
    expect((await alerts.list({ pageSize: 2 })).map(({ sid }) => sid)).toEqual(sids.toReversed());
    const { body } = await call(emulator, '/v1/Alerts?PageSize=2&LogLevel=error');
    expect(body.meta).toMatchObject({ key: 'alerts', page: 0, page_size: 2, previous_page_url: null });
    expect(body.meta.next_page_url).toContain(`${emulator.baseUrl}/v1/Alerts?LogLevel=error&PageSize=2&Page=1`);
  });

  it('is filtered by level and by instants, both included', async () => {
    const { alerts } = await accountWithAlerts(4);
    const count = async (filter: object) => (await alerts.list(filter)).length;
    expect(await count({ logLevel: 'error' })).toBe(4);
    expect(await count({ logLevel: 'warning' })).toBe(0);
    expect(await count({ startDate: new Date(noon + 2_000) })).toBe(2);
    expect(await count({ endDate: new Date(noon) })).toBe(1);
    expect(await count({ startDate: new Date(noon + 1_000), endDate: new Date(noon + 2_000) })).toBe(2);
    expect(await count({ startDate: new Date(noon + 60_000) })).toBe(0);
  });

  it('takes days too', async () => {
    const { emulator } = await accountWithAlerts(1);
    const count = async (query: string) => (await call(emulator, `/v1/Alerts?${query}`)).body.alerts.length;
    expect(await count('StartDate=2026-11-22')).toBe(1);
    expect(await count('StartDate=2026-11-23')).toBe(0);
    expect(await count('EndDate=2026-11-22')).toBe(0);
  });

  it.each([
    'LogLevel=loud',
    'StartDate=yesterday',
    'EndDate=2026-02-31',
    'StartDate=2026-11-22T25:00:00Z',
    'PageSize=0',
  ])('is not asked with %s', async (query) => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, `/v1/Alerts?${query}`), 400, 20001);
  });

  it('does not have an entry that it does not have, and is not written', async () => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, `/v1/Alerts/NO${'a'.repeat(32)}`), 404, 20404);
    expectRefusal(await call(emulator, '/v1/Alerts', { form: {} }), 405, 20004);
    expectRefusal(await call(emulator, '/v1/Alerts', { headers: { authorization: 'Basic eDp5' } }), 401, 20003);
  });
});
