import { describe, expect, it } from 'vitest';
import type { AvailableNumber } from '../../../electron/contract/state.ts';
import type { NumberSearch } from '../../../electron/core/ports.ts';
import { accountForTest, json, telephonyAt } from '../harness.ts';

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
    expect(first).toMatchObject({ locality: null, region: null, country: 'IN', type: 'mobile' });
    expect(first?.phoneNumber).toMatch(/^\+91/);
  });

  it.each([
    ['an area code', { areaCode: '415' }, /^\+1415/],
    ['digits that they contain', { contains: '5550117' }, /5550117/],
  ])('can be narrowed to %s', async (_what, more, expected) => {
    const found = await search({ country: 'US', type: 'local', ...more });
    expect(found.length).toBeGreaterThan(0);
    for (const { phoneNumber } of found) expect(phoneNumber).toMatch(expected);
  });

  it('can be narrowed to a city and to what they do beside SMS, which they always do', async () => {
    const { emulator, telephony } = await accountForTest();
    const [anywhere] = await telephony.search({ country: 'US', type: 'local', limit: 1 });
    const locality = anywhere?.locality ?? '';
    const city: NumberSearch = { country: 'US', type: 'local', locality, capabilities: ['mms', 'voice'], limit: 5 };
    const found = await telephony.search(city);
    expect(found.length).toBeGreaterThan(0);
    for (const number of found) {
      expect(number).toMatchObject({ locality, capabilities: { sms: true, mms: true, voice: true } });
    }
    const { SmsEnabled, MmsEnabled, VoiceEnabled, InLocality } = emulator.state().requests.at(-1)?.query ?? {};
    expect([SmsEnabled, MmsEnabled, VoiceEnabled, InLocality]).toEqual(['true', 'true', 'true', locality]);
    await telephony.search({ country: 'US', type: 'local', limit: 1 });
    expect(emulator.state().requests.at(-1)?.query).not.toHaveProperty('MmsEnabled');
  });

  it.each<[string, Omit<NumberSearch, 'limit'>]>([
    ['an area code without any', { country: 'US', type: 'local', areaCode: '999' }],
    ['a type that the country lacks', { country: 'US', type: 'mobile' }],
    ['a country that Twilio does not sell', { country: 'ZZ', type: 'local' }],
    ['those that cannot receive SMS', { country: 'IN', type: 'tollFree' }],
  ])('are none, and no error, for %s', async (_what, query) => {
    expect(await search(query)).toEqual([]);
  });

  it('begin with those that need no address', async () => {
    const capabilities = { SMS: true, MMS: false, voice: true };
    const entry = { friendly_name: 'x', locality: '', region: '', capabilities };
    const numbers = ['any', 'none', 'local', 'none'].map((address_requirements, index) => ({
      ...entry,
      phone_number: `+4670000000${index}`,
      address_requirements,
    }));
    const telephony = await telephonyAt(json(200, { available_phone_numbers: numbers }));
    const found = await telephony.search({ country: 'SE', type: 'mobile', limit: 20 });
    expect(found.map(({ phoneNumber }) => phoneNumber.at(-1))).toEqual(['1', '3', '0', '2']);
    expect(found[0]?.capabilities).toEqual({ sms: true, mms: false, voice: true });
  });
});
