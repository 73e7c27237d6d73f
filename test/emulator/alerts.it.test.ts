import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, deadUrl, emulatorForTest, sdk } from './harness.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

/** An account whose webhook was dead for so many messages, a second after each other. */
async function accountWithAlerts(count: number) {
  const emulator = await emulatorForTest({ now: () => noon });
  const smsUrl = `${await deadUrl()}/webhook#rc=0`;
  const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl });
  for (let i = 0; i < count; i += 1) {
    await emulator.sendSms({ to, body: `message ${i}` });
    emulator.advanceClock(1);
  }
  return { emulator, smsUrl, alerts: sdk(emulator).monitor.v1.alerts };
}

describe('the error log', () => {
  it('has what no webhook took, newest first', async () => {
    const { emulator, smsUrl, alerts } = await accountWithAlerts(2);
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
      requestUrl: smsUrl,
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
  });

  it('is filtered by level, and by instants and days, the bounds of instants included', async () => {
    const { alerts, emulator } = await accountWithAlerts(4);
    const at = (seconds: number) => new Date(noon + seconds * 1_000);
    for (const [filter, count] of [
      [{ logLevel: 'error' }, 4],
      [{ logLevel: 'warning' }, 0],
      [{ startDate: at(2) }, 2],
      [{ endDate: at(0) }, 1],
      [{ startDate: at(1), endDate: at(2) }, 2],
      [{ startDate: at(60) }, 0],
    ] as const)
      expect(await alerts.list(filter), JSON.stringify(filter)).toHaveLength(count);
    const count = async (query: string) => (await call(emulator, `/v1/Alerts?${query}`)).body.alerts.length;
    expect(await count('StartDate=2026-11-22')).toBe(4);
    expect(await count('StartDate=2026-11-23')).toBe(0);
    expect(await count('EndDate=2026-11-22')).toBe(0);
  });
});
