import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StateChange } from '../../electron/contract/change.ts';
import type { WebSocket } from 'ws';
import type { HeadlessHost } from '../../electron/headless/host.ts';
import { hostForAll, hostForTest, openSocket } from './harness.ts';

const shared = hostForAll();

const closeOf = async (socket: WebSocket): Promise<number> => ((await once(socket, 'close')) as [number])[0];

/** The user interface's own connection: asks, and keeps what is pushed. */
async function uiOf({ ready, token }: HeadlessHost) {
  const socket = openSocket(ready.api, '/ui/socket', ['otp-dock', `token.${token}`]);
  const [replies, waiting]: [Record<string, unknown>[], Set<() => void>] = [[], new Set()];
  socket.on('message', (data) => {
    replies.push(JSON.parse(String(data)) as Record<string, unknown>);
    for (const look of waiting) look();
  });
  await once(socket, 'open');
  const until = (fits: (reply: Record<string, unknown>) => boolean) => {
    const { promise, resolve } = Promise.withResolvers<Record<string, unknown>>();
    const look = () => {
      const found = replies.find(fits);
      if (found) resolve(found);
    };
    waiting.add(look);
    look();
    return promise;
  };
  let last = 0;
  const ask = async (name: unknown, input?: unknown) => {
    const id = (last += 1);
    socket.send(JSON.stringify({ id, name, input }));
    return (await until((reply) => reply['id'] === id))['result'];
  };
  return { socket, replies, until, ask };
}

describe('the connection of the user interface', () => {
  it('chooses the protocol without the token', async () => {
    const { host } = shared();
    const { socket } = await uiOf(host);
    expect(socket.protocol).toBe('otp-dock');
  });

  it('answers what is asked', async () => {
    const { host } = await hostForTest();
    const { ask } = await uiOf(host);
    expect(await ask('state.get')).toMatchObject({
      ok: true,
      value: { host: 'headless', version: '1.2.3', revision: expect.any(Number) },
    });
    expect(await ask('numbers.search', { country: 'US', contains: '415' })).toMatchObject({
      ok: true,
      value: { numbers: expect.any(Array) },
    });
    expect(await ask('settings.update', { country: 'US' })).toEqual({ ok: true, value: null });
    expect(host.app.state().settings.country).toBe('US');
  });

  it('says what is wrong with a request, and stays', async () => {
    const { host } = shared();
    const { ask } = await uiOf(host);
    expect(await ask('no.such.request')).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await ask('constructor')).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await ask({ name: 'state.get' })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await ask('leases.end', { id: 5 })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.toSay('id') },
    });
    expect(await ask('leases.end', { id: 'nothing' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await ask('state.get')).toMatchObject({ ok: true });
  });

  it('tells what happens', async () => {
    const { emulator, host, lease } = shared();
    const { until } = await uiOf(host);
    const { id, number } = await lease();
    await until(
      ({ event, payload }) =>
        event === 'stateChanged' &&
        (payload as StateChange).lists.leases?.some((part) => 'put' in part && part.put.id === id) === true,
    );
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    expect(await until(({ event }) => event === 'message')).toMatchObject({ payload: { code: '482913' } });
  });

  it('never tells a secret', async () => {
    const { emulator, host } = await hostForTest();
    const { ask, replies } = await uiOf(host);
    await ask('state.get');
    await ask('ngrok.setToken', { token: '2abcdef_5ecretT0ken' });
    await ask('account.connect', { accountSid: emulator.accountSid, authToken: emulator.authToken });
    expect(JSON.stringify(replies)).not.toContain(emulator.authToken);
    expect(JSON.stringify(replies)).not.toContain('5ecretT0ken');
    expect(JSON.stringify(replies)).not.toContain(host.token);
  });

  it.each([['garbage'], ['[]'], ['null'], ['{"name":"state.get"}'], ['{"id":"1","name":"state.get"}']])(
    'ends when it is sent %s',
    async (text) => {
      const { host } = shared();
      const { socket } = await uiOf(host);
      socket.send(text);
      expect(await closeOf(socket)).toBe(1003);
    },
  );

  it('ends when it is sent too much', async () => {
    const { host } = shared();
    const { socket } = await uiOf(host);
    socket.send('x'.repeat(300 * 1024));
    expect(await closeOf(socket)).toBe(1009);
  });

  it('ends with the host', async () => {
    const { host } = await hostForTest();
    const { socket } = await uiOf(host);
    const closed = closeOf(socket);
    await host.close();
    expect(await closed).toBe(1001);
  });
});

