import { describe, expect, it } from 'vitest';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { buildCatalogue } from '../../electron/emulator/catalogue.ts';
import { call, emulatorForTest, expectRefusal, sdk } from './harness.ts';

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

describe('countries', () => {
  it('lists countries with the types that each has', async () => {
    const emulator = await emulatorForTest();
    const countries = await sdk(emulator).availablePhoneNumbers.list();
    expect(countries.map(({ countryCode }) => countryCode)).toEqual(
      expect.arrayContaining(['US', 'CA', 'GB', 'DE', 'FR', 'AU', 'IN']),
    );
    const us = await sdk(emulator).availablePhoneNumbers('US').fetch();
    expect(Object.keys(us.subresourceUris).sort()).toEqual(['local', 'toll_free']);
  });

  it('answers 404/20404 for a country it does not have and for a type that a country does not have', async () => {
    const emulator = await emulatorForTest();
    await expect(sdk(emulator).availablePhoneNumbers('AQ').local.list()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
    await expect(sdk(emulator).availablePhoneNumbers('US').mobile.list()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
    await expect(sdk(emulator).availablePhoneNumbers('IN').local.list()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
  });
});

describe('search', () => {
  it('offers Indian mobile numbers that take SMS, and none when the fault says so', async () => {
    const emulator = await emulatorForTest();
    const found = await sdk(emulator).availablePhoneNumbers('IN').mobile.list({ smsEnabled: true, limit: 5 });
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({
      isoCountry: 'IN',
      addressRequirements: 'none',
      capabilities: { sms: true, voice: true, mms: false },
    });
    emulator.setFaults({ noNumbers: ['IN'] });
    expect(await sdk(emulator).availablePhoneNumbers('IN').mobile.list()).toEqual([]);
  });

  it('says where a local number is', async () => {
    const emulator = await emulatorForTest();
    const [number] = await sdk(emulator).availablePhoneNumbers('US').local.list({ areaCode: 415, limit: 1 });
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
  });

  it('writes coordinates as strings when asked to', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ decimalsAsStrings: true });
    const { body } = await call(emulator, '{account}/AvailablePhoneNumbers/US/Local.json?PageSize=1');
    expect(body.available_phone_numbers[0]).toMatchObject({ latitude: '37.779000', longitude: '-122.420000' });
  });

  it.each([
    ['Contains=415555****', 100],
    ['Contains=%2B1512', 100],
    ['Contains=5550100', 12],
    ['Contains=KKKJJ%2A%2A', 0],
    ['Contains=JJJ0100', 12],
    ['InRegion=CA', 200],
    ['InLocality=austin', 100],
    ['InPostalCode=02108', 100],
    ['InLata=834', 100],
    ['InRateCenter=MIAMI', 100],
    ['AreaCode=212', 100],
    ['AreaCode=999', 0],
    ['SmsEnabled=false', 0],
    ['SmsEnabled=true&MmsEnabled=true&VoiceEnabled=true', 1000],
    ['FaxEnabled=true', 0],
    ['NearNumber=%2B14155551234', 100],
    ['NearLatLong=37.8,-122.4&Distance=500', 200],
    ['ExcludeAllAddressRequired=true', 1000],
  ])('finds with %s %i local numbers of the US', async (filter, count) => {
    const emulator = await emulatorForTest();
    const { body } = await call(emulator, `{account}/AvailablePhoneNumbers/US/Local.json?PageSize=1000&${filter}`);
    expect(body.available_phone_numbers).toHaveLength(count);
  });

  it.each([
    ['FR/Mobile', 'ExcludeAllAddressRequired=true', 0],
    ['FR/Mobile', 'ExcludeLocalAddressRequired=true', 40],
    ['FR/Local', 'ExcludeLocalAddressRequired=true', 0],
    ['FR/Local', 'ExcludeForeignAddressRequired=true', 40],
    ['PL/Mobile', 'Beta=false', 0],
    ['PL/Mobile', 'Beta=true', 40],
    ['GB/Local', 'SmsEnabled=true', 0],
    ['GB/Local', 'SmsEnabled=false', 40],
  ])('finds in %s with %s %i numbers', async (list, filter, count) => {
    const emulator = await emulatorForTest();
    const { body } = await call(emulator, `{account}/AvailablePhoneNumbers/${list}.json?PageSize=1000&${filter}`);
    expect(body.available_phone_numbers).toHaveLength(count);
  });

  it.each([
    ['AreaCode=41', 21451],
    ['Contains=5', 20001],
    ['Contains=%3F%3F%3F', 20001],
    ['SmsEnabled=maybe', 20001],
    ['PageSize=0', 20001],
    ['PageSize=1001', 20001],
    ['PageSize=ten', 20001],
    ['Page=-1', 20001],
    ['PageToken=zzz', 20001],
    ['Distance=900', 20001],
    ['NearLatLong=here', 20001],
    ['NearNumber=%2B442079460000', 20001],
    ['Beta=2', 20001],
  ])('refuses %s with 400/%i', async (query, code) => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, `{account}/AvailablePhoneNumbers/US/Local.json?${query}`), 400, code);
  });

  it('offers 30 unless asked for another count, and goes on over pages', async () => {
    const emulator = await emulatorForTest();
    const { body } = await call(emulator, '{account}/AvailablePhoneNumbers/US/Local.json');
    expect(body.available_phone_numbers).toHaveLength(30);
    const all = await sdk(emulator).availablePhoneNumbers('IN').mobile.list({ pageSize: 7 });
    expect(new Set(all.map(({ phoneNumber }) => phoneNumber)).size).toBe(200);
  });
});
