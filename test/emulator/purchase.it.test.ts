import { describe, expect } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRejection, it, sdk } from './harness.ts';

const numbersPath = '{account}/IncomingPhoneNumbers.json';

describe('buying a number', () => {
  it('takes it out of the inventory and its monthly price off the balance', async () => {
    const emulator = await emulatorForTest({ now: () => Date.UTC(2026, 10, 22, 12) });
    const { availablePhoneNumbers, incomingPhoneNumbers } = sdk(emulator);
    const wanted = {
      phoneNumber: '+14155550100',
      friendlyName: 'otp-dock lease 1',
      smsUrl: 'https://hooks.example/webhook',
      smsMethod: 'POST',
    };
    expect(await incomingPhoneNumbers.create(wanted)).toMatchObject({
      ...wanted,
      status: 'in-use',
      origin: 'twilio',
      sid: expect.stringMatching(/^PN[0-9a-f]{32}$/),
      capabilities: { sms: true, mms: true, voice: true, fax: false },
      dateCreated: new Date('2026-11-22T12:00:00Z'),
    });
    expect(emulator.state().balance.amount).toBe('498.85');
    const offered = await availablePhoneNumbers('US').local.list({ areaCode: 415, limit: 100 });
    expect(offered.map(({ phoneNumber }) => phoneNumber)).not.toContain('+14155550100');
    await expectRejection(incomingPhoneNumbers.create({ phoneNumber: '+14155550100' }), 400, 21422);
  });

  it('remembers every parameter of the purchase, known or not', async ({ emulator }) => {
    const trunk = 'TK' + 'b'.repeat(32);
    const form = { PhoneNumber: '+14155550101', SmsUrl: '', Surprise: 'yes', TrunkSid: trunk };
    expect(await call(emulator, numbersPath, { form })).toMatchObject({
      status: 201,
      body: { sms_url: null, trunk_sid: trunk, friendly_name: '(415) 555-0101' },
    });
    expect(emulator.state().numbers).toMatchObject([
      { phoneNumber: '+14155550101', boughtWith: form, monthlyPrice: '1.15' },
    ]);
  });

  it('finds a number in an area code', async ({ client: { incomingPhoneNumbers } }) => {
    for (const areaCode of ['416', '888']) {
      const { phoneNumber } = await incomingPhoneNumbers.create({ areaCode });
      expect(phoneNumber.slice(0, 5)).toBe(`+1${areaCode}`);
    }
  });

  it('knows the magic inputs, for nothing and as often as wanted', async ({ emulator, client }) => {
    const sids = new Set<string>();
    for (const magic of [{ phoneNumber: '+15005550006' }, { phoneNumber: '+15005550006' }, { areaCode: '500' }])
      sids.add((await client.incomingPhoneNumbers.create(magic)).sid);
    expect(sids.size).toBe(3);
    expect(emulator.state().balance.amount).toBe('500.00');
  });

  it('reads a plus that nobody encoded', async ({ emulator }) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: 'PhoneNumber=+15005550006' };
    expect((await call(emulator, numbersPath, init)).status).toBe(201);
  });
});

describe('what a purchase is refused for', () => {
  it('a second number of a trial account', async ({ emulator }) => {
    emulator.setFaults({ trial: true });
    await buyUsNumber(emulator);
    await expectRejection(buyUsNumber(emulator), 400, 21404);
  });

  it('too little money, and not one cent is taken', async ({ emulator }) => {
    emulator.setFaults({ balance: '1.149999' });
    const message = expect.stringMatching(/insufficient funds/i);
    await expect(buyUsNumber(emulator)).rejects.toMatchObject({ status: 400, code: 20005, message });
    expect(emulator.state().balance.amount).toBe('1.149999');
    emulator.setFaults({ balance: '1.15' });
    await buyUsNumber(emulator);
    expect(emulator.state().balance.amount).toBe('0.00');
  });

  it('a number that someone else took between search and purchase', async ({ emulator, client }) => {
    emulator.setFaults({ takenNumbers: ['+14155550100'] });
    const [listed] = await client.availablePhoneNumbers('US').local.list({ limit: 1 });
    expect(listed?.phoneNumber).toBe('+14155550100');
    await expectRejection(buyUsNumber(emulator), 400, 21422);
    const other = await client.incomingPhoneNumbers.create({ areaCode: '415' });
    expect(other.phoneNumber).toBe('+14155550101');
  });
});
