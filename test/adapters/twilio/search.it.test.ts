import { describe, expect, it } from 'vitest';
import type { AvailableNumber } from '../../../electron/contract/state.ts';
import type { NumberSearch } from '../../../electron/core/ports.ts';
import { accountForTest, emulatorForTest, serverForTest, telephonyFor } from '../harness.ts';

async function search(query: Omit<NumberSearch, 'limit'>, limit = 20): Promise<AvailableNumber[]> {
  const { telephony } = await accountForTest();
  return telephony.search({ ...query, limit });
}

describe('the numbers to choose from', () => {
  it('are of the country and type that were asked for, can receive SMS, and say where they are', async () => {
    const found = await search({ country: 'US', type: 'local' }, 3);
    expect(found).toHaveLength(3);
    for (const number of found) {
      expect(number).toEqual({
        phoneNumber: expect.stringMatching(/^\+1\d{10}$/),
        friendlyName: expect.stringMatching(/^\(\d{3}\) 555-01\d\d$/),
        locality: expect.stringMatching(/\w/),
        region: expect.stringMatching(/^[A-Z]{2}$/),
        country: 'US',
        type: 'local',
        capabilities: { sms: true, mms: true, voice: true },
      });
    }
  });

  it('have no place where Twilio names none', async () => {
    const [first] = await search({ country: 'IN', type: 'mobile' });
    expect(first).toMatchObject({
      phoneNumber: expect.stringMatching(/^\+91/),
      locality: null,
      region: null,
      country: 'IN',
      type: 'mobile',
    });
  });

  it('can be narrowed to an area code', async () => {
    const found = await search({ country: 'US', type: 'local', areaCode: '415' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ phoneNumber }) => phoneNumber.startsWith('+1415'))).toBe(true);
  });

  it('can be narrowed to digits that they contain', async () => {
    const found = await search({ country: 'US', type: 'local', contains: '5550117' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ phoneNumber }) => phoneNumber.includes('5550117'))).toBe(true);
  });

  it('are none for an area code without any', async () => {
    expect(await search({ country: 'US', type: 'local', areaCode: '999' })).toEqual([]);
  });

  it('are none, and no error, for a type that the country lacks', async () => {
    expect(await search({ country: 'US', type: 'mobile' })).toEqual([]);
  });

  it('are none, and no error, for a country that Twilio does not sell', async () => {
    expect(await search({ country: 'ZZ', type: 'local' })).toEqual([]);
  });

  it('do not contain those that cannot receive SMS', async () => {
    expect(await search({ country: 'IN', type: 'tollFree' })).toEqual([]);
  });

  it('begin with those that need no address', async () => {
    const { emulator } = await accountForTest();
    const entry = {
      friendly_name: 'x',
      locality: '',
      region: '',
      capabilities: { SMS: true, MMS: false, voice: true },
    };
    const numbers = ['any', 'none', 'local', 'none'].map((address_requirements, index) => ({
      ...entry,
      phone_number: `+4670000000${index}`,
      address_requirements,
    }));
    const baseUrl = await serverForTest((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ available_phone_numbers: numbers })),
    );
    const found = await telephonyFor({ ...emulator, baseUrl }).search({ country: 'SE', type: 'mobile', limit: 20 });
    expect(found.map(({ phoneNumber }) => phoneNumber.at(-1))).toEqual(['1', '3', '0', '2']);
    expect(found[0]?.capabilities).toEqual({ sms: true, mms: false, voice: true });
  });
});

describe('the monthly price', () => {
  it.each([
    ['IN', 'mobile', '3.45'],
    ['US', 'local', '1.15'],
    ['US', 'tollFree', '2.15'],
    ['DE', 'mobile', '14.95'],
  ] as const)(
    'of a number in %s (%s) is %s USD, whether Twilio writes it as text or as a number',
    async (country, type, amount) => {
      const { emulator, telephony } = await accountForTest();
      expect(await telephony.monthlyPrice(country, type)).toEqual({ amount, currency: 'USD' });
      emulator.setFaults({ decimalsAsStrings: true });
      expect(await telephonyFor(emulator).monthlyPrice(country, type)).toEqual({ amount, currency: 'USD' });
    },
  );

  it('is unknown for a type that the list does not have', async () => {
    const { telephony } = await accountForTest();
    expect(await telephony.monthlyPrice('US', 'mobile')).toBeNull();
  });

  it('is asked of Twilio once for a country, and again after a failure', async () => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults({ serverErrors: 1 });
    await expect(telephony.monthlyPrice('US', 'local')).rejects.toThrow();
    await telephony.monthlyPrice('US', 'local');
    await telephony.monthlyPrice('US', 'tollFree');
    expect(emulator.state().requests.map(({ path, status }) => [path, status])).toEqual([
      ['/v1/PhoneNumbers/Countries/US', 503],
      ['/v1/PhoneNumbers/Countries/US', 200],
    ]);
  });

  it('has cents, however Twilio writes whole and half dollars', async () => {
    const emulator = await emulatorForTest();
    const prices = [
      { number_type: 'local', current_price: 3 },
      { number_type: 'mobile', current_price: '2.5' },
      { number_type: 'toll free', base_price: '0.0075' },
    ];
    const baseUrl = await serverForTest((_request, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ price_unit: 'usd', phone_number_prices: prices })),
    );
    const telephony = telephonyFor({ ...emulator, baseUrl });
    expect(
      await Promise.all((['local', 'mobile', 'tollFree'] as const).map((type) => telephony.monthlyPrice('XX', type))),
    ).toEqual([
      { amount: '3.00', currency: 'USD' },
      { amount: '2.50', currency: 'USD' },
      { amount: '0.0075', currency: 'USD' },
    ]);
  });
});
