import { request } from 'node:http';
import { once } from 'node:events';
import { describe, expect } from 'vitest';
import { startEmulator, type Emulator } from '../../electron/emulator/server.ts';
import controlRefusals from './controlRefusals.json' with { type: 'json' };
import { buyUsNumber, call, control, emulatorForTest, expectRefusal, expectRejection, it } from './harness.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const nobody = { to: '+14155550100', body: 'x' };

/** fetch does not let a caller choose the Host header. */
async function statusWithHost(emulator: Emulator, host: string): Promise<number | undefined> {
  const sent = request(`${emulator.baseUrl}/_emulator/state`, { headers: { host } }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

describe('POST /_emulator/token', () => {
  it('puts another auth token in place, which alone is accepted, or makes one up', async ({ emulator }) => {
    const { authToken: before, accountSid, baseUrl } = emulator;
    const authToken = 'f'.repeat(32);
    expect(await control(emulator, 'token', { authToken })).toEqual({ status: 200, body: { authToken } });
    expect(emulator.authToken).toBe(authToken);
    const statusWith = async (token: string) =>
      (await call({ accountSid, baseUrl, authToken: token }, '{account}.json')).status;
    expect([await statusWith(before), await statusWith(authToken)]).toEqual([401, 200]);
    expect(emulator.rotateToken()).toMatch(/^[0-9a-f]{32}$/);
    expect([before, authToken]).not.toContain(emulator.authToken);
  });
});

describe('POST /_emulator/sms', () => {
  it('answers 201 when the webhooks have been called', async ({ emulator, server, to }) => {
    expect(await control(emulator, 'sms', { to, body: 'Your code is 135790' })).toEqual({
      status: 201,
      body: { sid: expect.stringMatching(/^SM/), delivered: [{ url: server.url, attempt: 1, status: 200 }] },
    });
    expect(server.hooks[0]?.params).toMatchObject({ From: '+12025550147', Body: 'Your code is 135790' });
  });

  it('answers 404 for a number that the account does not have, and sendSms rejects', async ({ emulator }) => {
    expectRefusal(await control(emulator, 'sms', nobody), 404, 20404);
    await expectRejection(emulator.sendSms(nobody), 404, 20404);
  });

  it('answers 400/21614 for a number that takes no SMS', async ({ emulator }) => {
    const { body } = await call(emulator, '{account}/AvailablePhoneNumbers/IN/TollFree.json?PageSize=1');
    const to = body.available_phone_numbers[0].phone_number;
    await call(emulator, '{account}/IncomingPhoneNumbers.json', { form: { PhoneNumber: to } });
    expectRefusal(await control(emulator, 'sms', { to, body: 'x' }), 400, 21614);
  });

  it('answers 400, 413 and 415 for what is too long, too large or not JSON', async ({ emulator }) => {
    expectRefusal(await control(emulator, 'sms', { ...nobody, body: 'x'.repeat(1601) }), 400, 20001);
    expect((await control(emulator, 'sms', { ...nobody, body: 'x'.repeat(70_000) })).status).toBe(413);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await control(emulator, 'sms', 'to=1', form)).status).toBe(415);
  });
});

