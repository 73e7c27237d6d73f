import { request } from 'node:http';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { IncomingMessage } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../electron/api/routes/all.ts';
import { errorCodes } from '../../electron/contract/errors.ts';
import { statusOf } from '../../electron/api/statusOf.ts';
import { expectRefusal, hostForAll, hostForTest, openSocket, refusalOf, type Answer } from './harness.ts';
import refusals from './refusals.json' with { type: 'json' };

const shared = hostForAll();

/** The status for headers that fetch does not let a test choose, such as Host and Origin. */
async function raw(headers: Record<string, string>, path = '/v1/health'): Promise<number> {
  const asked = request(shared().host.ready.api + path, { headers });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}

const withToken = (headers: Record<string, string> = {}) => ({
  authorization: `Bearer ${shared().host.token}`,
  ...headers,
});

async function answerOf(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(shared().host.ready.api + path, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function expectNothingBought(): void {
  expect(shared().emulator.state().numbers).toEqual([]);
}

describe('a request without the right token', () => {
  it.each([{}, ...[`Bearer ${'x'.repeat(43)}`, 'Basic dTpw', 'Bearer '].map((authorization) => ({ authorization }))])(
    '(%j) is refused, whatever it asks for',
    async (headers) => {
      for (const [method, path] of [
        ['GET', '/v1/health'],
        ['POST', '/v1/leases'],
        ['GET', '/v1/nothing'],
      ] as const) {
        const answer = await answerOf(path, { method, headers });
        expectRefusal(answer, 401, 'UNAUTHORIZED');
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
      expectNothingBought();
    },
  );

  it('cannot carry the token in the address', async () => {
    expect((await answerOf(`/v1/health?token=${shared().host.token}`, {})).status).toBe(401);
  });
});

describe('a request with the token', () => {
  it('that names this machine, or comes from our own page, is answered', async () => {
    const { port, origin } = new URL(shared().host.ready.api);
    const names = ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'].map((name) => ({ host: `${name}:${port}` }));
    for (const headers of [{}, ...names, { origin }]) expect(await raw(withToken(headers))).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:5001',
    'localhost@evil.example',
    '192.168.1.2:5001',
    '0.0.0.0',
  ])('that came by the name “%s” is refused: a page may have pointed it here', async (host) => {
    expect(await raw(withToken({ host }))).toBe(403);
    expect(await raw({ host }, '/')).toBe(403);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1'])(
    'that comes from a page at “%s” is refused',
    async (origin) => expect(await raw(withToken({ origin }))).toBe(403),
  );

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
  ])('that a page embeds (%s) is refused', async (_what, headers) => {
    expect(await raw(withToken(headers))).toBe(403);
    expect(await raw(headers, '/')).toBe(403);
  });
});

describe('what is wrong with a request', () => {
  const leased = hostForAll();
  let id: string;
  beforeAll(async () => {
    id = (await leased().lease({ ttlSeconds: 600 })).id;
  });

  const rows = refusals as [method: string, path: string, body: unknown, status: number, named: string][];

  it.each(rows)('(%s %s with %j) is answered with %i and named: %s', async (method, path, body, status, named) => {
    const { emulator, call, get } = leased();
    const everything = async () => [
      emulator.state().numbers.length,
      await get('/v1/leases'),
      await get('/v1/tokens'),
      await get('/v1/messages'),
    ];
    const before = await everything();
    const answer = await call(method, path.replace('{id}', id), body ?? undefined);
    expectRefusal(answer, status, status === 400 ? 'INVALID_INPUT' : 'NOT_FOUND');
    expect(JSON.stringify(answer.body)).toContain(named);
    expect(await everything()).toEqual(before);
  });

  it('is a name that does not exist, on every route, and the name is said', async () => {
    const { call, host, emulator } = leased();
    const expected = {
      status: 400,
      body: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('nonsense') } },
    };
    for (const { method, path } of operations()) {
      const at = `/v1${path.replaceAll(/\{\w+\}/g, 'x')}`;
      const ask = (query: string, body?: unknown) => call(method.toUpperCase(), at + query, body);
      for (const query of ['?nonsense=1', '?nonsense='])
        expect(await ask(query), `${at}${query}`).toMatchObject(expected);
      if (method !== 'get') expect(await ask('', { nonsense: null }), `${method} ${at}`).toMatchObject(expected);
    }
    expect(emulator.state().numbers).toHaveLength(1);
    const socket = openSocket(host.ready.api, '/v1/events?nonsense=1', [`token.${host.token}`]);
    expect(await refusalOf(socket)).toContain('400');
  });
});

