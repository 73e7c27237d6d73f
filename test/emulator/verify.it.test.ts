import { describe, expect } from 'vitest';
import type { CapturedMessage } from '../../electron/emulator/carrier/captured.ts';
import { alice, bob, it as base } from './carrier.ts';
import { emulatorForTest, expectRejection, sdk } from './harness.ts';

const minuteS = 60;
const codeIn = ({ body }: CapturedMessage) => /\b\d{4,10}\b/.exec(body)?.[0] ?? '';
const other = (code: string) => code.replace(/^./, (first) => String((Number(first) + 1) % 10));

/** A service of Verify with six digits, and what can be done with it. */
const it = base
  .extend('services', ({ client }) => client.verify.v2.services)
  .extend('service', async ({ services }) => {
    const { sid } = await services.create({ friendlyName: 'Lumora', customCodeEnabled: true });
    return services(sid);
  })
  .extend(
    'ask',
    ({ service }) =>
      (wish: Record<string, string> = {}) =>
        service.verifications.create({ to: alice, channel: 'sms', ...wish }),
  )
  .extend(
    'check',
    ({ service }) =>
      (code: string, to = alice) =>
        service.verificationChecks.create({ to, code }),
  )
  .extend(
    'code',
    ({ captured }) =>
      () =>
        codeIn(captured.at(-1) as CapturedMessage),
  );

describe('a service of Verify', () => {
  it('is made, changed, listed and removed', async ({ emulator, services }) => {
    const { sid, ...made } = await services.create({ friendlyName: 'Lumora' });
    expect(made).toMatchObject({
      friendlyName: 'Lumora',
      codeLength: 6,
      lookupEnabled: false,
      customCodeEnabled: false,
    });
    expect(made.links['verifications']).toBe(`${emulator.baseUrl}/v2/Services/${sid}/Verifications`);
    await services.create({ friendlyName: 'Other', codeLength: 4 });
    const changes = { friendlyName: 'Lumora 2', codeLength: 8, lookupEnabled: true, doNotShareWarningEnabled: true };
    expect(await services(sid).update(changes)).toMatchObject(changes);
    expect(await services(sid).fetch()).toMatchObject(changes);
    expect((await services.list({ pageSize: 1 })).map(({ friendlyName }) => friendlyName)).toEqual([
      'Other',
      'Lumora 2',
    ]);
    expect(await services(sid).remove()).toBe(true);
    await expectRejection(services(sid).fetch(), 404, 20404);
  });

  it.for([
    { friendlyName: '' },
    { friendlyName: 'A name of 33 characters, too long' },
    { friendlyName: 'x', codeLength: 3 },
    { friendlyName: 'x', codeLength: 11 },
    { friendlyName: 'x', codeLength: 4.5 },
    { friendlyName: 'x', defaultTemplateSid: 'HJ1' },
  ])('is refused with %j', async (wish, { services }) => {
    await expectRejection(services.create(wish), 400, 60200);
  });
});

