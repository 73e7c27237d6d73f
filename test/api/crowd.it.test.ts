import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { loopbackOnly } from '../../electron/adapters/network.ts';
import { hashOf } from '../../electron/adapters/secretToken.ts';
import { serveApi, type ApiServerOptions } from '../../electron/api/server.ts';
import { listLogger, tempFolder } from '../adapters/harness.ts';
import { openSocket, refusalOf } from '../headless/harness.ts';
import { selfSigned } from '../support/certificate.ts';
import { startCore } from '../support/coreApp.ts';

const most = 8;
const guestToken = 'g'.repeat(43);

async function apiForTest(more: Partial<ApiServerOptions> = {}) {
  const { app } = await startCore();
  await app.sharing.add({ name: 'ci' }, hashOf(guestToken));
  const connectionLimits = { most, longestLifeMs: 600_000 };
  const options = { app, log: listLogger(), dataDir: tempFolder(), port: 0, ui: null, connectionLimits, ...more };
  const api = await serveApi(options);
  onTestFinished(() => api.close());
  const ask = async (path: string, token = api.token) =>
    (await fetch(api.url + path, { headers: { authorization: `Bearer ${token}` } })).status;
  return { ...api, app, ask };
}

async function stranger(url: string): Promise<{ socket: Socket; ended: Promise<unknown> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  socket.resume();
  return { socket, ended };
}

const crowd = (url: string, count: number) => Promise.all(Array.from({ length: count }, () => stranger(url)));

test('a crowd that says nothing does not keep the owner out', async () => {
  const { url, ask } = await apiForTest();
  await crowd(url, most);
  expect(await ask('/v1/leases')).toBe(200);
});

test('a crowd closes none of the owner’s connections: neither the events nor a wait for a code', async () => {
  const { url, token, app, ask } = await apiForTest();
  const { id, number } = await app.leases.start({ requestId: 'r1' });
  const events = openSocket(url, '/v1/events', [`token.${token}`]);
  await once(events, 'message');
  const code = ask(`/v1/leases/${id}/code`);
  for (const { ended } of (await crowd(url, 3 * most)).slice(0, most)) await ended;
  expect([events.readyState, number]).toEqual([events.OPEN, expect.any(String)]);
  await app.leases.end(id);
  expect(await code).toBe(410);
});

test('somebody who shares the host cannot take all places: the owner gets one', async () => {
  const { url, ask } = await apiForTest();
  const sockets = Array.from({ length: most }, () => openSocket(url, '/v1/events', [`token.${guestToken}`]));
  await Promise.all(sockets.map((socket) => once(socket, 'message')));
  const closed = Promise.any(sockets.map((socket) => once(socket, 'close')));
  expect(await ask('/v1/leases')).toBe(200);
  await closed;
  expect(sockets.filter(({ readyState, OPEN }) => readyState === OPEN)).toHaveLength(most - 1);
});

test('a named token that asks too often is told to wait, and nobody else has to', async () => {
  let left = 3;
  const { url, token, ask } = await apiForTest({ pace: { wait: () => (left-- > 0 ? 0 : 7) } });
  for (const status of [200, 200]) expect(await ask('/v1/leases', guestToken)).toBe(status);
  const events = (token: string) => openSocket(url, '/v1/events', [`token.${token}`]);
  await once(events(guestToken), 'message');
  expect(await refusalOf(events(guestToken))).toContain('429');
  const refused = await fetch(`${url}/v1/leases`, { headers: { authorization: `Bearer ${guestToken}` } });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await refused.json()).toMatchObject({ error: { code: 'RATE_LIMITED', retryable: true } });
  expect(await ask('/v1/leases')).toBe(200);
  await once(events(token), 'message');
});

test('over TLS a crowd keeps the owner out no more, whether it agrees on the encryption or not', async () => {
  const { cert, key } = selfSigned('otp-dock.example');
  const folder = tempFolder();
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(tls.cert, cert);
  writeFileSync(tls.key, key);
  const network = { ...loopbackOnly, apiUrl: 'https://otp-dock.example', tls };
  const { listens, token } = await apiForTest({ network });
  const own = { host: '127.0.0.1', port: Number(listens.split(':')[1]), ca: cert, servername: 'otp-dock.example' };
  const headers = { host: 'otp-dock.example', authorization: `Bearer ${token}` };
  const events = new WebSocket(`wss://127.0.0.1:${own.port}/v1/events`, { ...own, headers });
  onTestFinished(() => events.terminate());
  await once(events, 'message');
  for (const { ended } of (await crowd(`http://127.0.0.1:${own.port}`, 2 * most)).slice(0, most)) await ended;
  for (let i = 0; i < 2 * most; i += 1) {
    const socket = connectTls(own).on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    await once(socket, 'secureConnect');
  }
  const asked = request({ ...own, path: '/v1/leases', headers, agent: false }).end();
  const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  expect([response.statusCode, events.readyState]).toEqual([200, events.OPEN]);
});
