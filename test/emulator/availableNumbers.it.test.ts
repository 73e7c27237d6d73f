import { describe, expect } from 'vitest';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { buildCatalogue } from '../../electron/emulator/catalogue.ts';
import { call, it } from './harness.ts';
import searches from './searches.json' with { type: 'json' };

describe('catalogue', () => {
  const listings = [...buildCatalogue().values()];

  it('has numbers that are valid for their country and type', () => {
    const invalid = listings.filter(({ phoneNumber, iso, type }) => {
      const parsed = parsePhoneNumberFromString(phoneNumber);
      // North American toll-free numbers belong to no country; the library files them under the US.
      const country = iso === 'CA' && type === 'tollFree' ? 'US' : iso;
      const types = { local: ['FIXED_LINE', 'FIXED_LINE_OR_MOBILE'], mobile: ['MOBILE'], tollFree: ['TOLL_FREE'] };
      return !parsed?.isValid() || parsed.country !== country || !types[type].includes(parsed.getType() ?? '');
    });
    expect(invalid).toEqual([]);
  });

  it('has at least 25 different numbers of each type that a country sells, the same at each start', () => {
    const counts = Map.groupBy(listings, ({ iso, type }) => `${iso} ${type}`);
    expect(Math.min(...[...counts.values()].map((group) => group.length))).toBeGreaterThanOrEqual(25);
    expect([...buildCatalogue().keys()]).toEqual(listings.map(({ phoneNumber }) => phoneNumber));
  });
});

it('countries are listed, each with the types that it has', async ({ client: { availablePhoneNumbers } }) => {
  const countries = (await availablePhoneNumbers.list()).map(({ countryCode }) => countryCode);
  expect(countries).toEqual(expect.arrayContaining(['US', 'CA', 'GB', 'DE', 'FR', 'AU', 'IN']));
  const { subresourceUris } = await availablePhoneNumbers('US').fetch();
  expect(Object.keys(subresourceUris).sort()).toEqual(['local', 'toll_free']);
});

describe('search', () => {
  it('offers Indian mobile numbers that take SMS, and none when the fault says so', async ({ emulator, client }) => {
    const { mobile } = client.availablePhoneNumbers('IN');
    const found = await mobile.list({ smsEnabled: true, limit: 5 });
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({
      isoCountry: 'IN',
      addressRequirements: 'none',
      capabilities: { sms: true, voice: true, mms: false },
    });
    emulator.setFaults({ noNumbers: ['IN'] });
    expect(await mobile.list()).toEqual([]);
  });

  it('says where a local number is, with coordinates as strings when asked to', async ({ emulator, client }) => {
    const [number] = await client.availablePhoneNumbers('US').local.list({ areaCode: 415, limit: 1 });
    expect(number).toMatchObject({
      phoneNumber: '+14155550100',
      friendlyName: '(415) 555-0100',
      locality: 'San Francisco',
      region: 'CA',
      postalCode: '94102',
      rateCenter: 'SNFC CNTRL',
      lata: '722',
      latitude: 37.779,
      longitude: -122.42,
      isoCountry: 'US',
      beta: false,
    });
    emulator.setFaults({ decimalsAsStrings: true });
    const { body } = await call(emulator, '{account}/AvailablePhoneNumbers/US/Local.json?PageSize=1');
    expect(body.available_phone_numbers[0]).toMatchObject({ latitude: '37.779000', longitude: '-122.420000' });
  });

  it.for(searches)('finds in %s with %s %i numbers', async ([list, filter, count], { emulator }) => {
    const { body } = await call(emulator, `{account}/AvailablePhoneNumbers/${list}.json?PageSize=1000&${filter}`);
    expect(body.available_phone_numbers).toHaveLength(count as number);
  });

  it('offers 30 unless asked for another count, and goes on over pages', async ({ emulator, client }) => {
    const { body } = await call(emulator, '{account}/AvailablePhoneNumbers/US/Local.json');
    expect(body.available_phone_numbers).toHaveLength(30);
    const all = await client.availablePhoneNumbers('IN').mobile.list({ pageSize: 7 });
    expect(new Set(all.map(({ phoneNumber }) => phoneNumber)).size).toBe(200);
  });
});
