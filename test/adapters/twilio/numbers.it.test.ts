import { describe, expect, it } from 'vitest';
import { accountForTest, failureOf } from '../harness.ts';

const order = {
  phoneNumber: '+14155550100',
  friendlyName: 'otp-dock lease-1',
  smsUrl: 'https://hooks.example/webhook',
  papers: null,
};
const magic = { ...order, phoneNumber: '+15005550006' };

describe('a purchase', () => {
  it('is one request that carries the webhook and the name by which it can be found again', async () => {
    const { emulator, telephony } = await accountForTest();
    const bought = await telephony.purchase(order);
    const [number] = emulator.state().numbers;
    expect(emulator.state().requests.map(({ method }) => method)).toEqual(['POST']);
    expect(number?.boughtWith).toEqual({
      PhoneNumber: '+14155550100',
      FriendlyName: 'otp-dock lease-1',
      SmsUrl: 'https://hooks.example/webhook',
      SmsMethod: 'POST',
    });
    expect(bought).toEqual({
      sid: number?.sid,
      phoneNumber: '+14155550100',
      friendlyName: 'otp-dock lease-1',
      smsUrl: 'https://hooks.example/webhook',
      sms: {
        smsUrl: 'https://hooks.example/webhook',
        smsMethod: 'POST',
        smsFallbackUrl: '',
        smsFallbackMethod: 'POST',
        smsApplicationSid: '',
      },
      boughtAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.000Z$/),
    });
  });

  it('has no webhook where there is no public URL', async () => {
    const { emulator, telephony } = await accountForTest();
    const bought = await telephony.purchase({ ...order, smsUrl: null });
    expect(bought.smsUrl).toBeNull();
    expect(emulator.state().numbers[0]?.boughtWith).toEqual({
      PhoneNumber: '+14155550100',
      FriendlyName: 'otp-dock lease-1',
    });
  });

  it('is found again by its exact name', async () => {
    const { telephony } = await accountForTest();
    const bought = await telephony.purchase(magic);
    await telephony.purchase({ ...magic, friendlyName: 'otp-dock lease-10' });
    expect(await telephony.findByFriendlyName('otp-dock lease-1')).toEqual([bought]);
    expect(await telephony.findByFriendlyName('otp-dock lease')).toEqual([]);
  });

  it.each([
    ['that somebody else took', { phoneNumber: '+15005550000' }, 'NUMBER_TAKEN', 21422, true],
    ['that is none', { phoneNumber: '+15005550001' }, 'INVALID_NUMBER', 21421, false],
  ] as const)(
    'of a number %s is refused, in our words and in Twilio’s',
    async (_what, change, code, twilioCode, retryable) => {
      const { emulator, telephony } = await accountForTest();
      const failure = await failureOf(telephony.purchase({ ...order, ...change }));
      expect(failure).toMatchObject({
        code,
        retryable,
        message: expect.toSay(/\w/),
        hint: expect.toSay(/\w/),
      });
      expect(failure.twilio).toEqual({
        code: twilioCode,
        status: 400,
        message: expect.toSay(/\w/),
        moreInfo: `https://www.twilio.com/docs/errors/${twilioCode}`,
      });
      expect(emulator.state().numbers).toEqual([]);
    },
  );

  it('carries the papers that are chosen, and no others', async () => {
    const { emulator, telephony } = await accountForTest();
    const { bundles } = emulator.addPapers({ bundles: [{ isoCountry: 'GB', numberType: 'mobile' }] });
    const [number] = await telephony.search({ country: 'GB', type: 'mobile', limit: 1 });
    const phoneNumber = number?.phoneNumber ?? '';
    const [bundleSid, identitySid] = [bundles[0]?.sid ?? '', `RI${'1'.repeat(32)}`];
    await telephony.purchase({ ...order, phoneNumber, papers: { bundleSid, addressSid: null, identitySid } });
    expect(emulator.state().numbers[0]?.boughtWith).toMatchObject({ BundleSid: bundleSid, IdentitySid: identitySid });
    expect(emulator.state().numbers[0]?.boughtWith).not.toHaveProperty('AddressSid');
  });

  it('on the address that a number wants goes through', async () => {
    const { emulator, telephony } = await accountForTest();
    const { addresses } = emulator.addPapers({ addresses: [{ isoCountry: 'SE' }] });
    const [number] = await telephony.search({ country: 'SE', type: 'mobile', limit: 1 });
    const papers = { bundleSid: null, addressSid: addresses[0]?.sid ?? '', identitySid: null };
    await telephony.purchase({ ...order, phoneNumber: number?.phoneNumber ?? '', papers });
    expect(emulator.state().numbers[0]?.boughtWith).toMatchObject({ AddressSid: papers.addressSid });
  });

  it('on papers that do not fit says so', async () => {
    const { emulator, telephony } = await accountForTest();
    const { bundles } = emulator.addPapers({
      bundles: [{ isoCountry: 'GB', numberType: 'mobile', status: 'pending-review' }],
    });
    const [number] = await telephony.search({ country: 'GB', type: 'mobile', limit: 1 });
    const papers = { bundleSid: bundles[0]?.sid ?? '', addressSid: null, identitySid: null };
    const failure = await failureOf(telephony.purchase({ ...order, phoneNumber: number?.phoneNumber ?? '', papers }));
    expect(failure).toMatchObject({ code: 'REGULATORY_BUNDLE_REQUIRED', twilio: { code: 21649 } });
    expect(failure.hint).toSay('Settings, under Defaults and numbers (Papers)');
  });

  it('in a country that wants papers says so', async () => {
    const { telephony } = await accountForTest();
    const [number] = await telephony.search({ country: 'GB', type: 'mobile', limit: 1 });
    const failure = await failureOf(telephony.purchase({ ...order, phoneNumber: number?.phoneNumber ?? '' }));
    expect(failure).toMatchObject({
      code: 'REGULATORY_BUNDLE_REQUIRED',
      twilio: { code: 21649, message: expect.toSay('GB') },
    });
    expect(failure.hint).toSay('US');
  });

  it('of a number that wants an address says so', async () => {
    const { telephony } = await accountForTest();
    const [number] = await telephony.search({ country: 'SE', type: 'mobile', limit: 1 });
    expect(await failureOf(telephony.purchase({ ...order, phoneNumber: number?.phoneNumber ?? '' }))).toMatchObject({
      code: 'ADDRESS_REQUIRED',
      twilio: { code: 21631 },
    });
  });

  it('of a second number on a trial account says so', async () => {
    const { emulator, telephony } = await accountForTest();
    await telephony.purchase(order);
    emulator.setFaults({ trial: true });
    expect(await failureOf(telephony.purchase({ ...order, phoneNumber: '+14155550101' }))).toMatchObject({
      code: 'TRIAL_LIMIT',
      twilio: { code: 21404 },
    });
  });

  it('whose answer is lost is told apart from one that was refused', async () => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults({ dropAfterCommit: 1 });
    expect(await failureOf(telephony.purchase(order))).toMatchObject({
      code: 'TWILIO_UNREACHABLE',
      retryable: true,
      twilio: null,
    });
    expect(await telephony.findByFriendlyName(order.friendlyName)).toHaveLength(1);
  });
});

