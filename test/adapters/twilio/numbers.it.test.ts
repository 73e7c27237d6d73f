import { describe, expect, it } from 'vitest';
import type { Telephony } from '../../../electron/core/ports.ts';
import { codeOf } from '../../support/failures.ts';
import { accountForTest, failureOf } from '../harness.ts';

const order = {
  phoneNumber: '+14155550100',
  friendlyName: 'otp-dock lease-1',
  smsUrl: 'https://hooks.example/webhook',
  papers: null,
};
const magic = { ...order, phoneNumber: '+15005550006' };

/** An order for a mobile number of a country. */
async function mobileIn(country: string, telephony: Telephony): Promise<typeof order> {
  const [number] = await telephony.search({ country, type: 'mobile', limit: 1 });
  return { ...order, phoneNumber: number?.phoneNumber ?? '' };
}

describe('a purchase', () => {
  it('is one request that carries the webhook and the name by which it can be found again', async () => {
    const { emulator, telephony } = await accountForTest();
    const bought = await telephony.purchase(order);
    const [number] = emulator.state().numbers;
    expect(emulator.state().requests.map(({ method }) => method)).toEqual(['POST']);
    const { phoneNumber, friendlyName, smsUrl } = order;
    expect(number?.boughtWith).toEqual({
      PhoneNumber: phoneNumber,
      FriendlyName: friendlyName,
      SmsUrl: smsUrl,
      SmsMethod: 'POST',
    });
    expect(bought).toEqual({
      sid: number?.sid,
      phoneNumber,
      friendlyName,
      smsUrl,
      sms: { smsUrl, smsMethod: 'POST', smsFallbackUrl: '', smsFallbackMethod: 'POST', smsApplicationSid: '' },
      boughtAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.000Z$/),
    });
  });

  it('has no webhook where there is no public URL', async () => {
    const { emulator, telephony } = await accountForTest();
    const bought = await telephony.purchase({ ...order, smsUrl: null });
    expect(bought.smsUrl).toBeNull();
    const { phoneNumber: PhoneNumber, friendlyName: FriendlyName } = order;
    expect(emulator.state().numbers[0]?.boughtWith).toEqual({ PhoneNumber, FriendlyName });
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
    async (_what, change, code, error, retryable) => {
      const { emulator, telephony } = await accountForTest();
      const words = expect.toSay(/\w/) as string;
      const failure = await failureOf(telephony.purchase({ ...order, ...change }));
      expect(failure).toMatchObject({ code, retryable, message: words, hint: words });
      const moreInfo = `https://www.twilio.com/docs/errors/${error}`;
      expect(failure.twilio).toEqual({ code: error, status: 400, message: words, moreInfo });
      expect(emulator.state().numbers).toEqual([]);
    },
  );

  it('carries the papers that are chosen, and no others', async () => {
    const { emulator, telephony } = await accountForTest();
    const { bundles } = emulator.addPapers({ bundles: [{ isoCountry: 'GB', numberType: 'mobile' }] });
    const [bundleSid, identitySid] = [bundles[0]?.sid ?? '', `RI${'1'.repeat(32)}`];
    const papers = { bundleSid, addressSid: null, identitySid };
    await telephony.purchase({ ...(await mobileIn('GB', telephony)), papers });
    expect(emulator.state().numbers[0]?.boughtWith).toMatchObject({ BundleSid: bundleSid, IdentitySid: identitySid });
    expect(emulator.state().numbers[0]?.boughtWith).not.toHaveProperty('AddressSid');
  });

  it('on the address that a number wants goes through', async () => {
    const { emulator, telephony } = await accountForTest();
    const { addresses } = emulator.addPapers({ addresses: [{ isoCountry: 'SE' }] });
    const papers = { bundleSid: null, addressSid: addresses[0]?.sid ?? '', identitySid: null };
    await telephony.purchase({ ...(await mobileIn('SE', telephony)), papers });
    expect(emulator.state().numbers[0]?.boughtWith).toMatchObject({ AddressSid: papers.addressSid });
  });

  it('on papers that do not fit says so', async () => {
    const { emulator, telephony } = await accountForTest();
    const draft = { isoCountry: 'GB', numberType: 'mobile', status: 'pending-review' } as const;
    const { bundles } = emulator.addPapers({ bundles: [draft] });
    const papers = { bundleSid: bundles[0]?.sid ?? '', addressSid: null, identitySid: null };
    const failure = await failureOf(telephony.purchase({ ...(await mobileIn('GB', telephony)), papers }));
    expect(failure).toMatchObject({ code: 'REGULATORY_BUNDLE_REQUIRED', twilio: { code: 21649 } });
    expect(failure.hint).toSay('under Papers');
  });

  it('in a country that wants papers says so', async () => {
    const { telephony } = await accountForTest();
    const failure = await failureOf(telephony.purchase(await mobileIn('GB', telephony)));
    expect(failure).toMatchObject({
      code: 'REGULATORY_BUNDLE_REQUIRED',
      twilio: { code: 21649, message: expect.toSay('GB') },
    });
    expect(failure.hint).toSay('US');
  });

  it('of a number that wants an address says so', async () => {
    const { telephony } = await accountForTest();
    const failure = await failureOf(telephony.purchase(await mobileIn('SE', telephony)));
    expect(failure).toMatchObject({ code: 'ADDRESS_REQUIRED', twilio: { code: 21631 } });
  });

  it('of a second number on a trial account says so', async () => {
    const { emulator, telephony } = await accountForTest();
    await telephony.purchase(order);
    emulator.setFaults({ trial: true });
    const failure = await failureOf(telephony.purchase({ ...order, phoneNumber: '+14155550101' }));
    expect(failure).toMatchObject({ code: 'TRIAL_LIMIT', twilio: { code: 21404 } });
  });

  it('whose answer is lost is told apart from one that was refused', async () => {
    const { emulator, telephony } = await accountForTest();
    emulator.setFaults({ dropAfterCommit: 1 });
    const failure = await failureOf(telephony.purchase(order));
    expect(failure).toMatchObject({ code: 'TWILIO_UNREACHABLE', retryable: true, twilio: null });
    expect(await telephony.findByFriendlyName(order.friendlyName)).toHaveLength(1);
  });
});

describe('a number of the account', () => {
  it('can be pointed to another webhook', async () => {
    const { emulator, telephony } = await accountForTest();
    const { sid } = await telephony.purchase(order);
    await telephony.setSmsUrl(sid, 'https://other.example/webhook');
    const settings = { sms_url: 'https://other.example/webhook', sms_method: 'POST' };
    expect(emulator.state().numbers[0]?.settings).toMatchObject(settings);
  });

  it('is told by its SID, and that it is gone', async () => {
    const { emulator, telephony } = await accountForTest();
    const bought = await telephony.purchase(order);
    expect(await telephony.ownedNumber(bought.sid)).toEqual(bought);
    await telephony.release(bought.sid);
    expect(await telephony.ownedNumber(bought.sid)).toBeNull();
    emulator.setFaults({ serverErrors: 1 });
    expect(await codeOf(telephony.ownedNumber(bought.sid))).toBe('TWILIO_ERROR');
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
    const failure = await failureOf(telephony.release(sid));
    expect(failure).toMatchObject({ code: 'TWILIO_ERROR', retryable: true, twilio: { status: 503 } });
  });
});
