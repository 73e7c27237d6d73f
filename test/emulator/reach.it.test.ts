import { once } from 'node:events';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect } from 'vitest';
import { isLoopback, namesThisMachine, originOf } from '../../electron/emulator/reach.ts';
import { startEmulator } from '../../electron/emulator/server.ts';
import { it as carrier } from './carrier.ts';
import { basic, call, control, emulatorForTest, expectRefusal, it } from './harness.ts';

/** An address by which other machines could reach this one. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((address) => address && !address.internal && address.family === 'IPv4')?.address;

/** fetch does not let a caller choose the Host header. */
async function statusFor(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const sent = request(url, { headers }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

describe('an emulator on loopback', () => {
  it('answers to no other name than this machine’s, so that no page can lead its own there', async ({ emulator }) => {
    const { accountSid, authToken, baseUrl } = emulator;
    const url = `${baseUrl}/2010-04-01/Accounts/${accountSid}.json`;
    const as = (host: string) => statusFor(url, { host, authorization: basic(accountSid, authToken) });
    expect([await as('localhost:4010'), await as('127.0.0.1'), await as('[::1]:80')]).toEqual([200, 200, 200]);
    for (const host of ['evil.example', 'host.docker.internal:4010', '127.evil.example', '192.0.2.2'])
      expect(await as(host), host).toBe(403);
  });
});

describe('an emulator on all addresses', () => {
  it('tells its address for this machine, where everything is as on loopback', async () => {
    const emulator = await emulatorForTest({ host: '0.0.0.0' });
    expect(emulator.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await control(emulator, 'state')).status).toBe(200);
  });

  it('answers others by any name, with the credentials alone, and lets none of them control it', async ({ skip }) => {
    if (outside === undefined) return skip('This machine has no address but loopback.');
    const emulator = await emulatorForTest({ host: '0.0.0.0' });
    const { accountSid, authToken, baseUrl } = emulator;
    const there = baseUrl.replace('127.0.0.1', outside);
    const account = `${there}/2010-04-01/Accounts/${accountSid}.json`;
    const authorization = basic(accountSid, authToken);
    expect(await statusFor(account, { host: 'otp-dock:4010', authorization })).toBe(200);
    expect(await statusFor(account, { host: 'otp-dock:4010' })).toBe(401);
    for (const host of ['localhost', 'otp-dock'])
      expect(await statusFor(`${there}/_emulator/state`, { host, authorization })).toBe(403);
  });
});

carrier('nobody who sends controls it by a StatusCallback that leads there', async ({ emulator, send, client }) => {
  const { sid } = await send({ statusCallback: `${emulator.baseUrl}/_emulator/reset` });
  await expect.poll(() => emulator.state().alerts.length).toBe(3);
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'delivered' });
});

describe('what an emulator is given to say', () => {
  it('is a header of every answer', async () => {
    const emulator = await emulatorForTest({ headers: { 'X-Made-By': 'a test' } });
    const answers = [
      await call(emulator, '{account}.json'),
      await call(emulator, '/2010-04-01/nothing.json'),
      await call({ ...emulator, authToken: 'wrong' }, '{account}.json'),
      await call(emulator, '/_emulator/state'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 200]);
    for (const { headers } of answers) expect(headers.get('x-made-by')).toBe('a test');
  });

  it('and why it refuses a name, in Twilio’s form', async ({ emulator }) => {
    const sent = request(emulator.baseUrl, { headers: { host: 'evil.example' } }).end();
    const [response] = await once(sent, 'response');
    const body = JSON.parse(String(Buffer.concat(await response.toArray()))) as Record<string, unknown>;
    expectRefusal({ status: response.statusCode, body }, 403, 20403);
    expect(body['message']).toMatch(/127\.0\.0\.1 and localhost.*"evil\.example"/);
  });
});

describe('an address', () => {
  it('that this machine does not have is told', async () => {
    await expect(startEmulator({ port: 0, host: '203.0.113.1' })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });

  it.for([
    ['127.0.0.1', true],
    ['127.8.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.0.2.7', false],
    ['::ffff:192.0.2.7', false],
    [undefined, false],
  ] as const)('%s is loopback: %s', ([address, expected]) => {
    expect(isLoopback(address)).toBe(expected);
  });

  it.for([
    ['http://localhost:5173', true],
    ['http://LOCALHOST', true],
    ['http://127.0.0.2:4010', true],
    ['http://[::1]:4010', true],
    ['http://127.0.0.1.evil.example', false],
    ['http://localhost.evil.example', false],
    ['null', false],
    ['', false],
  ] as const)('in %s names this machine: %s', ([url, expected]) => {
    expect(namesThisMachine(url)).toBe(expected);
  });

  it.for([
    ['0.0.0.0', 'http://127.0.0.1:4010'],
    ['::', 'http://[::1]:4010'],
    ['fd00::2', 'http://[fd00::2]:4010'],
    ['192.0.2.7', 'http://192.0.2.7:4010'],
  ] as const)('%s is reached at %s from here', ([address, expected]) => {
    expect(originOf({ address, port: 4010, family: 'IPv4' })).toBe(expected);
  });
});