describe('a verification', () => {
  it('is approved with the code that was sent', async ({ emulator, captured, service, ask, check, code, client }) => {
    const { sid, ...asked } = await ask();
    const { sid: serviceSid } = await service.fetch();
    expect(asked).toMatchObject({ status: 'pending', valid: false, channel: 'sms', to: alice, serviceSid });
    expect(asked.sendCodeAttempts).toMatchObject([{ channel: 'SMS', attempt_sid: expect.stringMatching(/^VL/) }]);
    expect(captured).toMatchObject([
      {
        from: expect.stringMatching(/^\d{5}$/),
        to: alice,
        service: { sid: serviceSid, name: 'Lumora' },
        body: expect.stringMatching(/Lumora.*\b\d{6}\b/),
      },
    ]);
    for (const key of [sid, alice])
      expect(await service.verifications(key).fetch()).toMatchObject({ sid, status: 'pending' });
    expect(await check(other(code()))).toMatchObject({ sid, status: 'pending', valid: false });
    expect(await check(code())).toMatchObject({ sid, status: 'approved', valid: true });
    await expectRejection(check(code()), 404, 20404);
    for (const key of [sid, alice]) await expectRejection(service.verifications(key).fetch(), 404, 20404);
    expect(await client.messages.list()).toEqual([]);
    expect(emulator.state().messages).toMatchObject([{ status: 'delivered' }]);
  });

  it('sends the same code again, for ten minutes', async ({ emulator, captured, ask, check, code }) => {
    const first = await ask();
    emulator.advanceClock(10 * minuteS - 5);
    expect(await ask()).toMatchObject({ sid: first.sid, sendCodeAttempts: { length: 2 } });
    const [old, again] = captured.map(codeIn);
    expect(again).toBe(old);
    emulator.advanceClock(5);
    await expectRejection(check(code()), 404, 20404);
    expect((await ask()).sid).not.toBe(first.sid);
    expect(await check(code())).toMatchObject({ status: 'approved' });
  });

  it('is sent five times', async ({ emulator, captured, ask, check, code }) => {
    for (let count = 0; count < 5; count += 1) await ask();
    await expectRejection(ask(), 429, 60203);
    expect(captured).toHaveLength(5);
    await ask({ to: bob });
    expect(await check(codeIn(captured[0] as CapturedMessage))).toMatchObject({ status: 'approved' });
    await ask();
    emulator.advanceClock(10 * minuteS);
    await expectRejection(check(code()), 404, 20404);
  });

  it('is checked five times', async ({ emulator, service, ask, check, code }) => {
    const { sid } = await ask();
    for (let count = 0; count < 5; count += 1)
      expect(await check(other(code()))).toMatchObject({ status: 'pending', valid: false });
    await expectRejection(check(code()), 429, 60202);
    await expectRejection(ask(), 429, 60202);
    expect(await service.verifications(sid).fetch()).toMatchObject({ status: 'max_attempts_reached' });
    emulator.advanceClock(10 * minuteS);
    await ask();
    for (let count = 0; count < 4; count += 1) await check(other(code()));
    expect(await check(code())).toMatchObject({ status: 'approved', valid: true });
  });

  it('can be approved and canceled by hand', async ({ service, ask, check, code }) => {
    const { sid } = await ask();
    expect(await service.verifications(sid).update({ status: 'approved' })).toMatchObject({
      status: 'approved',
      valid: true,
    });
    await expectRejection(service.verifications(sid).update({ status: 'canceled' }), 404, 20404);
    await ask();
    await expectRejection(service.verifications(alice).update({ status: 'pending' as 'approved' }), 400, 60200);
    expect(await service.verifications(alice).update({ status: 'canceled' })).toMatchObject({
      status: 'canceled',
      valid: false,
    });
    await expectRejection(check(code()), 404, 20404);
  });

  it('has as many digits as its service says, or a code of its own', async ({ captured, service, ask, check }) => {
    for (const codeLength of [4, 10]) {
      await service.update({ codeLength });
      await ask({ to: codeLength === 4 ? alice : bob });
      expect(codeIn(captured.at(-1) as CapturedMessage)).toHaveLength(codeLength);
    }
    await ask({ customCode: '0007x' });
    expect(captured.at(-1)?.body).toContain('0007x');
    expect(await check('0007x')).toMatchObject({ status: 'approved' });
    await service.update({ customCodeEnabled: false });
    await expectRejection(ask({ customCode: '12345' }), 403, 60204);
  });

  it('is told in the language asked for, with what the service wants', async ({ captured, service, ask }) => {
    await ask({ locale: 'de', customFriendlyName: 'Müller & Co $1' });
    await ask({ locale: 'pt_BR' });
    await ask({ to: '+33644912345' });
    await ask({ to: '+33644912345', locale: 'en-GB', appHash: 'q7Zt+1xKp0B' });
    await service.update({ doNotShareWarningEnabled: true });
    await ask({ to: bob, locale: 'kn' });
    expect(captured.map(({ body }) => body.replace(/\d{6}/, 'CODE'))).toEqual([
      'Müller & Co $1: CODE ist dein Bestätigungscode.',
      'Lumora: CODE é seu código de verificação.',
      'Lumora : CODE est votre code de vérification.',
      '<#> Lumora: CODE is your verification code.\nq7Zt+1xKp0B',
      'Lumora: CODE is your verification code. Do not share it with anyone.',
    ]);
    await expectRejection(ask({ locale: 'tlh' }), 404, 20404);
  });

  it('leaves landlines out if the service says so', async ({ service, ask }) => {
    const [landline, mobile] = ['+442079460123', alice];
    expect(await ask({ to: landline })).toMatchObject({ lookup: {} });
    await service.update({ lookupEnabled: true, skipSmsToLandlines: true });
    await expectRejection(ask({ to: landline }), 403, 60205);
    expect(await ask({ to: mobile })).toMatchObject({ lookup: { carrier: { type: 'mobile' } } });
  });

  it('with PSD2 is for one amount and payee', async ({ service, ask, code }) => {
    await expectRejection(ask({ amount: '5 EUR', payee: 'Shop' }), 403, 60204);
    await service.update({ psd2Enabled: true });
    await expectRejection(ask(), 400, 60206);
    await ask({ amount: '5 EUR', payee: 'Shop' });
    const checked = (amount: string) =>
      service.verificationChecks.create({ to: alice, code: code(), amount, payee: 'Shop' });
    expect(await checked('50 EUR')).toMatchObject({ status: 'pending' });
    expect(await checked('5 EUR')).toMatchObject({ status: 'approved', amount: '5 EUR', payee: 'Shop' });
  });

  it('is not there when its message could not be captured', async () => {
    let full = true;
    const capture = () => (full ? Promise.reject(new Error('The disk is full')) : undefined);
    const emulator = await emulatorForTest({ capture });
    const { services } = sdk(emulator).verify.v2;
    const { sid } = await services.create({ friendlyName: 'Lumora' });
    const ask = () => services(sid).verifications.create({ to: alice, channel: 'sms' });
    for (let count = 0; count < 6; count += 1) await expectRejection(ask(), 503, 20503);
    await expectRejection(services(sid).verifications(alice).fetch(), 404, 20404);
    full = false;
    expect(await ask()).toMatchObject({ sendCodeAttempts: { length: 1 } });
  });

  it('is sent once at a time to a number', async () => {
    const [handed, taken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const emulator = await emulatorForTest({ capture: () => (handed.resolve(), taken.promise) });
    const { services } = sdk(emulator).verify.v2;
    const { sid } = await services.create({ friendlyName: 'Lumora' });
    const ask = () => services(sid).verifications.create({ to: alice, channel: 'sms' });
    const first = ask();
    await handed.promise;
    await expectRejection(ask(), 429, 60212);
    taken.resolve();
    expect(await first).toMatchObject({ status: 'pending' });
    expect(await ask()).toMatchObject({ sendCodeAttempts: { length: 2 } });
  });

  it('is refused for a recipient whom no SMS may reach', async ({ emulator, ask }) => {
    emulator.setFaults({ refusedRecipients: { [alice]: 21614, [bob]: 21211 } });
    await expectRejection(ask(), 403, 60205);
    await expectRejection(ask({ to: bob }), 400, 60200);
  });

  it.for<[number, number, Record<string, string>]>([
    [400, 60200, { to: '447400123456' }],
    [400, 60200, { to: 'alice@mail.example' }],
    [400, 60200, { channel: 'pigeon' }],
    [400, 60200, { channel: '' }],
    [400, 60223, { channel: 'whatsapp' }],
    [400, 60223, { channel: 'call' }],
    [400, 60223, { channel: 'email', to: 'alice@mail.example' }],
    [400, 60200, { customCode: '123' }],
    [400, 60200, { customCode: '12345678901' }],
    [400, 60200, { customCode: '12 45' }],
    [400, 60200, { customFriendlyName: 'A name of 33 characters, too long' }],
    [400, 60243, { customMessage: 'Hello' }],
    [400, 60228, { templateSid: `HJ${'0'.repeat(32)}` }],
    [400, 60200, { appHash: 'short' }],
    [400, 60200, { riskCheck: 'off' }],
    [400, 60200, { deviceIp: '1.2.3' }],
    [404, 20404, { locale: 'xx' }],
  ])('is refused with %i/%i for %j', async ([status, code, wish], { captured, ask }) => {
    await expectRejection(ask(wish), status, code);
    expect(captured).toEqual([]);
  });

  it('of another service, or nobody, is not found', async ({ services, service, ask, code }) => {
    await ask();
    const { sid } = await services.create({ friendlyName: 'Other' });
    const message = `The requested resource /Services/${sid}/VerificationCheck was not found`;
    await expect(services(sid).verificationChecks.create({ to: alice, code: code() })).rejects.toMatchObject({
      status: 404,
      code: 20404,
      message: expect.stringContaining(message),
    });
    const { verificationChecks } = service;
    await expectRejection(verificationChecks.create({ code: code() }), 400, 60221);
    await expectRejection(verificationChecks.create({ to: alice }), 400, 60200);
    await expectRejection(verificationChecks.create({ to: alice, code: '123' }), 400, 60200);
    await expectRejection(verificationChecks.create({ to: bob, code: code() }), 404, 20404);
    await expectRejection(
      services(`VA${'0'.repeat(32)}`).verifications.create({ to: alice, channel: 'sms' }),
      404,
      20404,
    );
  });
});
