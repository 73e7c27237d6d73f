import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const someBundle = 'BU' + 'a'.repeat(32);
const someTrunk = 'TK' + 'b'.repeat(32);
const numbersPath = '{account}/IncomingPhoneNumbers.json';

describe('buying a number', () => {
  it('takes it out of the inventory and its monthly price off the balance', async () => {
    const emulator = await emulatorForTest({ now: () => Date.UTC(2026, 10, 22, 12) });
    const client = sdk(emulator);
    const before = Number((await client.balance.fetch()).balance);
    const number = await client.incomingPhoneNumbers.create({
      phoneNumber: '+14155550100',
      friendlyName: 'otp-dock lease 1',
      smsUrl: 'https://hooks.example/webhook',
      smsMethod: 'POST',
    });
    expect(number).toMatchObject({
      phoneNumber: '+14155550100',
      friendlyName: 'otp-dock lease 1',
      smsUrl: 'https://hooks.example/webhook',
      smsMethod: 'POST',
      status: 'in-use',
      origin: 'twilio',
      sid: expect.stringMatching(/^PN[0-9a-f]{32}$/),
      capabilities: { sms: true, mms: true, voice: true, fax: false },
    });
    expect(number.dateCreated).toEqual(new Date('2026-11-22T12:00:00Z'));
    expect(before - Number((await client.balance.fetch()).balance)).toBeCloseTo(1.15, 9);
    const offered = await client.availablePhoneNumbers('US').local.list({ areaCode: 415, limit: 100 });
    expect(offered.map(({ phoneNumber }) => phoneNumber)).not.toContain('+14155550100');
    await expect(client.incomingPhoneNumbers.create({ phoneNumber: '+14155550100' })).rejects.toMatchObject({
      status: 400,
      code: 21422,
    });
  });

  it('remembers every parameter of the purchase, known or not', async () => {
    const emulator = await emulatorForTest();
    const answer = await call(emulator, numbersPath, {
      form: { PhoneNumber: '+14155550101', SmsUrl: '', Surprise: 'yes', TrunkSid: someTrunk },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ sms_url: null, trunk_sid: someTrunk, friendly_name: '(415) 555-0101' });
    expect(emulator.state().numbers[0]).toMatchObject({
      phoneNumber: '+14155550101',
      boughtWith: { PhoneNumber: '+14155550101', SmsUrl: '', Surprise: 'yes', TrunkSid: someTrunk },
      monthlyPrice: '1.15',
    });
  });

  it('finds a number in an area code', async () => {
    const emulator = await emulatorForTest();
    const local = await sdk(emulator).incomingPhoneNumbers.create({ areaCode: '416' });
    const tollFree = await sdk(emulator).incomingPhoneNumbers.create({ areaCode: '888' });
    expect([local.phoneNumber.slice(0, 5), tollFree.phoneNumber.slice(0, 5)]).toEqual(['+1416', '+1888']);
  });

  it('knows the magic inputs, for nothing and as often as wanted', async () => {
    const emulator = await emulatorForTest();
    const client = sdk(emulator);
    const first = await client.incomingPhoneNumbers.create({ phoneNumber: '+15005550006' });
    const second = await client.incomingPhoneNumbers.create({ phoneNumber: '+15005550006' });
    const third = await client.incomingPhoneNumbers.create({ areaCode: '500' });
    expect(new Set([first.sid, second.sid, third.sid]).size).toBe(3);
    expect(emulator.state().balance.amount).toBe('500.00');
    await expect(client.incomingPhoneNumbers.create({ phoneNumber: '+15005550000' })).rejects.toMatchObject({
      status: 400,
      code: 21422,
    });
    await expect(client.incomingPhoneNumbers.create({ phoneNumber: '+15005550001' })).rejects.toMatchObject({
      status: 400,
      code: 21421,
    });
    await expect(client.incomingPhoneNumbers.create({ areaCode: '533' })).rejects.toMatchObject({
      status: 400,
      code: 21452,
    });
  });

  it('reads a plus that nobody encoded', async () => {
    const emulator = await emulatorForTest();
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'PhoneNumber=+15005550006',
    };
    expect((await call(emulator, numbersPath, init)).status).toBe(201);
  });
});

describe('what a purchase is refused for', () => {
  const valid = { PhoneNumber: '+14155550100' };

  it.each([
    ['neither number nor area code', {}, 400],
    ['an empty number', { PhoneNumber: '' }, 400],
    ['a number without a country', { PhoneNumber: '4155550100' }, 21421],
    ['a number that is words', { PhoneNumber: 'hello' }, 21421],
    ['a number that nobody sells', { PhoneNumber: '+14155559999' }, 21422],
    ['an area code of two digits', { AreaCode: '41' }, 21451],
    ['an area code of letters', { AreaCode: 'abc' }, 21451],
    ['an area code without numbers', { AreaCode: '999' }, 21452],
    ['a webhook that is no URL', { ...valid, SmsUrl: 'not a url' }, 21402],
    ['a webhook that is not http', { ...valid, SmsUrl: 'ftp://hooks.example/' }, 21402],
    ['a fallback that is no URL', { ...valid, SmsFallbackUrl: '/webhook' }, 21402],
    ['a method that is neither GET nor POST', { ...valid, SmsMethod: 'PUT' }, 21403],
    ['a name of 65 characters', { ...valid, FriendlyName: 'x'.repeat(65) }, 20002],
    ['a bundle that is no SID', { ...valid, BundleSid: 'BU123' }, 20001],
    ['an address that is the SID of something else', { ...valid, AddressSid: someBundle }, 20001],
    ['a flag that is no flag', { ...valid, VoiceCallerIdLookup: 'perhaps' }, 20001],
    ['an emergency status that does not exist', { ...valid, EmergencyStatus: 'On' }, 20001],
  ])('%s', async (_case, form, code) => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, numbersPath, { form }), 400, code);
    expect(emulator.state()).toMatchObject({ numbers: [], balance: { amount: '500.00' } });
  });

  it('a second number of a trial account', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ trial: true });
    await buyUsNumber(emulator);
    await expect(buyUsNumber(emulator)).rejects.toMatchObject({ status: 400, code: 21404 });
  });

  it('too little money, and not one cent is taken', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ balance: '1.149999' });
    await expect(buyUsNumber(emulator)).rejects.toMatchObject({
      status: 400,
      code: 20005,
      message: expect.stringMatching(/insufficient funds/i),
    });
    expect(emulator.state().balance.amount).toBe('1.149999');
    emulator.setFaults({ balance: '1.15' });
    await buyUsNumber(emulator);
    expect(emulator.state().balance.amount).toBe('0.00');
  });

  it('a number that someone else took between search and purchase', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ takenNumbers: ['+14155550100'] });
    const [listed] = await sdk(emulator).availablePhoneNumbers('US').local.list({ limit: 1 });
    expect(listed?.phoneNumber).toBe('+14155550100');
    await expect(buyUsNumber(emulator)).rejects.toMatchObject({ status: 400, code: 21422 });
    expect(await sdk(emulator).incomingPhoneNumbers.create({ areaCode: '415' })).toMatchObject({
      phoneNumber: '+14155550101',
    });
  });
});
