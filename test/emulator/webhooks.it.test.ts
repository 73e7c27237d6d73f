import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import {
  accept,
  buyUsNumber,
  call,
  deadUrl,
  emulatorForTest,
  refuseWith,
  sdk,
  webhookServer,
  type Hook,
} from './harness.ts';

const webhookParams = [
  'ToCountry',
  'ToState',
  'SmsMessageSid',
  'NumMedia',
  'ToCity',
  'FromZip',
  'SmsSid',
  'FromState',
  'SmsStatus',
  'FromCity',
  'Body',
  'FromCountry',
  'To',
  'ToZip',
  'NumSegments',
  'MessageSid',
  'AccountSid',
  'From',
  'ApiVersion',
];

function signatureHolds(authToken: string, hook: Hook | undefined, url: string): boolean {
  if (!hook) return false;
  const signature = String(hook.headers['x-twilio-signature']);
  return twilio.validateRequest(authToken, signature, url, hook.method === 'POST' ? hook.params : {});
}

describe('the webhook of a message', () => {
  it('is a signed form with everything that Twilio tells', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const url = `${server.url}/webhook?tenant=a%20b&x='`;
    const number = await buyUsNumber(emulator, { smsUrl: url });
    const receipt = await emulator.sendSms({
      to: number.phoneNumber,
      body: 'Ihr Code: 123456 €',
      from: '+12125550119',
    });
    const [hook] = server.hooks;
    expect(receipt.delivered).toEqual([{ url, attempt: 1, status: 200 }]);
    expect(Object.keys(hook?.params ?? {}).sort()).toEqual(webhookParams.sort());
    expect(hook?.params).toMatchObject({
      MessageSid: receipt.sid,
      SmsSid: receipt.sid,
      SmsMessageSid: receipt.sid,
      AccountSid: emulator.accountSid,
      ApiVersion: '2010-04-01',
      From: '+12125550119',
      To: number.phoneNumber,
      Body: 'Ihr Code: 123456 €',
      SmsStatus: 'received',
      NumMedia: '0',
      NumSegments: '1',
      FromCountry: 'US',
      FromState: 'NY',
      FromCity: 'NEW YORK',
      FromZip: '10001',
      ToCountry: 'US',
      ToState: 'CA',
      ToCity: 'SAN FRANCISCO',
      ToZip: '94102',
    });
    expect(hook?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      'i-twilio-idempotency-token': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(signatureHolds(emulator.authToken, hook, url)).toBe(true);
    expect(signatureHolds('another token', hook, url)).toBe(false);
    expect(signatureHolds(emulator.authToken, hook, `${server.url}/webhook`)).toBe(false);
  });

  it('is a signed GET when SmsMethod says so', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber } = await buyUsNumber(emulator, { smsUrl: `${server.url}/webhook?a=1`, smsMethod: 'GET' });
    await emulator.sendSms({ to: phoneNumber, body: 'G-123456 & more' });
    const [hook] = server.hooks;
    expect(hook).toMatchObject({ method: 'GET', params: { a: '1', Body: 'G-123456 & more' } });
    expect(signatureHolds(emulator.authToken, hook, server.url + hook?.path)).toBe(true);
  });

  it('does not know where short codes and alphanumeric senders are', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
    await emulator.sendSms({ to, body: 'x', from: 'Kettlebank' });
    await emulator.sendSms({ to, body: 'x', from: '72166' });
    await emulator.sendSms({ to, body: 'x', from: '+919000012345' });
    await emulator.sendSms({ to, body: 'x', from: '+14165550100' });
    expect(server.hooks.map(({ params }) => params['FromCountry'])).toEqual(['', '', 'IN', 'CA']);
  });

  it('lists media, and counts segments', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
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

  it('is not sent for a number without SmsUrl, nor for one with an application', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const plain = await buyUsNumber(emulator);
    const withApplication = await buyUsNumber(emulator, {
      smsUrl: server.url,
      smsApplicationSid: 'AP' + 'a'.repeat(32),
    });
    expect(await emulator.sendSms({ to: plain.phoneNumber, body: 'x' })).toMatchObject({ delivered: [] });
    expect(await emulator.sendSms({ to: withApplication.phoneNumber, body: 'x' })).toMatchObject({ delivered: [] });
    expect(server.hooks).toEqual([]);
  });
});

