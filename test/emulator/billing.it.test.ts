import { describe, expect, it } from 'vitest';
import { buyUsNumber, call, emulatorForTest, expectRefusal, sdk } from './harness.ts';

describe('pricing', () => {
  it('lists the countries over pages', async () => {
    const emulator = await emulatorForTest();
    const countries = await sdk(emulator).pricing.v1.phoneNumbers.countries.list({ pageSize: 3 });
    expect(countries.map(({ isoCountry }) => isoCountry)).toEqual(expect.arrayContaining(['US', 'IN', 'GB', 'IE']));
    const messaging = await sdk(emulator).pricing.v1.messaging.countries.list({ pageSize: 4 });
    expect(messaging).toHaveLength(countries.length);
    const { body } = await call(emulator, '/v1/PhoneNumbers/Countries?PageSize=5');
    expect(body.meta).toMatchObject({ key: 'countries', page: 0, page_size: 5, previous_page_url: null });
    expect(body.meta.next_page_url).toMatch(
      new RegExp(`^${emulator.baseUrl}/v1/PhoneNumbers/Countries\\?PageSize=5&Page=1&PageToken=PA`),
    );
  });

  it('tells what a number costs a month and what an SMS costs a segment', async () => {
    const emulator = await emulatorForTest();
    const numbers = await sdk(emulator).pricing.v1.phoneNumbers.countries('US').fetch();
    expect(numbers).toMatchObject({ country: 'United States', isoCountry: 'US', priceUnit: 'USD' });
    expect(numbers.phoneNumberPrices).toMatchObject([
      { numberType: 'local', basePrice: 1.15, currentPrice: 1.15 },
      { numberType: 'toll free', basePrice: 2.15, currentPrice: 2.15 },
    ]);
    const sms = await sdk(emulator).pricing.v1.messaging.countries('us').fetch();
    expect(sms.inboundSmsPrices).toMatchObject([
      { numberType: 'local', currentPrice: 0.0083 },
      { numberType: 'toll free', currentPrice: 0.0083 },
    ]);
    expect(sms.outboundSmsPrices).toMatchObject([
      { carrier: 'Other', prices: [{ number_type: 'mobile', current_price: 0.0083 }] },
    ]);
  });

  it('writes prices as strings when asked to', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ decimalsAsStrings: true });
    const { body } = await call(emulator, '/v1/PhoneNumbers/Countries/US');
    expect(body.phone_number_prices[0]).toEqual({ number_type: 'local', base_price: '1.15', current_price: '1.15' });
  });

  it.each(['/v1/PhoneNumbers/Countries/AQ', '/v1/Messaging/Countries/XX'])('answers 404/20404 for %s', async (path) => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, path), 404, 20404);
  });
});

describe('usage', () => {
  it('adds up what was bought and received, released numbers too', async () => {
    const emulator = await emulatorForTest();
    const kept = await buyUsNumber(emulator);
    const released = await buyUsNumber(emulator);
    await sdk(emulator).incomingPhoneNumbers(released.sid).remove();
    await emulator.sendSms({ to: kept.phoneNumber, body: 'x'.repeat(200) });
    const records = await sdk(emulator).usage.records.list();
    const byCategory = Object.fromEntries(records.map((record) => [record.category, record]));
    expect(byCategory['phonenumbers']).toMatchObject({ count: '2', usage: '2', price: 2.3, priceUnit: 'usd' });
    expect(byCategory['phonenumbers-mobile']).toMatchObject({ count: '0', price: 0 });
    expect(byCategory['sms-inbound']).toMatchObject({ count: '1', usage: '2', usageUnit: 'segments', price: 0.0166 });
    expect(byCategory['totalprice']).toMatchObject({ price: 2.3166, usage: '2.3166' });
    expect(500 - Number(emulator.state().balance.amount)).toBeCloseTo(2.3166, 9);
  });

  it('can be asked for by category and by day', async () => {
    const clock = { now: Date.UTC(2026, 10, 20, 12) };
    const emulator = await emulatorForTest({ now: () => clock.now });
    await buyUsNumber(emulator);
    clock.now = Date.UTC(2026, 10, 22, 12);
    await buyUsNumber(emulator);
    const counts = async (query: string) => {
      const { body } = await call(emulator, `{account}/Usage/Records.json?Category=phonenumbers&${query}`);
      return body.usage_records.map((record: { count: string }) => record.count);
    };
    expect(await counts('')).toEqual(['2']);
    expect(await counts('StartDate=2026-11-21')).toEqual(['1']);
    expect(await counts('EndDate=2026-11-21')).toEqual(['1']);
    expect(await counts('StartDate=-1days')).toEqual(['1']);
    expect(await counts('StartDate=2026-11-20&EndDate=2026-11-22')).toEqual(['2']);
    const { body } = await call(emulator, '{account}/Usage/Records.json?Category=calls');
    expect(body.usage_records).toEqual([]);
  });

  it.each(['StartDate=soon', 'EndDate=2026-02-30', 'Category=no%20such', 'IncludeSubaccounts=2'])(
    'refuses %s',
    async (query) => {
      const emulator = await emulatorForTest();
      expectRefusal(await call(emulator, `{account}/Usage/Records.json?${query}`), 400, 20001);
    },
  );
});
