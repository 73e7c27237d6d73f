import { request } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import { startEmulator } from '../../electron/emulator/server.ts';
import { accept, buyUsNumber, call, control, emulatorForTest, expectRefusal, webhookServer } from './harness.ts';

/** fetch does not let a caller choose the Host header. */
async function statusWithHost(emulator: Emulator, host: string): Promise<number | undefined> {
  const sent = request(`${emulator.baseUrl}/_emulator/state`, { headers: { host } }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

describe('POST /_emulator/token', () => {
  it('puts another auth token in place, which alone is accepted, and signs webhooks', async () => {
    const emulator = await emulatorForTest();
    const { authToken: before } = emulator;
    const authToken = 'f'.repeat(32);
    expect(await control(emulator, 'token', { authToken })).toEqual({ status: 200, body: { authToken } });
    expect(emulator.authToken).toBe(authToken);
    const account = `${emulator.baseUrl}/2010-04-01/Accounts/${emulator.accountSid}.json`;
    const statusWith = async (token: string) => {
      const authorization = `Basic ${btoa(`${emulator.accountSid}:${token}`)}`;
      return (await fetch(account, { headers: { authorization } })).status;
    };
    expect([await statusWith(before), await statusWith(authToken)]).toEqual([401, 200]);
  });

  it('makes one up when none is given, and refuses what is none', async () => {
    const emulator = await emulatorForTest();
    const { authToken: before } = emulator;
    expect(emulator.rotateToken()).toMatch(/^[0-9a-f]{32}$/);
    expect(emulator.authToken).not.toBe(before);
    expectRefusal(await control(emulator, 'token', { authToken: 'short' }), 400, 20001);
    expectRefusal(await control(emulator, 'token', { token: 'x' }), 400, 20001);
  });
});

describe('POST /_emulator/sms', () => {
  it('answers 201 when the webhooks have been called', async () => {
    const server = await webhookServer(accept);
    const emulator = await emulatorForTest();
    const { phoneNumber: to } = await buyUsNumber(emulator, { smsUrl: `${server.url}/webhook` });
    const answer = await control(emulator, 'sms', { to, body: 'Your code is 135790' });
    expect(answer).toEqual({
      status: 201,
      body: {
        sid: expect.stringMatching(/^SM/),
        delivered: [{ url: `${server.url}/webhook`, attempt: 1, status: 200 }],
      },
    });
    expect(server.hooks[0]?.params).toMatchObject({ From: '+12025550147', Body: 'Your code is 135790' });
  });

  it('answers 404 for a number that the account does not have, and sendSms rejects', async () => {
    const emulator = await emulatorForTest();
    expectRefusal(await control(emulator, 'sms', { to: '+14155550100', body: 'x' }), 404, 20404);
    await expect(emulator.sendSms({ to: '+14155550100', body: 'x' })).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
  });

  it('answers 400/21614 for a number that takes no SMS', async () => {
    const emulator = await emulatorForTest();
    const number = await buyVoiceNumber(emulator);
    expectRefusal(await control(emulator, 'sms', { to: number?.phoneNumber, body: 'x' }), 400, 21614);
  });

  it.each([
    ['no JSON', 'not json'],
    ['a list', []],
    ['a string', '"x"'],
    ['no to', { body: 'x' }],
    ['a to that is no number', { to: '123', body: 'x' }],
    ['no body', { to: '+14155550100' }],
    ['a body that is too long', { to: '+14155550100', body: 'x'.repeat(1601) }],
    ['a sender that is too long', { to: '+14155550100', body: 'x', from: 'TwelveLetter' }],
    ['a sender of two digits', { to: '+14155550100', body: 'x', from: '12' }],
    ['a sender that is no text', { to: '+14155550100', body: 'x', from: 5 }],
    ['eleven pictures', { to: '+14155550100', body: 'x', numMedia: 11 }],
  ])('answers 400/20001 for %s', async (_case, body) => {
    const emulator = await emulatorForTest();
    expectRefusal(await control(emulator, 'sms', body), 400, 20001);
  });

  it('answers 413 and 415 for what is too large or not JSON', async () => {
    const emulator = await emulatorForTest();
    expect((await control(emulator, 'sms', { to: '+14155550100', body: 'x'.repeat(70_000) })).status).toBe(413);
    expect(
      (await control(emulator, 'sms', 'to=1', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(415);
  });
});

async function buyVoiceNumber(emulator: Emulator) {
  const { body } = await call(emulator, '{account}/AvailablePhoneNumbers/IN/TollFree.json?PageSize=1');
  await call(emulator, '{account}/IncomingPhoneNumbers.json', {
    form: { PhoneNumber: body.available_phone_numbers[0].phone_number },
  });
  return emulator.state().numbers[0];
}

describe('GET /_emulator/state', () => {
  it('tells what happened, in order, without credentials', async () => {
    const emulator = await emulatorForTest();
    await buyUsNumber(emulator, { friendlyName: 'x' });
    const { body } = await control(emulator, 'state');
    expect(body).toEqual(emulator.state());
    expect(body).toMatchObject({
      account: { sid: emulator.accountSid, status: 'active' },
      balance: { amount: '498.85', currency: 'USD' },
    });
    expect(body.requests).toMatchObject([
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
    ]);
    expect(JSON.stringify(body)).not.toContain(emulator.authToken);
  });

  it('keeps every value of a parameter that is repeated', async () => {
    const emulator = await emulatorForTest();
    await call(emulator, '{account}/Balance.json?a=1&a=2&b=3');
    expect(emulator.state().requests[0]?.query).toEqual({ a: ['1', '2'], b: '3' });
  });

  it('gives a copy', async () => {
    const emulator = await emulatorForTest();
    emulator.state().faults.noNumbers.push('US');
    expect(emulator.state().faults.noNumbers).toEqual([]);
  });
});

describe('POST /_emulator/faults', () => {
  it('merges, answers all faults, and null takes one back', async () => {
    const emulator = await emulatorForTest();
    await control(emulator, 'faults', { rateLimit: 3, balance: '0.50', noNumbers: ['IN'] });
    const merged = await control(emulator, 'faults', { rateLimit: null, trial: true });
    expect(merged).toMatchObject({
      status: 200,
      body: { rateLimit: 0, trial: true, balance: '0.50', noNumbers: ['IN'] },
    });
    expect(emulator.state()).toMatchObject({ balance: { amount: '0.50' }, account: { type: 'Trial' } });
    await control(emulator, 'faults', { balance: null });
    expect(emulator.state().balance.amount).toBe('500.00');
  });

  it.each([
    [{ rateLimit: -1 }],
    [{ rateLimit: 1.5 }],
    [{ latencyMs: '5' }],
    [{ suspended: 'yes' }],
    [{ noNumbers: 'IN' }],
    [{ noNumbers: ['India'] }],
    [{ takenNumbers: ['4155550100'] }],
    [{ balance: 5 }],
    [{ balance: 'much' }],
    [{ unheardOf: 1 }],
    [{ toString: null }],
    [[]],
    ['"x"'],
  ])('answers 400/20001 for %j and changes nothing', async (patch) => {
    const emulator = await emulatorForTest();
    const before = emulator.state().faults;
    expectRefusal(
      await control(
        emulator,
        'faults',
        typeof patch === 'object' && !Array.isArray(patch) ? { trial: true, ...patch } : patch,
      ),
      400,
      20001,
    );
    expect(emulator.state().faults).toEqual(before);
  });
});

describe('POST /_emulator/reset', () => {
  it('forgets everything but the account', async () => {
    const emulator = await emulatorForTest();
    await buyUsNumber(emulator);
    emulator.setFaults({ trial: true, balance: '3' });
    expect(await control(emulator, 'reset', {})).toEqual({ status: 204, body: null });
    expect(emulator.state()).toMatchObject({
      numbers: [],
      released: [],
      messages: [],
      requests: [],
      balance: { amount: '500.00' },
      faults: { trial: false },
    });
    expect((await call(emulator, '{account}/Balance.json')).status).toBe(200);
  });
});

describe('who may control', () => {
  it('nobody who came under another name than loopback, and no page of another origin', async () => {
    const emulator = await emulatorForTest();
    expect(await statusWithHost(emulator, 'evil.example')).toBe(403);
    expect(await statusWithHost(emulator, 'localhost:80')).toBe(200);
    expect((await control(emulator, 'state', undefined, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await control(emulator, 'reset', {}, { origin: 'null' })).status).toBe(403);
    expect((await control(emulator, 'state', undefined, { origin: 'http://localhost:5173' })).status).toBe(200);
  });

  it('there is nothing else to control', async () => {
    const emulator = await emulatorForTest();
    expectRefusal(await control(emulator, 'elsewhere'), 404, 20404);
    expectRefusal(await control(emulator, 'elsewhere', {}), 404, 20404);
  });
});

describe('starting', () => {
  it('says which port is taken', async () => {
    const { baseUrl } = await emulatorForTest();
    const port = Number(new URL(baseUrl).port);
    await expect(startEmulator({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use`);
  });

  it('takes given credentials, makes up others, and refuses a SID that is none', async () => {
    const given = { accountSid: 'AC' + 'f'.repeat(32), authToken: 'secret' };
    expect(await emulatorForTest(given)).toMatchObject(given);
    const made = await emulatorForTest();
    expect([made.accountSid, made.authToken, made.baseUrl]).toEqual([
      expect.stringMatching(/^AC[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    ]);
    await expect(startEmulator({ port: 0, accountSid: 'me' })).rejects.toThrow('Not an account SID');
  });

  it('logs a line for each request, without query or credentials', async () => {
    const lines: string[] = [];
    const emulator = await emulatorForTest({ log: (line) => lines.push(line) });
    await call(emulator, '{account}/Balance.json?secret=1');
    expect(lines).toEqual([`GET /2010-04-01/Accounts/${emulator.accountSid}/Balance.json 200`]);
  });
});