describe('a webhook that fails', () => {
  it('is not repeated for a status, goes to the fallback, and says why', async () => {
    const [server, fallback] = [await webhookServer(refuseWith(500)), await webhookServer()];
    const emulator = await emulatorForTest();
    const number = await buyUsNumber(emulator, { smsUrl: `${server.url}/a#rc=2`, smsFallbackUrl: `${fallback.url}/b` });
    const { delivered } = await emulator.sendSms({ to: number.phoneNumber, body: 'x' });
    expect(delivered).toEqual([
      { url: `${server.url}/a#rc=2`, attempt: 1, status: 500 },
      { url: `${fallback.url}/b`, attempt: 1, status: 200 },
    ]);
    expect(fallback.hooks[0]?.params).toMatchObject({ Body: 'x', ErrorCode: '11200', ErrorUrl: `${server.url}/a` });
    expect(signatureHolds(emulator.authToken, fallback.hooks[0], `${fallback.url}/b`)).toBe(true);
    expect(emulator.state().alerts).toEqual([]);
  });

  it('is repeated as often as the fragment says, with one idempotency token; the fragment is not signed', async () => {
    const server = await webhookServer((hook, res, count) =>
      count < 3 ? refuseWith(503)(hook, res) : accept(hook, res),
    );
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: `${server.url}/webhook#rc=5&rp=5xx` });
    const { delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, 503],
      [3, 200],
    ]);
    expect(new Set(server.hooks.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(signatureHolds(emulator.authToken, server.hooks[2], `${server.url}/webhook`)).toBe(true);
  });

  it.each([
    ['#rp=4xx', 404, 2],
    ['#rp=5xx', 404, 1],
    ['#rc=3&rp=all', 404, 4],
    ['#rc=0&rp=all', 500, 1],
    ['#rc=9&rp=4xx,5xx', 500, 2],
    ['', 500, 1],
    ['#rp=4xx', 302, 2],
  ])('is tried with %s after %i %i times', async (fragment, status, tries) => {
    const server = await webhookServer(refuseWith(status));
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url + fragment });
    const { delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered.map((attempt) => attempt.status)).toEqual(Array(tries).fill(status));
  });

  it('is tried once more when nobody listens, then the error log knows', async () => {
    const url = await deadUrl();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: url });
    const { sid, delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered).toMatchObject([{ attempt: 1, error: expect.stringMatching(/ECONNREFUSED/) }, { attempt: 2 }]);
    expect(emulator.state().alerts).toMatchObject([{ code: 11200, messageSid: sid, url }]);
    expect(await sdk(emulator).messages(sid).fetch()).toMatchObject({ status: 'received' });
  });

  it('is given up when the answer takes too long or the connection is cut', async () => {
    const silent = await webhookServer(() => undefined);
    const cutting = await webhookServer((_hook, res) => res.destroy());
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, {
      smsUrl: `${silent.url}#rt=100`,
      smsFallbackUrl: `${cutting.url}#rc=1&rp=rt`,
    });
    const { delivered } = await emulator.sendSms({ to, body: 'x' });
    expect(delivered.map(({ error }) => error)).toEqual([
      'No answer within 100 ms',
      expect.stringMatching(/socket hang up/),
      expect.stringMatching(/socket hang up/),
    ]);
  });

  it('is given up when the whole takes too long', async () => {
    const silent = await webhookServer(() => undefined);
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: `${silent.url}#tt=120&rc=5&rp=all` });
    expect((await emulator.sendSms({ to, body: 'x' })).delivered).toMatchObject([{ error: 'No answer within 120 ms' }]);
  });
});

describe('closing', () => {
  it('ends a delivery that waits for its answer, and frees the port', async () => {
    const asked = Promise.withResolvers<void>();
    const silent = await webhookServer(() => asked.resolve());
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: silent.url });
    const receipt = emulator.sendSms({ to, body: 'x' });
    await asked.promise;
    await emulator.close();
    expect((await receipt).delivered).toMatchObject([{ attempt: 1, error: expect.stringMatching(/abort/i) }]);
    await expect(call(emulator, '{account}/Balance.json')).rejects.toThrow(/fetch failed/);
  });

  it('ends a delivery that waits for its turn', async () => {
    const server = await webhookServer();
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: server.url });
    emulator.setFaults({ webhookDelayMs: 600_000 });
    const receipt = emulator.sendSms({ to, body: 'x' });
    await emulator.close();
    expect((await receipt).delivered).toEqual([]);
    expect(server.hooks).toEqual([]);
  });
});
