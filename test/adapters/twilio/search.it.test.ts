import { describe, expect, it } from 'vitest';
import type { AvailableNumber } from '../../../electron/contract/state.ts';
import type { NumberSearch } from '../../../electron/core/ports.ts';
import { accountForTest, serverForTest, telephonyFor } from '../harness.ts';

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

  it('can be narrowed to a city and to what they do beside SMS, which they always do', async () => {
    const { emulator, telephony } = await accountForTest();
    const [anywhere] = await telephony.search({ country: 'US', type: 'local', limit: 1 });
    const locality = anywhere?.locality ?? '';
    const found = await telephony.search({
      country: 'US',
      type: 'local',
      locality,
      capabilities: ['mms', 'voice'],
      limit: 5,
    });
    expect(found.length).toBeGreaterThan(0);
    for (const number of found) {
      expect(number).toMatchObject({ locality, capabilities: { sms: true, mms: true, voice: true } });
    }
    const { SmsEnabled, MmsEnabled, VoiceEnabled, InLocality } = emulator.state().requests.at(-1)?.query ?? {};
    expect([SmsEnabled, MmsEnabled, VoiceEnabled, InLocality]).toEqual(['true', 'true', 'true', locality]);
    await telephony.search({ country: 'US', type: 'local', limit: 1 });
    expect(emulator.state().requests.at(-1)?.query).not.toHaveProperty('MmsEnabled');
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
