import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { listenerForTest, params } from './harness.ts';

const notFound = { status: 'HTTP/1.1 404 Not Found', body: '' };

/** The answer to a request that `fetch` would not send. */
async function answerTo(origin: string, line: string): Promise<{ status: string; body: string }> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  socket.on('error', () => undefined);
  socket.end(`${line} HTTP/1.1\r\nHost: tunnel.example\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  return { status: head.split('\r\n')[0] ?? '', body };
}

describe('who comes through the tunnel', () => {
  it.each([
    '/',
    '/v1/health',
    '/v1/leases',
    '/../package.json',
    '/%2e%2e/package.json',
    '/ui/socket',
    '/index.html',
    '/assets/index.js',
    '/api-token',
    '/.env',
    '/webhook/',
    '/Webhook',
    '/webhook/../v1/leases',
    '/webhook%2f..%2fv1%2fleases',
    '//webhook',
    '/health/',
    '/Health',
    '/health/../v1/numbers',
    '/%77ebhook/x',
    '/..%2f..%2f..%2fetc%2fpasswd',
  ])('finds nothing at %s', async (path) => {
    const { origin } = await listenerForTest();
    for (const method of ['GET', 'POST']) expect(await answerTo(origin, `${method} ${path}`)).toEqual(notFound);
  });

  it.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'GET', 'HEAD'])('cannot %s the webhook', async (method) => {
    const { origin } = await listenerForTest();
    expect(await answerTo(origin, `${method} /webhook`)).toEqual(notFound);
  });

  it('gets no socket', async () => {
    const { origin } = await listenerForTest();
    for (const path of ['/ui/socket', '/v1/events', '/webhook', '/health']) {
      const socket = new WebSocket(origin.replace('http', 'ws') + path, ['otp-dock']);
      const [error] = (await once(socket, 'error')) as [Error];
      expect(error.message).toMatch(/Unexpected server response: (200|404)/);
    }
  });

  it('learns nothing of what runs here', async () => {
    const { origin } = await listenerForTest();
    const response = await fetch(`${origin}/health`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', role: 'active', instance: 'this-run' },
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect([...response.headers.keys()].join()).not.toMatch(/\b(server|x-powered-by|access-control-)/);
    expect(await answerTo(origin, 'POST /health')).toEqual(notFound);
    expect((await fetch(`${origin}/%E0%A4%A`)).status).toBeLessThan(500);
  });

  it('gains nothing by sending what Twilio sent once more', async () => {
    const { post, received } = await listenerForTest();
    for (let i = 0; i < 5; i += 1) expect((await post()).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('cannot change a message that Twilio signed', async () => {
    const { post, received } = await listenerForTest();
    const signed = new URLSearchParams(params as Record<string, string>);
    const changes: [string, string][] = [
      ['Body', 'Your code is 999999'],
      ['From', '+15550000000'],
      ['To', '+15550000001'],
      ['MessageSid', `SM${'9'.repeat(32)}`],
    ];
    for (const [name, value] of changes) {
      const changed = new URLSearchParams(signed);
      changed.set(name, value);
      expect((await post(params, { body: changed.toString() })).status, name).toBe(403);
      const added = `${signed.toString()}&${name}=${encodeURIComponent(value)}`;
      expect((await post(params, { body: added })).status, `${name} twice`).toBe(403);
    }
    expect((await post(params, { path: '/webhook?Body=999999' })).status).toBe(200);
    expect(received.map(({ body }) => body)).toEqual(['Your code is 123456']);
  });

  it('cannot name parameters that are no text', async () => {
    const { post, received } = await listenerForTest();
    const strange = { ...params, __proto__: 'x', constructor: 'x', 'Body[$ne]': 'x', toString: 'x' };
    expect((await post({ ...strange })).status).toBe(200);
    expect(received.map(({ body }) => body)).toEqual(['Your code is 123456']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
