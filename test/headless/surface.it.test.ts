import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished } from 'vitest';
import { countRefusals } from '../../electron/api/refusals.ts';
import { expectRefusal, hostForAll, it, openSocket, refusalOf } from './harness.ts';

const shared = hostForAll();

/** What comes back for bytes that no client library would send. */
async function rawAnswer(origin: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  socket.on('error', () => undefined);
  socket.end(text);
  await once(socket, 'close');
  return heard;
}

const wrong = { authorization: `Bearer ${'w'.repeat(43)}` };

describe('whoever guesses tokens', () => {
  it('is told to wait, over HTTP and as a socket, and does not keep the owner out', async ({ host, call }) => {
    const guess = () => call('GET', '/v1/health', undefined, wrong);
    for (let i = 0; i < 120; i += 1) expect((await guess()).status).toBe(401);
    const answer = await guess();
    expectRefusal(answer, 429, 'RATE_LIMITED');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const socket = openSocket(host.ready.api, '/v1/events', [`token.${'w'.repeat(43)}`]);
    expect(await refusalOf(socket)).toContain('429');
    expect((await call('GET', '/v1/health')).status).toBe(200);
    await once(openSocket(host.ready.api, '/v1/events', [`token.${host.token}`]), 'open');
  });

  it('may try again a minute later, also when the clock was set back', () => {
    let now = 1_000_000;
    const { add, retryAfter } = countRefusals(() => now);
    for (let i = 0; i < 120; i += 1) expect(add()).toBe(false);
    expect([add(), retryAfter()]).toEqual([true, 60]);
    now += 59_500;
    expect([add(), retryAfter()]).toEqual([true, 1]);
    now += 500;
    expect(add()).toBe(false);
    now -= 3_600_000;
    expect(add()).toBe(false);
  });
});

describe('what is answered to a browser', () => {
  it('may be framed, read from elsewhere, guessed at, or kept by nobody, and names no one to others', async () => {
    const test = shared();
    for (const path of ['/', '/v1/health', '/v1/nothing']) {
      const { headers } = await test.call('GET', path);
      expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(Object.fromEntries(headers), path).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect([...headers.keys()].filter((name) => /^access-control-|^x-powered-by$/.test(name))).toEqual([]);
    }
    expect((await test.call('GET', '/v1/health')).headers.get('cache-control')).toBe('no-store');
  });

  it('lets no page of another site that opened it reach into it; opened by its address, it has none', async () => {
    const policyFor = async (site: string) => {
      const { headers } = await shared().call('GET', '/', undefined, {
        'sec-fetch-site': site,
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      });
      return headers.get('cross-origin-opener-policy');
    };
    expect(await Promise.all(['cross-site', 'same-site', 'same-origin', 'none'].map(policyFor))).toEqual([
      'same-origin',
      'same-origin',
      'same-origin',
      null,
    ]);
  });

  it('to a page of another site that asks whether it may is no', async () => {
    const { call } = shared();
    const { status, headers } = await call('OPTIONS', '/v1/leases', undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    });
    expect(status).toBe(403);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('the listeners', () => {
  it('are on loopback alone', async () => {
    const { host } = shared();
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    for (const { address } of outside as { address: string }[]) {
      for (const url of [host.ready.api, host.ready.webhook]) {
        const socket = connect(Number(new URL(url).port), address);
        const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
        expect(error.code, `${address} ${url}`).toBe('ECONNREFUSED');
      }
    }
  });

  it('take one request for one request, whatever its headers say', async () => {
    const { host } = shared();
    const smuggled = 'GET /v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
    const heads = [
      'Content-Length: 5\r\nTransfer-Encoding: chunked',
      'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
      'Content-Length: 0\r\nContent-Length: 44',
      'Transfer-Encoding : chunked',
      ' folded: x',
    ];
    for (const origin of [host.ready.api, host.ready.webhook]) {
      for (const head of heads) {
        const request = `POST /webhook HTTP/1.1\r\nHost: 127.0.0.1\r\n${head}\r\n\r\n0\r\n\r\n${smuggled}`;
        const heard = await rawAnswer(origin, request);
        expect(heard.match(/^HTTP\/1\.1 \d+/gm), head).toEqual(['HTTP/1.1 400']);
      }
    }
  });

  it('end a connection that asks for a proxy', async () => {
    const { host } = shared();
    for (const origin of [host.ready.api, host.ready.webhook]) {
      expect(await rawAnswer(origin, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n')).toBe('');
    }
  });

  it('are no proxies: an address that names another place is refused, whatever Host says', async () => {
    const { host } = shared();
    const ask = (origin: string, target: string) => {
      const lines = [`GET ${target} HTTP/1.1`, `Host: ${new URL(origin).host}`, 'Connection: close', '', ''];
      return rawAnswer(origin, lines.join('\r\n'));
    };
    const { api, webhook } = host.ready;
    for (const other of ['evil.example', '127.0.0.1.evil.example', '127.0.0.1@evil.example', 'evil@127.0.0.1', '']) {
      for (const path of ['/health', '/'])
        expect(await ask(api, `http://${other}${path}`), other).toMatch(/^HTTP\/1\.1 40[03]/);
      expect(await ask(webhook, `http://${other}/health`), other).toMatch(/^HTTP\/1\.1 40[04]/);
    }
    expect(await ask(api, `${api}/health`)).toMatch(/^HTTP\/1\.1 200/);
    const upgrade =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    for (const target of ['http://evil.example/v1/events', '//evil.example/v1/events'])
      expect(
        await rawAnswer(
          api,
          `GET ${target}?token=${host.token} HTTP/1.1\r\nHost: ${new URL(api).host}\r\n${upgrade}\r\n\r\n`,
        ),
      ).toMatch(/^HTTP\/1\.1 403/);
  });
});
