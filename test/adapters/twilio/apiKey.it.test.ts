import { describe, expect, it } from 'vitest';
import { createTelephony } from '../../../electron/adapters/twilio/telephony.ts';
import type { Telephony } from '../../../electron/core/ports.ts';
import type { EmulatorOptions } from '../../../electron/emulator/server.ts';
import { emulatorForTest, failureOf, json, serverForTest, someAccount } from '../harness.ts';

const { accountSid } = someAccount;
const sid = `SK${'7'.repeat(32)}`;
const secret = 'kEy5ecret'.repeat(4);
const credentials = { accountSid, apiKey: sid, apiSecret: secret };
const order = { phoneNumber: '+14155550100', friendlyName: 'otp-dock lease-1', smsUrl: null, papers: null };
const refusal = { code: 20003, message: 'Authentication Error - invalid username' };

async function byKey(options: EmulatorOptions = {}, type: 'main' | 'standard' = 'standard') {
  const emulator = await emulatorForTest({ accountSid, apiKey: { sid, secret, type }, ...options });
  return { emulator, telephony: createTelephony(credentials, emulator.baseUrl) };
}

/** The key's account, of which this is refused and everything else is an empty list. */
async function refusing(refused: (url: string) => boolean, status: number, body: unknown): Promise<Telephony> {
  const baseUrl = await serverForTest((request, response) => {
    const isRefused = refused(request.url ?? '');
    const list = { incoming_phone_numbers: [], messages: [], page: 0, page_size: 1, next_page_uri: null };
    json(isRefused ? status : 200, isRefused ? body : list)(request, response);
  });
  return createTelephony(credentials, baseUrl);
}

describe('a Standard key', () => {
  it('may not read the account, which is accepted all the same and unknown by name and kind', async () => {
    const { emulator, telephony } = await byKey();
    expect(await telephony.account()).toEqual({ name: null, trial: null });
    expect(await telephony.balance()).toEqual({ amount: '500.00', currency: 'USD' });
    expect(emulator.state().requests.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      [`${accountSid}.json`, 401],
      ['IncomingPhoneNumbers.json', 200],
      ['Balance.json', 200],
    ]);
  });

  it('buys a number, reads its messages, and gives it back', async () => {
    const { emulator, telephony } = await byKey();
    const number = await telephony.purchase(order);
    await emulator.sendSms({ to: number.phoneNumber, body: 'Your code is 482913' });
    expect(await telephony.messagesTo(number.phoneNumber, number.boughtAt)).toMatchObject([{ accountSid }]);
    await telephony.release(number.sid);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('of a suspended account is called so', async () => {
    const { emulator, telephony } = await byKey();
    emulator.setFaults({ suspended: true });
    expect(await failureOf(telephony.account())).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
  });
});

it('a Main key reads the account like the token', async () => {
  const { telephony } = await byKey({}, 'main');
  expect(await telephony.account()).toEqual({ name: 'Emulated account', trial: false });
});

it('a wrong key is called so, with what to compare, and without its secret', async () => {
  const { telephony } = await byKey({ apiKey: { sid, secret: 'x'.repeat(32) } });
  const failure = await failureOf(telephony.account());
  expect(failure).toMatchObject({
    code: 'INVALID_CREDENTIALS',
    hint: expect.toSay('API key'),
    twilio: { code: 20003 },
  });
  expect(JSON.stringify(failure)).not.toContain(secret);
  expect(await failureOf(telephony.purchase(order))).toMatchObject({ code: 'INVALID_CREDENTIALS' });
});

describe('a key with fewer rights', () => {
  it.each([
    [401, refusal],
    // https://www.twilio.com/docs/api/errors/70051
    [403, { code: 70051, message: 'Authorization Failed' }],
  ])('is not called wrong for a single refusal (%i)', async (status, body) => {
    const telephony = await refusing((url) => !url.includes('/IncomingPhoneNumbers.json'), status, body);
    expect(await telephony.account()).toEqual({ name: null, trial: null });
    expect(await failureOf(telephony.balance())).toMatchObject({ code: 'FORBIDDEN', twilio: { code: body.code } });
    expect(await failureOf(telephony.messagesSince('2026-03-01T00:00:00Z'))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is told which permissions it needs where it has not even those for numbers', async () => {
    const telephony = await refusing(() => true, 403, { code: 70051, message: 'Authorization Failed' });
    const hint = expect.toSay('Restricted');
    expect(await failureOf(telephony.account())).toMatchObject({ code: 'INVALID_CREDENTIALS', hint });
  });

  it('is not judged while Twilio cannot be asked', async () => {
    const telephony = await refusing(() => true, 503, {});
    expect(await failureOf(telephony.account())).toMatchObject({ code: 'TWILIO_ERROR', retryable: true });
  });
});