describe('a socket without the right token', () => {
  it.each([
    ['/ui/socket', []],
    ['/v1/events', []],
    ['/ui/socket', ['otp-dock', `token.${'x'.repeat(43)}`]],
    ['/v1/events?token=wrong', []],
    ['/v1/events', ['token.']],
  ])('(%s %j) is closed with a code that a page can see, and is told nothing', async (path, protocols) => {
    const { host } = shared();
    const socket = openSocket(host.ready.api, path, protocols);
    const told: unknown[] = [];
    socket.on('message', (data) => told.push(data));
    expect(await closeOf(socket)).toBe(4401);
    expect(told).toEqual([]);
  });

  it('that breaks the protocol does not harm the host', async () => {
    const { host, call } = shared();
    const { hostname, port } = new URL(host.ready.api);
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    const head = [
      'GET /ui/socket HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ];
    // An unmasked frame of an unknown kind, in the same packet.
    socket.write(Buffer.concat([Buffer.from(head.join('\r\n')), Buffer.from([0xff, 0x05, 1, 2, 3, 4, 5])]));
    socket.resume();
    await once(socket, 'close');
    expect((await call('GET', '/v1/health')).status).toBe(200);
  });
});

describe('the events', () => {
  it.each([
    ['the token as a protocol', ({ token }: HeadlessHost) => openProtocol(token)],
    ['the prefixed token', ({ token }: HeadlessHost) => openProtocol(`token.${token}`)],
    [
      'the token in the address',
      ({ token }: HeadlessHost) => ({ path: `/v1/events?token=${token}`, protocols: [], headers: {} }),
    ],
    [
      'the header of the API',
      ({ token }: HeadlessHost) => ({
        path: '/v1/events',
        protocols: [],
        headers: { authorization: `Bearer ${token}` },
      }),
    ],
  ])('can be had with %s', async (_what, way) => {
    const { host } = shared();
    const { path, protocols, headers } = way(host);
    const socket = openSocket(host.ready.api, path, protocols, { headers });
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(String(data))).toMatchObject({ type: 'state', state: { host: 'headless' } });
  });
});

describe('a socket from elsewhere', () => {
  it.each([
    ['a page of another site', '/ui/socket', { origin: 'https://evil.example' }],
    ['a page at another port', '/v1/events', { origin: 'http://127.0.0.1:1' }],
    ['a name that points here', '/ui/socket', { host: 'evil.example' }],
  ])('(%s) is refused even with the token', async (_what, path, headers) => {
    const { host } = shared();
    const socket = openSocket(host.ready.api, path, [`token.${host.token}`], { headers });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toSay('403');
  });

  it('to a place that is none is refused', async () => {
    const { host } = shared();
    const [error] = (await once(openSocket(host.ready.api, '/v1/other', [`token.${host.token}`]), 'error')) as [Error];
    expect(error.message).toSay('403');
  });

  it('that is cut while it is refused does not harm the host', async () => {
    const { host, call } = shared();
    const { hostname, port } = new URL(host.ready.api);
    for (let i = 0; i < 20; i += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(
        `GET /ui/socket HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    expect((await call('GET', '/v1/health')).status).toBe(200);
  });
});

function openProtocol(protocol: string) {
  return { path: '/v1/events', protocols: [protocol], headers: {} };
}
