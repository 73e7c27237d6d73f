import { describe, expect } from 'vitest';
import { buyUsNumber, call, it } from './harness.ts';

describe('pricing', () => {
  it('lists the countries over pages', async ({ client: { pricing } }) => {
    const countries = await pricing.v1.phoneNumbers.countries.list({ pageSize: 3 });
    expect(countries.map(({ isoCountry }) => isoCountry)).toEqual(expect.arrayContaining(['US', 'IN', 'GB', 'IE']));
    expect(await pricing.v1.messaging.countries.list({ pageSize: 4 })).toHaveLength(countries.length);
  });

  it('tells what a number costs a month and what an SMS costs a segment', async ({ client: { pricing } }) => {
    const numbers = await pricing.v1.phoneNumbers.countries('US').fetch();
    expect(numbers).toMatchObject({
      country: 'United States',
      isoCountry: 'US',
      priceUnit: 'USD',
      phoneNumberPrices: [
        { numberType: 'local', basePrice: 1.15, currentPrice: 1.15 },
        { numberType: 'toll free', basePrice: 2.15, currentPrice: 2.15 },
      ],
    });
    expect(await pricing.v1.messaging.countries('us').fetch()).toMatchObject({
      inboundSmsPrices: [
        { numberType: 'local', currentPrice: 0.0083 },
        { numberType: 'toll free', currentPrice: 0.0083 },
      ],
      outboundSmsPrices: [{ carrier: 'Other', prices: [{ number_type: 'mobile', current_price: 0.0083 }] }],
    });
  });

  it('writes prices as strings when asked to', async ({ emulator }) => {
    emulator.setFaults({ decimalsAsStrings: true });
    const { body } = await call(emulator, '/v1/PhoneNumbers/Countries/US');
    expect(body.phone_number_prices[0]).toEqual({ number_type: 'local', base_price: '1.15', current_price: '1.15' });
  });
});

describe('usage', () => {
  it('adds up what was bought and received, released numbers too', async ({ emulator, client }) => {
    const [kept, released] = [await buyUsNumber(emulator), await buyUsNumber(emulator)];
    await client.incomingPhoneNumbers(released.sid).remove();
    await emulator.sendSms({ to: kept.phoneNumber, body: 'x'.repeat(200) });
    const records = await client.usage.records.list();
    expect(Object.fromEntries(records.map((record) => [record.category, record]))).toMatchObject({
      phonenumbers: { count: '2', usage: '2', price: 2.3, priceUnit: 'usd' },
      'phonenumbers-mobile': { count: '0', price: 0 },
      'sms-inbound': { count: '1', usage: '2', usageUnit: 'segments', price: 0.0166 },
      totalprice: { price: 2.3166, usage: '2.3166' },
    });
    expect(500 - Number(emulator.state().balance.amount)).toBeCloseTo(2.3166, 9);
  });
});
