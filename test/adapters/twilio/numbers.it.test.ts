import { describe, expect, it } from 'vitest';
import { accountForTest, failureOf } from '../harness.ts';

const order = {
  phoneNumber: '+14155550100',
  friendlyName: 'otp-dock lease-1',
  smsUrl: 'https://hooks.example/webhook',
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
        message: expect.stringMatching(/\w/),
        hint: expect.stringMatching(/\w/),
      });
      expect(failure.twilio).toEqual({
        code: twilioCode,
        status: 400,
        message: expect.stringMatching(/\w/),
        moreInfo: `https://www.twilio.com/docs/errors/${twilioCode}`,
      });
      expect(emulator.state().numbers).toEqual([]);
    },
  );

  it('in a country that wants papers says so', async () => {
    const { telephony } = await accountForTest();
    const [number] = await telephony.search({ country: 'GB', type: 'mobile', limit: 1 });
    const failure = await failureOf(telephony.purchase({ ...order, phoneNumber: number?.phoneNumber ?? '' }));
    expect(failure).toMatchObject({
      code: 'REGULATORY_BUNDLE_REQUIRED',
      twilio: { code: 21649, message: expect.stringContaining('GB') },
    });
    expect(failure.hint).toContain('US');
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

describe('the account', () => {
  it('has a name, a kind and a balance', async () => {
    const { emulator, telephony } = await accountForTest();
    expect(await telephony.account()).toEqual({ name: 'Emulated account', trial: false });
    expect(await telephony.balance()).toEqual({ amount: '500.00', currency: 'USD' });
    emulator.setFaults({ trial: true, balance: '0.50' });
    expect(await telephony.account()).toMatchObject({ trial: true });
    expect(await telephony.balance()).toEqual({ amount: '0.50', currency: 'USD' });
  });
});