describe('GET /_emulator/state', () => {
  it('tells what happened, in order, without credentials', async ({ emulator }) => {
    await buyUsNumber(emulator, { friendlyName: 'x' });
    const { body } = await control(emulator, 'state');
    expect(body).toEqual(emulator.state());
    expect(body).toMatchObject({
      account: { sid: emulator.accountSid, status: 'active' },
      balance: { amount: '498.85', currency: 'USD' },
      requests: [
        {
          method: 'GET',
          path: expect.stringMatching(/Local\.json$/),
          query: { SmsEnabled: 'true', PageSize: '1' },
          form: {},
          status: 200,
        },
        {
          method: 'POST',
          path: expect.stringMatching(/IncomingPhoneNumbers\.json$/),
          form: { PhoneNumber: '+14155550100', FriendlyName: 'x' },
          status: 201,
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain(emulator.authToken);
  });

  it('is a copy, and keeps every value of a parameter that is repeated', async ({ emulator }) => {
    await call(emulator, '{account}/Balance.json?a=1&a=2&b=3');
    expect(emulator.state().requests[0]?.query).toEqual({ a: ['1', '2'], b: '3' });
    emulator.state().faults.noNumbers.push('US');
    expect(emulator.state().faults.noNumbers).toEqual([]);
  });
});

it('POST /_emulator/faults merges, answers all faults, and null takes one back', async ({ emulator }) => {
  await control(emulator, 'faults', { rateLimit: 3, balance: '0.50', noNumbers: ['IN'] });
  expect(await control(emulator, 'faults', { rateLimit: null, trial: true })).toMatchObject({
    status: 200,
    body: { rateLimit: 0, trial: true, balance: '0.50', noNumbers: ['IN'] },
  });
  expect(emulator.state()).toMatchObject({ balance: { amount: '0.50' }, account: { type: 'Trial' } });
  await control(emulator, 'faults', { balance: null });
  expect(emulator.state().balance.amount).toBe('500.00');
});

it('POST /_emulator/clock moves the clock on for everything, in the same process too; a reset puts it back', async () => {
  const emulator = await emulatorForTest({ now: () => noon });
  const answer = await control(emulator, 'clock', { advanceSeconds: 90 });
  expect(answer).toEqual({ status: 200, body: { now: '2026-11-22T12:01:30.000Z' } });
  emulator.advanceClock(10);
  expect(() => emulator.advanceClock(-1)).toThrow('advanceSeconds: Too small');
  const { dateCreated, phoneNumber: to } = await buyUsNumber(emulator);
  expect(dateCreated).toEqual(new Date('2026-11-22T12:01:40Z'));
  await emulator.sendSms({ to, body: 'x' });
  expect(emulator.state().messages).toMatchObject([{ createdAt: noon + 100_000 }]);
  await control(emulator, 'reset', {});
  expect((await buyUsNumber(emulator)).dateCreated).toEqual(new Date(noon));
  expect(emulator.state().bundles[0]?.createdAt).toBe(noon);
});

it('POST /_emulator/reset forgets everything but the account', async ({ emulator, to }) => {
  await emulator.sendSms({ to, body: 'x' });
  emulator.setFaults({ trial: true, balance: '3' });
  expect(await control(emulator, 'reset', {})).toEqual({ status: 204, body: null });
  expect(emulator.state()).toMatchObject({
    numbers: [],
    messages: [],
    requests: [],
    balance: { amount: '500.00' },
    faults: { trial: false },
  });
  expect((await call(emulator, '{account}/Balance.json')).status).toBe(200);
});

const wrong = Object.entries(controlRefusals).flatMap(([path, bodies]) =>
  bodies.map((body: unknown) => ({ path, body })),
);

it.for(wrong)('POST /_emulator/$path answers 400/20001 for $body, and changes nothing', async ({ path, body }) => {
  const emulator = await emulatorForTest({ now: () => noon });
  const [before, { authToken }] = [emulator.state(), emulator];
  expectRefusal(await control(emulator, path, body), 400, 20001);
  expect([emulator.state(), emulator.authToken]).toEqual([before, authToken]);
  const { body: clock } = await control(emulator, 'clock', { advanceSeconds: 0 });
  expect(clock).toEqual({ now: '2026-11-22T12:00:00.000Z' });
});

describe('who may control', () => {
  it('nobody who came under another name than loopback, and no page of another origin', async ({ emulator }) => {
    expect(await statusWithHost(emulator, 'evil.example')).toBe(403);
    expect(await statusWithHost(emulator, 'localhost:80')).toBe(200);
    expect((await control(emulator, 'state', undefined, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await control(emulator, 'reset', {}, { origin: 'null' })).status).toBe(403);
    expect((await control(emulator, 'state', undefined, { origin: 'http://localhost:5173' })).status).toBe(200);
  });

  it('there is nothing else to control', async ({ emulator }) => {
    expectRefusal(await control(emulator, 'elsewhere'), 404, 20404);
    expectRefusal(await control(emulator, 'elsewhere', {}), 404, 20404);
  });
});

describe('starting', () => {
  it('takes given credentials, makes up others, and refuses a SID that is none', async ({ emulator }) => {
    const given = { accountSid: 'AC' + 'f'.repeat(32), authToken: 'secret' };
    expect(await emulatorForTest(given)).toMatchObject(given);
    expect(emulator).toMatchObject({
      accountSid: expect.stringMatching(/^AC[0-9a-f]{32}$/),
      authToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    await expect(startEmulator({ port: 0, accountSid: 'me' })).rejects.toThrow('Not an account SID');
  });

  it('logs a line for each request, without query or credentials, and says what it does not have', async () => {
    const lines: string[] = [];
    const emulator = await emulatorForTest({ log: (line) => lines.push(line) });
    await call(emulator, '{account}/Balance.json?secret=1');
    await call(emulator, '/v1/Rooms', { form: { UniqueName: 'x' } });
    await call(emulator, '{account}/Messages/SM0.json');
    const account = `/2010-04-01/Accounts/${emulator.accountSid}`;
    expect(lines).toEqual([
      `GET ${account}/Balance.json 200`,
      'POST /v1/Rooms 404: the emulator does not have this',
      `GET ${account}/Messages/SM0.json 404`,
    ]);
  });
});
