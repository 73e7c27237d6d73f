import twilio from 'twilio';
import { describe, expect } from 'vitest';
import { accept, buyUsNumber, deadUrl, expectCut, call, it, refuseWith, webhookServer, type Hook } from './harness.ts';
import webhookParameters from './webhookParameters.json' with { type: 'json' };

function signatureHolds(authToken: string, hook: Hook | undefined, url: string): boolean {
  if (!hook) return false;
  const signature = String(hook.headers['x-twilio-signature']);
  return twilio.validateRequest(authToken, signature, url, hook.method === 'POST' ? hook.params : {});
}

describe('the webhook of a message', () => {
  it('is a signed form with everything that Twilio tells', async ({ emulator, server }) => {
    const url = `${server.url}/webhook?tenant=a%20b&x='`;
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: url });
    const { From: from, Body: body } = webhookParameters;
    const { sid, delivered } = await emulator.sendSms({ to, body, from });
    const [hook] = server.hooks;
    expect(delivered).toEqual([{ url, attempt: 1, status: 200 }]);
    const { accountSid: AccountSid, authToken } = emulator;
    const ids = { MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, AccountSid };
    expect(hook?.params).toEqual({ ...webhookParameters, ...ids, To: to });
    expect(hook?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      'i-twilio-idempotency-token': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(signatureHolds(authToken, hook, url)).toBe(true);
    expect(signatureHolds('another token', hook, url)).toBe(false);
    expect(signatureHolds(authToken, hook, `${server.url}/webhook`)).toBe(false);
  });

  it('is a signed GET when SmsMethod says so', async ({ emulator, server }) => {
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: `${server.url}/webhook?a=1`, smsMethod: 'GET' });
    await emulator.sendSms({ to, body: 'G-123456 & more' });
    const [hook] = server.hooks;
    expect(hook).toMatchObject({ method: 'GET', params: { a: '1', Body: 'G-123456 & more' } });
    expect(signatureHolds(emulator.authToken, hook, server.url + hook?.path)).toBe(true);
  });

  it('does not know where short codes and alphanumeric senders are', async ({ emulator, server, to }) => {
    for (const from of ['Kettlebank', '72166', '+919000012345', '+14165550100'])
      await emulator.sendSms({ to, body: 'x', from });
    expect(server.hooks.map(({ params }) => params['FromCountry'])).toEqual(['', '', 'IN', 'CA']);
  });

  it('lists media, and counts segments', async ({ emulator, server, to }) => {
    const { sid } = await emulator.sendSms({ to, body: 'look', numMedia: 2 });
    await emulator.sendSms({ to, body: 'ü€'.repeat(200) });
    expect(sid).toMatch(/^MM/);
    expect(server.hooks[0]?.params).toMatchObject({
      NumMedia: '2',
      MediaContentType1: 'image/jpeg',
      MediaUrl1: expect.stringContaining(`/Messages/${sid}/Media/ME`),
    });
    expect(server.hooks[1]?.params).toMatchObject({ NumSegments: '4', NumMedia: '0' });
  });

  it('of WhatsApp has its channel before the numbers, and tells the profile of the sender, not its place', async ({
    emulator,
    server,
    to,
  }) => {
    const addresses = { from: 'whatsapp:+12125550119', to: `whatsapp:${to}` };
    const { sid } = await emulator.sendSms({ ...addresses, body: 'x'.repeat(200) });
    await emulator.sendSms({ to: addresses.to, body: '', numMedia: 1 });
    const ids = { MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, AccountSid: emulator.accountSid };
    const [text, picture] = server.hooks;
    expect(text?.params).toEqual({
      ...ids,
      From: addresses.from,
      To: addresses.to,
      Body: 'x'.repeat(200),
      WaId: '12125550119',
      ProfileName: 'Asha',
      MessageType: 'text',
      SmsStatus: 'received',
      NumMedia: '0',
      ReferralNumMedia: '0',
      NumSegments: '1',
      ApiVersion: '2010-04-01',
    });
    expect(picture?.params).toMatchObject({ From: 'whatsapp:+12025550147', MessageType: 'image', NumMedia: '1' });
    expect(signatureHolds(emulator.authToken, text, server.url)).toBe(true);
    expect(emulator.state().messages[0]).toMatchObject({ ...addresses, price: '-0.00500' });
  });

  it('is not sent for a number without SmsUrl, nor for one with an application', async ({ emulator, server }) => {
    for (const settings of [{}, { smsUrl: server.url, smsApplicationSid: 'AP' + 'a'.repeat(32) }]) {
      const { phoneNumber: to } = await buyUsNumber(emulator, settings);
      expect(await emulator.sendSms({ to, body: 'x' })).toMatchObject({ delivered: [] });
    }
    expect(server.hooks).toEqual([]);
  });
});

