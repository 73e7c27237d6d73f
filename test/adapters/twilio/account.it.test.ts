import { describe, expect, it } from 'vitest';
import { createTelephony } from '../../../electron/adapters/twilio/telephony.ts';
import type { DatedAnswer } from '../../../electron/core/twilioClock.ts';
import { accountForTest, emulatorForTest, failureOf, json, telephonyAt } from '../harness.ts';

it('the account has a name, a kind and a balance', async () => {
  const { emulator, telephony } = await accountForTest();
  expect(await telephony.account()).toEqual({ name: 'Emulated account', trial: false });
  expect(await telephony.balance()).toEqual({ amount: '500.00', currency: 'USD' });
  emulator.setFaults({ trial: true, balance: '0.50' });
  expect(await telephony.account()).toMatchObject({ trial: true });
  expect(await telephony.balance()).toEqual({ amount: '0.50', currency: 'USD' });
});

it('an answer tells the time by Twilio’s clock', async () => {
  const now = Date.parse('2026-03-14T12:00:00.600Z');
  const emulator = await emulatorForTest({ now: () => now });
  const answers: DatedAnswer[] = [];
  const onAnswer = (answer: DatedAnswer) => void answers.push(answer);
  const telephony = createTelephony(emulator, emulator.baseUrl, { onAnswer });
  await telephony.account();
  expect(answers).toEqual([{ date: Date.parse('2026-03-14T12:00:00Z'), tookMs: expect.any(Number) }]);
  // It may be a proxy's.
  emulator.setFaults({ serverErrors: 1 });
  await failureOf(telephony.account());
  expect(answers).toHaveLength(1);
});

describe('what Twilio says was spent', () => {
  it('is told for the days that are asked for, whether it is written as text or as a number', async () => {
    const clock = { now: Date.parse('2026-03-14T12:00:00Z') };
    const { emulator, telephony } = await accountForTest({ now: () => clock.now });
    const order = { friendlyName: 'x', smsUrl: null, papers: null };
    const { phoneNumber: to } = await telephony.purchase({ ...order, phoneNumber: '+14155550100' });
    clock.now += 86_400_000;
    await telephony.purchase({ ...order, phoneNumber: '+14155550101' });
    await emulator.sendSms({ to, body: 'Your code is 123456' });
    const spent = { amount: '1.15', currency: 'USD' };
    expect(await telephony.usage('2026-03-14', '2026-03-14')).toEqual({ total: spent, phoneNumbers: spent });
    for (const decimalsAsStrings of [false, true]) {
      emulator.setFaults({ decimalsAsStrings });
      expect(await telephony.usage('2026-03-01', '2026-03-31')).toEqual({
        total: { amount: expect.stringMatching(/^2\.3\d+$/), currency: 'USD' },
        phoneNumbers: { amount: expect.stringMatching(/^2\.300?$/), currency: 'USD' },
      });
    }
    expect(emulator.state().requests.at(-1)?.query).toMatchObject({ StartDate: '2026-03-01', EndDate: '2026-03-31' });
  });

  it.each([
    ['nothing at all', {}, 'USD', '0.00', '0.00'],
    ['no numbers', { totalprice: '7.5' }, 'EUR', '7.50', '0.00'],
    ['numbers alone', { phonenumbers: '1.0075' }, 'EUR', '0.00', '1.0075'],
  ])(
    'is nothing where Twilio has no record: %s',
    async (_what, prices: Record<string, string>, currency, ...amounts) => {
      const telephony = await telephonyAt((request, response) => {
        const category = new URL(request.url ?? '', 'http://x').searchParams.get('Category') ?? '';
        const price = prices[category];
        const usage_records = price === undefined ? [] : [{ category, price, price_unit: 'eur' }];
        json(200, { usage_records })(request, response);
      });
      const [total, phoneNumbers] = amounts.map((amount) => ({ amount, currency }));
      expect(await telephony.usage('2026-03-01', '2026-03-31')).toEqual({ total, phoneNumbers });
    },
  );

  it('is not made up when Twilio has trouble', async () => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults({ serverErrors: 2 });
    const failure = await failureOf(telephony.usage('2026-03-01', '2026-03-31'));
    expect(failure).toMatchObject({ code: 'TWILIO_ERROR', retryable: true });
  });
});

describe('the monthly prices', () => {
  it.each([
    ['IN', 'mobile', '3.45'],
    ['US', 'local', '1.15'],
    ['US', 'tollFree', '2.15'],
    ['DE', 'mobile', '14.95'],
  ] as const)('of a country have %s %s at %s USD, written as text or as a number', async (country, type, amount) => {
    const { emulator, telephony } = await accountForTest();
    expect((await telephony.monthlyPrices(country))[type]).toEqual({ amount, currency: 'USD' });
    emulator.setFaults({ decimalsAsStrings: true });
    expect((await telephony.monthlyPrices(country))[type]).toEqual({ amount, currency: 'USD' });
  });

  it('do not have a type that is not sold there, and none for a country that Twilio does not sell', async () => {
    const { telephony } = await accountForTest();
    expect(await telephony.monthlyPrices('US')).not.toHaveProperty('mobile');
    expect(await telephony.monthlyPrices('ZZ')).toEqual({});
  });

  it('are asked of Twilio each time, and a failure is told', async () => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults({ serverErrors: 1 });
    expect(await failureOf(telephony.monthlyPrices('US'))).toMatchObject({ code: 'TWILIO_ERROR', retryable: true });
    await telephony.monthlyPrices('US');
    await telephony.monthlyPrices('US');
    expect(emulator.state().requests.map(({ path, status }) => [path, status])).toEqual([
      ['/v1/PhoneNumbers/Countries/US', 503],
      ['/v1/PhoneNumbers/Countries/US', 200],
      ['/v1/PhoneNumbers/Countries/US', 200],
    ]);
  });

  it('have cents, however Twilio writes whole and half dollars', async () => {
    const prices = [
      { number_type: 'local', current_price: 3 },
      { number_type: 'mobile', current_price: '2.5' },
      { number_type: 'toll free', base_price: '0.0075' },
      { number_type: 'national', current_price: '9' },
    ];
    const telephony = await telephonyAt(json(200, { price_unit: 'usd', phone_number_prices: prices }));
    expect(await telephony.monthlyPrices('XX')).toEqual({
      local: { amount: '3.00', currency: 'USD' },
      mobile: { amount: '2.50', currency: 'USD' },
      tollFree: { amount: '0.0075', currency: 'USD' },
    });
  });
});
