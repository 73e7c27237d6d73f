import { describe, expect } from 'vitest';
import { call, expectRefusal, expectRejection, it as base } from './harness.ts';

const it = base.extend('lookup', ({ client }) => client.lookups.v2.phoneNumbers);

describe('looking a number up', () => {
  it('tells its country and how it is written', async ({ emulator, lookup }) => {
    expect(await lookup('+14155550188').fetch()).toMatchObject({
      valid: true,
      validationErrors: [],
      phoneNumber: '+14155550188',
      nationalFormat: '(415) 555-0188',
      countryCode: 'US',
      callingCountryCode: '1',
      lineTypeIntelligence: null,
      url: `${emulator.baseUrl}/v2/PhoneNumbers/+14155550188`,
    });
    expect(await lookup('+447400123456').fetch()).toMatchObject({
      valid: true,
      nationalFormat: '07400 123456',
      countryCode: 'GB',
      callingCountryCode: '44',
    });
  });

  it.for([
    ['(415) 555-0188', 'US', '+14155550188'],
    ['415.555.0188', 'US', '+14155550188'],
    ['020 7946 0123', 'GB', '+442079460123'],
    ['+442079460123', 'IN', '+442079460123'],
    ['+80012345678', 'US', '+80012345678'],
  ] as const)('takes %s of %s for %s', async ([given, countryCode, phoneNumber], { lookup }) => {
    const found = await lookup(encodeURIComponent(given)).fetch({ countryCode });
    expect(found).toMatchObject({ valid: true, phoneNumber });
  });

  it.for<[string, string]>([
    ['+1415555', 'TOO_SHORT'],
    ['+141555501880', 'TOO_LONG'],
    ['+15555550100', 'INVALID_BUT_POSSIBLE'],
    ['+999123456', 'INVALID_COUNTRY_CODE'],
    ['hello', 'NOT_A_NUMBER'],
  ])('says why %s is not valid: %s', async ([phoneNumber, reason], { lookup }) => {
    expect(await lookup(phoneNumber).fetch()).toMatchObject({
      valid: false,
      validationErrors: [reason],
      phoneNumber,
      nationalFormat: null,
      countryCode: null,
      callingCountryCode: null,
    });
  });

  it('has no package enabled that costs extra', async ({ lookup }) => {
    const found = await lookup('+14155550188').fetch({ fields: 'validation,line_type_intelligence' });
    expect(found).toMatchObject({ lineTypeIntelligence: { errorCode: 60606 }, callerName: null });
  });

  it('refuses other fields, countries and characters', async ({ emulator, lookup }) => {
    await expectRejection(lookup('+14155550188').fetch({ fields: 'caller_name,shoe_size' }), 400, 20001);
    await expectRejection(lookup('4155550188').fetch({ countryCode: 'XX' }), 400, 20001);
    expectRefusal(await call(emulator, '/v2/PhoneNumbers/%FF'), 404, 20404);
    expectRefusal(await call(emulator, '/v2/PhoneNumbers/+14155550188', { form: {} }), 405, 20004);
  });
});
