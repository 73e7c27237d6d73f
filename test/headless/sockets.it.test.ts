import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, onTestFinished } from 'vitest';
import type { StateChange } from '../../electron/contract/change.ts';
import type { HeadlessHost } from '../../electron/headless/host.ts';
import { closeOf, feedOf, hostForAll, it, openSocket, refusalOf } from './harness.ts';

const shared = hostForAll();

type Said = Record<string, unknown>;

/** The user interface's own connection: asks, and keeps what is pushed. */
async function uiOf({ ready, token }: HeadlessHost) {
  const feed = await feedOf<Said>(openSocket(ready.api, '/ui/socket', ['otp-dock', `token.${token}`]));
  let last = 0;
  const ask = async (name: unknown, input?: unknown) => {
    const id = (last += 1);
    feed.socket.send(JSON.stringify({ id, name, input }));
    return (await feed.until((reply) => reply['id'] === id))['result'];
  };
  return { ...feed, ask };
}

describe('the connection of the user interface', () => {
  it('chooses the protocol without the token, and answers what is asked', async ({ host }) => {
    const { ask, socket } = await uiOf(host);
    expect(socket.protocol).toBe('otp-dock');
    expect(await ask('state.get')).toMatchObject({
      ok: true,
      value: { host: 'headless', version: '1.2.3', revision: expect.any(Number) },
    });
    const search = await ask('numbers.search', { country: 'US', contains: '415' });
    expect(search).toMatchObject({ ok: true, value: { numbers: expect.any(Array) } });
    expect(await ask('settings.update', { country: 'US' })).toEqual({ ok: true, value: null });
    expect(host.app.state().settings.country).toBe('US');
  });

  it('says what is wrong with a request, and stays', async () => {
    const { ask } = await uiOf(shared().host);
    for (const [name, input, error] of [
      ['no.such.request', undefined, { code: 'INVALID_INPUT' }],
      ['constructor', undefined, { code: 'INVALID_INPUT' }],
      [{ name: 'state.get' }, undefined, { code: 'INVALID_INPUT' }],
      ['leases.end', { id: 5 }, { code: 'INVALID_INPUT', message: expect.toSay('id') }],
      ['leases.end', { id: 'nothing' }, { code: 'NOT_FOUND' }],
    ] as const)
      expect(await ask(name, input)).toMatchObject({ ok: false, error });
    expect(await ask('state.get')).toMatchObject({ ok: true });
  });

  it('tells what happens', async () => {
    const { emulator, host, lease } = shared();
    const { until } = await uiOf(host);
    const { id, number } = await lease();
    const hasLease = ({ lists: { leases } }: StateChange) =>
      leases?.some((part) => 'put' in part && part.put.id === id);
    await until(({ event, payload }) => event === 'stateChanged' && hasLease(payload as StateChange));
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 482913' });
    expect(await until(({ event }) => event === 'message')).toMatchObject({ payload: { code: '482913' } });
  });

  it('never tells a secret', async ({ emulator, host }) => {
    const { ask, all } = await uiOf(host);
    await ask('state.get');
    await ask('ngrok.setToken', { token: '2abcdef_5ecretT0ken' });
    await ask('account.connect', { accountSid: emulator.accountSid, authToken: emulator.authToken });
    for (const secret of [emulator.authToken, '5ecretT0ken', host.token])
      expect(JSON.stringify(all)).not.toContain(secret);
  });

  it.each([
    ['garbage', 1003],
    ['[]', 1003],
    ['null', 1003],
    ['{"name":"state.get"}', 1003],
    ['{"id":"1","name":"state.get"}', 1003],
    [`too much${' '.repeat(300 * 1024)}`, 1009],
  ])('ends when it is sent %.40s', async (text, code) => {
    const { socket } = await uiOf(shared().host);
    socket.send(text);
    expect(await closeOf(socket)).toBe(code);
  });

  it('ends with the host', async ({ host }) => {
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

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

it.skipIf(major < 24 || (major === 24 && minor < 9))(
  'a request that offers HTTP/2 is answered as any other',
  async () => {
    const { ready, token } = shared().host;
    const headers = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA',
    };
    const sent = request(`${ready.api}/v1/health`, { headers: { ...headers, authorization: `Bearer ${token}` } }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(200);
  },
);

describe('the events', () => {
  const path = '/v1/events';

  it.each([
    ['the token as a protocol', (token: string) => ({ protocols: [token] })],
    ['the prefixed token', (token: string) => ({ protocols: [`token.${token}`] })],
    ['the token in the address', (token: string) => ({ query: `?token=${token}` })],
    ['the header of the API', (token: string) => ({ headers: { authorization: `Bearer ${token}` } })],
  ] as [string, (token: string) => { protocols?: string[]; query?: string; headers?: Record<string, string> }][])(
    'can be had with %s',
    async (_what, way) => {
      const { ready, token } = shared().host;
      const { protocols = [], query = '', headers = {} } = way(token);
      const { until } = await feedOf<Said>(openSocket(ready.api, path + query, protocols, { headers }));
      expect(await until(() => true)).toMatchObject({ type: 'state', state: { host: 'headless' } });
    },
  );
});

describe('a socket from elsewhere', () => {
  it.each([
    ['a page of another site', '/ui/socket', { origin: 'https://evil.example' }],
    ['a page at another port', '/v1/events', { origin: 'http://127.0.0.1:1' }],
    ['a name that points here', '/ui/socket', { host: 'evil.example' }],
    ['a place that is none', '/v1/other', {}],
  ])('(%s) is refused even with the token', async (_what, path, headers) => {
    const { ready, token } = shared().host;
    expect(await refusalOf(openSocket(ready.api, path, [`token.${token}`], { headers }))).toContain('403');
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
