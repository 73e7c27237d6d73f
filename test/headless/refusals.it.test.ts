import { request } from 'node:http';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { operations } from '../../electron/api/routes/all.ts';
import { errorCodes } from '../../electron/contract/errors.ts';
import { statusOf } from '../../electron/api/statusOf.ts';
import { expectRefusal, hostForAll, hostForTest, openSocket, type TestHost } from './harness.ts';

const shared = hostForAll();

/** fetch does not let a test choose Host and Origin. */
async function raw({ host }: TestHost, headers: Record<string, string>, path = '/v1/health'): Promise<number> {
  const asked = request(host.ready.api + path, { headers });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}

describe('a request without the right token', () => {
  it.each([
    ['none', {}],
    ['a wrong one', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['another scheme', { authorization: 'Basic dTpw' }],
    ['an empty one', { authorization: 'Bearer ' }],
  ])('(%s) is refused, whatever it asks for', async (_what, headers) => {
    const { host, emulator } = shared();
    for (const [method, path] of [
      ['GET', '/v1/health'],
      ['POST', '/v1/leases'],
      ['GET', '/v1/nothing'],
    ] as const) {
      const response = await fetch(host.ready.api + path, { method, headers });
      expectRefusal(
        { status: response.status, headers: response.headers, body: await response.json() },
        401,
        'UNAUTHORIZED',
      );
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    expect(emulator.state().numbers).toEqual([]);
  });

  it('cannot carry the token in the address', async () => {
    const { host } = shared();
    expect((await fetch(`${host.ready.api}/v1/health?token=${host.token}`)).status).toBe(401);
  });
});

describe('a request with the token', () => {
  it('that names this machine, or comes from our own page, is answered', async () => {
    const test = shared();
    const authorization = `Bearer ${test.host.token}`;
    const { port, host } = new URL(test.host.ready.api);
    expect(await raw(test, { authorization })).toBe(200);
    for (const name of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect(await raw(test, { authorization, host: name })).toBe(200);
    expect(await raw(test, { authorization, origin: `http://${host}` })).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:5001',
    'localhost@evil.example',
    '192.168.1.2:5001',
    '0.0.0.0',
  ])('that came by the name “%s” is refused: a page may have pointed it here', async (name) => {
    const test = shared();
    expect(await raw(test, { authorization: `Bearer ${test.host.token}`, host: name })).toBe(403);
    expect(await raw(test, { host: name }, '/')).toBe(403);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1'])(
    'that comes from a page at “%s” is refused',
    async (origin) => {
      const test = shared();
      expect(await raw(test, { authorization: `Bearer ${test.host.token}`, origin })).toBe(403);
    },
  );

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
  ])('that a page embeds (%s) is refused', async (_what, headers) => {
    const test = shared();
    expect(await raw(test, { authorization: `Bearer ${test.host.token}`, ...headers })).toBe(403);
    expect(await raw(test, headers, '/')).toBe(403);
  });
});

describe('bad input', () => {
  it.each([
    ['GET', '/v1/numbers/available?country=Atlantis', undefined, 'country'],
    ['GET', '/v1/numbers/available?type=satellite', undefined, 'type'],
    ['GET', '/v1/numbers/available?contains=%3Cscript%3E', undefined, 'contains'],
    ['POST', '/v1/leases', { ttlSeconds: 0 }, 'ttlSeconds'],
    ['POST', '/v1/leases', { ttlSeconds: '60' }, 'ttlSeconds'],
    ['POST', '/v1/leases', { policy: 'forever' }, 'policy'],
    ['POST', '/v1/leases', { areaCode: '12' }, 'areaCode'],
    ['POST', '/v1/leases', { waitSeconds: -1 }, 'waitSeconds'],
    ['POST', '/v1/leases', { waitSeconds: 601 }, 'waitSeconds'],
    ['POST', '/v1/leases', { waitSeconds: 'long' }, 'waitSeconds'],
    ['POST', '/v1/leases', { heartbeatSeconds: 0 }, 'heartbeatSeconds'],
    ['POST', '/v1/leases', { heartbeatSeconds: 4 }, 'heartbeatSeconds'],
    ['POST', '/v1/leases', { heartbeatSeconds: 601 }, 'heartbeatSeconds'],
    ['POST', '/v1/leases', { heartbeatSeconds: 7.5 }, 'heartbeatSeconds'],
    ['POST', '/v1/leases', { heartbeatSeconds: '30' }, 'heartbeatSeconds'],
    ['POST', '/v1/leases', [], 'object'],
    ['POST', '/v1/leases', '"US"', 'JSON'],
    ['POST', '/v1/leases', '{"country":', 'JSON'],
    ['GET', '/v1/messages?limit=0', undefined, 'limit'],
    ['GET', '/v1/messages?before=yesterday', undefined, 'before'],
    ['GET', '/v1/leases/%E0%A4%A', undefined, 'address'],
  ])('(%s %s) is refused, and what is wrong is named', async (method, path, body, named) => {
    const { emulator, call } = shared();
    const answer = await call(method, path, body);
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect(JSON.stringify(answer.body)).toContain(named);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('of a name that does not exist is refused on every route, and the name is said', async () => {
    const { call, emulator, host } = await hostForTest();
    for (const { method, path } of operations()) {
      const at = `/v1${path.replaceAll(/\{\w+\}/g, 'x')}`;
      for (const query of ['?nonsense=1', '?nonsense='])
        expect(await call(method.toUpperCase(), at + query), `${method} ${at}${query}`).toMatchObject({
          status: 400,
          body: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('nonsense') } },
        });
      if (method === 'get') continue;
      expect(await call(method.toUpperCase(), at, { nonsense: null }), `${method} ${at}`).toMatchObject({
        status: 400,
        body: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('nonsense') } },
      });
    }
    expect((await call('GET', '/v1/leases/x/code?sender=y')).body).toMatchObject({
      error: {
        message: 'There is no parameter “sender”.',
        hint: 'There are: timeoutSeconds, after, from, contains, service.',
      },
    });
    expectRefusal(await call('POST', '/v1/leases', '{"__proto__": {"country": "US"}}'), 400, 'INVALID_INPUT');
    expectRefusal(await call('GET', '/v1/messages?__proto__=x'), 400, 'INVALID_INPUT');
    expect(emulator.state().numbers).toEqual([]);
    const socket = openSocket(host.ready.api, '/v1/events?nonsense=1', [`token.${host.token}`]);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('400');
  });

  it('for a running lease is refused', async () => {
    const { call, lease } = await hostForTest();
    const { id } = await lease();
    expectRefusal(await call('POST', `/v1/leases/${id}/extend`, {}), 400, 'INVALID_INPUT');
    expectRefusal(await call('POST', `/v1/leases/${id}/extend`), 400, 'INVALID_INPUT');
    expectRefusal(await call('GET', `/v1/leases/${id}/code?timeoutSeconds=many`), 400, 'INVALID_INPUT');
    expectRefusal(await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0&after=yesterday`), 400, 'INVALID_INPUT');
  });

  it('that is not JSON buys nothing: a form of curl would have its country ignored', async () => {
    const { emulator, call } = shared();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      expectRefusal(
        await call('POST', '/v1/leases', '{"country":"US"}', { 'content-type': type }),
        415,
        'INVALID_INPUT',
      );
    }
    expect(emulator.state().numbers).toEqual([]);
  });

  it.each([
    ['gzip', 'is none'],
    ['deflate', 'is none'],
    ['br', 'is none'],
    ['gzip', gzipSync('{"country":"US"}').subarray(0, 20)],
  ])('that is not the %s that it is said to be is refused, and that is said', async (encoding, body) => {
    const { host, emulator } = shared();
    const response = await fetch(`${host.ready.api}/v1/leases`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${host.token}`,
        'content-type': 'application/json',
        'content-encoding': encoding,
      },
      body,
    });
    const answer = { status: response.status, headers: response.headers, body: await response.json() };
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect(answer.body).toMatchObject({ error: { message: expect.stringContaining(`not ${encoding}`) } });
    expect(emulator.state().numbers).toEqual([]);
  });

  it('that is too long is refused', async () => {
    const { call } = shared();
    expectRefusal(await call('POST', '/v1/leases', { label: 'x'.repeat(100_000) }), 413, 'INVALID_INPUT');
  });

  it('in the idempotency key is refused', async () => {
    const { call } = shared();
    expectRefusal(await call('POST', '/v1/leases', {}, { 'idempotency-key': 'x'.repeat(200) }), 400, 'INVALID_INPUT');
  });
});