describe('a body', () => {
  it('that is not JSON buys nothing: a form of curl would have its country ignored', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await shared().call('POST', '/v1/leases', '{"country":"US"}', { 'content-type': type });
      expectRefusal(answer, 415, 'INVALID_INPUT');
    }
    expectNothingBought();
  });

  it.each([
    ['gzip', 'is none'],
    ['deflate', 'is none'],
    ['br', 'is none'],
    ['gzip', gzipSync('{"country":"US"}').subarray(0, 20)],
  ])('that is not the %s that it is said to be is refused, and that is said', async (encoding, body) => {
    const headers = withToken({ 'content-type': 'application/json', 'content-encoding': encoding });
    const answer = await answerOf('/v1/leases', { method: 'POST', headers, body });
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect(answer.body).toMatchObject({ error: { message: expect.stringContaining(`not ${encoding}`) } });
    expectNothingBought();
  });

  it('that is too long is refused, and so is a long idempotency key', async () => {
    const { call } = shared();
    expectRefusal(await call('POST', '/v1/leases', { label: 'x'.repeat(100_000) }), 413, 'INVALID_INPUT');
    const long = { 'idempotency-key': 'x'.repeat(200) };
    expectRefusal(await call('POST', '/v1/leases', {}, long), 400, 'INVALID_INPUT');
  });
});

describe('what Twilio refuses', () => {
  it('for want of numbers is said, with what to do; for a suspended account, too', async () => {
    const { emulator, call } = await hostForTest();
    emulator.setFaults({ noNumbers: ['IN'] });
    for (const [wish, named] of [
      [{}, 'US'],
      [{ country: 'US', type: 'local', locality: 'Nowhere-on-Sea' }, 'Nowhere-on-Sea'],
    ] as const) {
      const answer = await call('POST', '/v1/leases', wish);
      expectRefusal(answer, 404, 'NO_NUMBERS_AVAILABLE');
      expect(JSON.stringify(answer.body)).toContain(named);
    }
    expect(emulator.state().numbers).toEqual([]);
    emulator.setFaults({ suspended: true });
    expectRefusal(await call('GET', '/v1/numbers'), 403, 'ACCOUNT_SUSPENDED');
  });

  it('for want of papers comes with Twilio’s own words', async () => {
    const answer = await shared().call('POST', '/v1/leases', { country: 'GB' });
    expectRefusal(answer, 422, 'REGULATORY_BUNDLE_REQUIRED');
    expect(answer.body).toMatchObject({
      error: { twilio: { code: 21649, status: 400, moreInfo: 'https://www.twilio.com/docs/errors/21649' } },
    });
  });

  it('for wrong credentials is said, and never with the token', async () => {
    const authToken = 'deadbeef'.repeat(4);
    const { host, log, call } = await hostForTest({ variables: { TWILIO_AUTH_TOKEN: authToken } });
    const answer = await call('POST', '/v1/leases', {});
    expectRefusal(answer, 401, 'INVALID_CREDENTIALS');
    expect(JSON.stringify([answer.body, host.app.state(), log])).not.toContain(authToken);
  });
});

it('without an account what needs one is refused, and the health can be asked', async () => {
  const { call, get } = await hostForTest({ variables: { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' } });
  expectRefusal(await call('POST', '/v1/leases'), 409, 'NOT_CONNECTED');
  const paths = ['numbers', 'numbers/available', 'messages', 'money', 'money/policies', 'ledger', 'ledger?format=csv'];
  for (const path of paths) expectRefusal(await call('GET', `/v1/${path}`), 409, 'NOT_CONNECTED');
  expect(await get('/v1/health')).toMatchObject({ account: { kind: 'none' }, tunnel: { state: 'off', url: null } });
  expect(await get('/v1/leases')).toEqual({ leases: [] });
});

it('the errors each have a status that fits', () => {
  expect(Object.keys(statusOf).sort()).toEqual([...errorCodes].sort());
  expect(Object.values(statusOf).every((status) => status >= 400 && status < 600)).toBe(true);
});