describe('a webhook that fails', () => {
  it('is not repeated for a status, goes to the fallback, and says why', async ({ emulator, server: fallback }) => {
    const { url } = await webhookServer(refuseWith(500));
    const settings = { smsUrl: `${url}/a#rc=2`, smsFallbackUrl: `${fallback.url}/b` };
    const { phoneNumber: to } = await buyUsNumber(emulator, settings);
    const { delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered).toEqual([
      { url: settings.smsUrl, attempt: 1, status: 500 },
      { url: settings.smsFallbackUrl, attempt: 1, status: 200 },
    ]);
    expect(fallback.hooks[0]?.params).toMatchObject({ Body: 'x', ErrorCode: '11200', ErrorUrl: `${url}/a` });
    expect(signatureHolds(emulator.authToken, fallback.hooks[0], settings.smsFallbackUrl)).toBe(true);
    expect(emulator.state().alerts).toEqual([]);
  });

  it('is repeated as the fragment says, which is not signed, with one idempotency token', async ({ emulator }) => {
    const server = await webhookServer((hook, res, count) =>
      count < 3 ? refuseWith(503)(hook, res) : accept(hook, res),
    );
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: `${server.url}/webhook#rc=5&rp=5xx` });
    const { delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered.map(({ attempt, status }) => `${attempt}: ${status}`)).toEqual(['1: 503', '2: 503', '3: 200']);
    expect(new Set(server.hooks.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(signatureHolds(emulator.authToken, server.hooks[2], `${server.url}/webhook`)).toBe(true);
  });

  it.for([
    ['#rp=4xx', 404, 2],
    ['#rp=5xx', 404, 1],
    ['#rc=3&rp=all', 404, 4],
    ['#rc=0&rp=all', 500, 1],
    ['#rc=9&rp=4xx,5xx', 500, 2],
    ['', 500, 1],
    ['#rp=4xx', 302, 2],
  ] as const)('is tried with %s after %i %i times', async ([fragment, status, tries], { emulator }) => {
    const server = await webhookServer(refuseWith(status));
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url + fragment });
    const { delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered.map((attempt) => attempt.status)).toEqual(Array(tries).fill(status));
  });

  it('is tried once more when nobody listens, then the error log knows', async ({ emulator, client }) => {
    const url = await deadUrl();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: url });
    const { sid, delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered).toMatchObject([{ attempt: 1, error: expect.stringMatching(/ECONNREFUSED/) }, { attempt: 2 }]);
    expect(emulator.state().alerts).toMatchObject([{ code: 11200, messageSid: sid, url }]);
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'received' });
  });

  it('is given up when the answer or the whole takes too long, or the connection is cut', async ({ emulator }) => {
    const silent = await webhookServer(() => undefined);
    const cutting = await webhookServer((_hook, res) => res.destroy());
    const settings = { smsUrl: `${silent.url}#rt=100`, smsFallbackUrl: `${cutting.url}#rc=1&rp=rt` };
    const hangUp = { error: expect.stringMatching(/socket hang up/) };
    for (const [more, expected] of [
      [settings, [{ error: 'No answer within 100 ms' }, hangUp, hangUp]],
      [{ smsUrl: `${silent.url}#tt=120&rc=5&rp=all` }, [{ error: 'No answer within 120 ms' }]],
    ] as const) {
      const { phoneNumber: to } = await buyUsNumber(emulator, more);
      expect((await emulator.sendSms({ to, body: 'x' })).delivered).toMatchObject(expected);
    }
  });
});

describe('closing', () => {
  it('ends a delivery that waits for its answer, and frees the port', async ({ emulator }) => {
    const asked = Promise.withResolvers<void>();
    const silent = await webhookServer(() => asked.resolve());
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: silent.url });
    const receipt = emulator.sendSms({ to, body: 'x' });
    await asked.promise;
    await emulator.close();
    expect((await receipt).delivered).toMatchObject([{ attempt: 1, error: expect.stringMatching(/abort/i) }]);
    await expectCut(call(emulator, '{account}/Balance.json'));
  });

  it('ends a delivery that waits for its turn', async ({ emulator, server, to }) => {
    emulator.setFaults({ webhookDelayMs: 600_000 });
    const receipt = emulator.sendSms({ to, body: 'x' });
    await emulator.close();
    expect((await receipt).delivered).toEqual([]);
    expect(server.hooks).toEqual([]);
  });
});
