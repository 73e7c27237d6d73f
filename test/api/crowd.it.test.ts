import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { hashOf } from '../../electron/adapters/secretToken.ts';
import { serveApi } from '../../electron/api/server.ts';
import { listLogger, tempFolder } from '../adapters/harness.ts';
import { openSocket } from '../headless/harness.ts';
import { startCore } from '../support/coreApp.ts';

const most = 8;
const guestToken = 'g'.repeat(43);

async function apiForTest() {
  const { app } = await startCore();
  await app.sharing.add({ name: 'ci' }, hashOf(guestToken));
  const connectionLimits = { most, longestLifeMs: 600_000 };
  const api = await serveApi({ app, log: listLogger(), dataDir: tempFolder(), port: 0, ui: null, connectionLimits });
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