describe('a number of the account', () => {
  it('can be pointed to another webhook', async () => {
    const { emulator, telephony } = await accountForTest();
    const { sid } = await telephony.purchase(order);
    await telephony.setSmsUrl(sid, 'https://other.example/webhook');
    expect(emulator.state().numbers[0]?.settings).toMatchObject({
      sms_url: 'https://other.example/webhook',
      sms_method: 'POST',
    });
  });

  it('is told by its SID, and that it is gone', async () => {
    const { emulator, telephony } = await accountForTest();
    const bought = await telephony.purchase(order);
    expect(await telephony.ownedNumber(bought.sid)).toEqual(bought);
    await telephony.release(bought.sid);
    expect(await telephony.ownedNumber(bought.sid)).toBeNull();
    emulator.setFaults({ serverErrors: 1 });
    expect(await failureOf(telephony.ownedNumber(bought.sid))).toMatchObject({ code: 'TWILIO_ERROR' });
  });

  it('gets back all that it had before, and empty text takes away', async () => {
    const { emulator, telephony } = await accountForTest();
    const { sid } = await telephony.purchase(order);
    const before = {
      smsUrl: 'https://old.example/sms?x=1',
      smsMethod: 'GET',
      smsFallbackUrl: 'https://old.example/fallback',
      smsFallbackMethod: 'GET',
      smsApplicationSid: '',
    };
    await telephony.setSmsSettings(sid, before);
    expect((await telephony.ownedNumber(sid))?.sms).toEqual(before);
    await telephony.setSmsSettings(sid, { smsUrl: '', smsFallbackUrl: '' });
    const { smsUrl, sms } = (await telephony.ownedNumber(sid)) ?? {};
    expect(smsUrl).toBeNull();
    expect(sms).toEqual({ ...before, smsUrl: '', smsFallbackUrl: '' });
    const settings = emulator.state().numbers[0]?.settings;
    expect(settings?.sms_url || null).toBeNull();
  });

  it('whose method Twilio did not name is not given one that does not exist', async () => {
    const { telephony } = await accountForTest();
    const { sid, sms } = await telephony.purchase(order);
    await telephony.setSmsSettings(sid, { ...sms, smsMethod: '', smsFallbackMethod: '' });
    expect((await telephony.ownedNumber(sid))?.sms).toEqual(sms);
  });

  it('is listed, also beyond the first page', async () => {
    const { telephony } = await accountForTest();
    const bought = await Promise.all(
      Array.from({ length: 60 }, (_, i) => telephony.purchase({ ...magic, friendlyName: `otp-dock ${i}` })),
    );
    const listed = await telephony.ownedNumbers();
    expect(new Set(listed.map(({ sid }) => sid))).toEqual(new Set(bought.map(({ sid }) => sid)));
    expect(listed).toHaveLength(60);
  });

  it('is gone after its release, and a second release does no harm', async () => {
    const { emulator, telephony } = await accountForTest();
    const { sid } = await telephony.purchase(order);
    await telephony.release(sid);
    expect(emulator.state().numbers).toEqual([]);
    await expect(telephony.release(sid)).resolves.toBeUndefined();
    expect(emulator.state().requests.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 201],
      ['DELETE', 204],
      ['DELETE', 404],
    ]);
  });

  it('is not taken for released when Twilio has trouble', async () => {
    const { emulator, telephony } = await accountForTest();
    const { sid } = await telephony.purchase(order);
    emulator.setFaults({ serverErrors: 1 });
    expect(await failureOf(telephony.release(sid))).toMatchObject({
      code: 'TWILIO_ERROR',
      retryable: true,
      twilio: { status: 503 },
    });
  });
});