describe('what does not exist', () => {
  it.each([
    ['GET', '/v1/leases/nothing'],
    ['DELETE', '/v1/leases/nothing'],
    ['GET', '/v1/leases/nothing/code'],
    ['POST', '/v1/leases/nothing/heartbeat'],
    ['GET', '/v1/nothing'],
    ['PUT', '/v1/leases'],
    ['GET', '/'],
    ['GET', '/index.html'],
  ])('(%s %s) is not found', async (method, path) => {
    const { call } = shared();
    expectRefusal(await call(method, path), 404, 'NOT_FOUND');
  });

  it('cannot be extended', async () => {
    const { call } = shared();
    expectRefusal(await call('POST', '/v1/leases/nothing/extend', { seconds: 5 }), 404, 'NOT_FOUND');
  });
});

describe('what Twilio refuses', () => {
  it('for want of numbers is said, with what to do', async () => {
    const { emulator, call } = await hostForTest();
    emulator.setFaults({ noNumbers: ['IN'] });
    const answer = await call('POST', '/v1/leases', {});
    expectRefusal(answer, 404, 'NO_NUMBERS_AVAILABLE');
    expect(JSON.stringify(answer.body)).toContain('US');
  });

  it('for want of papers comes with Twilio’s own words', async () => {
    const { call } = shared();
    const answer = await call('POST', '/v1/leases', { country: 'GB' });
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

  it('for a suspended account is said', async () => {
    const { emulator, call } = await hostForTest();
    emulator.setFaults({ suspended: true });
    expectRefusal(await call('GET', '/v1/numbers'), 403, 'ACCOUNT_SUSPENDED');
  });
});

describe('without an account', () => {
  it('what needs one is refused, and the health can be asked', async () => {
    const { call } = await hostForTest({ variables: { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' } });
    for (const [method, path] of [
      ['POST', '/v1/leases'],
      ['GET', '/v1/numbers'],
      ['GET', '/v1/numbers/available'],
      ['GET', '/v1/messages'],
    ] as const) {
      expectRefusal(await call(method, path), 409, 'NOT_CONNECTED');
    }
    expect((await call('GET', '/v1/health')).body).toMatchObject({
      account: { kind: 'none' },
      tunnel: { state: 'off', url: null },
    });
    expect((await call('GET', '/v1/leases')).body).toEqual({ leases: [] });
  });
});

describe('the errors', () => {
  it('each have a status that fits', () => {
    expect(Object.keys(statusOf).sort()).toEqual([...errorCodes].sort());
    expect(Object.values(statusOf).every((status) => status >= 400 && status < 600)).toBe(true);
  });
});
