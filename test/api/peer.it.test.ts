import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer, type ClientOptions } from 'ws';
import type { EventLog } from '../../electron/api/eventLog.ts';
import { serveEvents } from '../../electron/api/eventsSocket.ts';
import { keepAlive } from '../../electron/api/peer.ts';
import { serveApi } from '../../electron/api/server.ts';
import { serveUi } from '../../electron/api/uiSocket.ts';
import type { Lease } from '../../electron/contract/lease.ts';
import { Events, type AppEvents } from '../../electron/core/events.ts';
import { Feeds } from '../../electron/api/feeds.ts';
import { listLogger, tempFolder } from '../adapters/harness.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { closeOf, openSocket } from '../headless/harness.ts';
import { startCore } from '../support/coreApp.ts';

/** Both ends of a real connection. */
async function pair(options: ClientOptions = {}): Promise<{ host: WebSocket; peer: WebSocket }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const peer = openSocket(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, '/', [], options);
  const [[host]] = (await Promise.all([once(server, 'connection'), once(peer, 'open')])) as unknown as [[WebSocket]];
  onTestFinished(() => {
    host.terminate();
    server.close();
  });
  return { host, peer };
}

const interval = 30_000;

describe('a peer', () => {
  test('that answers is kept, however long it says nothing else', async () => {
    const clock = new ManualClock();
    const { host, peer } = await pair();
    keepAlive(host, clock);
    for (let i = 0; i < 5; i += 1) {
      const heard = once(host, 'pong');
      await clock.advance(interval);
      await heard;
    }
    expect(peer.readyState).toBe(WebSocket.OPEN);
    host.close();
    await once(host, 'close');
    expect(clock.waiting).toBe(0);
  });

  test.each(['/v1/events', '/ui/socket'])(
    'at %s that is gone without a word is let go at the next ping',
    async (path) => {
      const { app } = await startCore();
      const clock = new ManualClock();
      const api = await serveApi({
        app,
        log: listLogger(),
        dataDir: tempFolder(),
        port: 0,
        ui: { rendererFolder: null },
        clock,
      });
      onTestFinished(() => api.close());
      const peer = openSocket(api.url, path, ['otp-dock', `token.${api.token}`], { autoPong: false });
      const pinged = once(peer, 'ping');
      await once(peer, 'open');
      await clock.advance(interval);
      await pinged;
      const closed = closeOf(peer);
      await clock.advance(interval);
      expect(await closed).toBe(1006);
    },
  );
});

test('a page that was signed out gets nothing done, even if it does not answer the farewell', async () => {
  const { host, peer } = await pair();
  const asked: unknown[] = [];
  const handle = (name: unknown) => Promise.resolve({ ok: true as const, value: asked.push(name) });
  serveUi(host, { on: () => () => undefined, handle });
  peer.pause();
  peer.send(JSON.stringify({ id: 1, name: 'leases.endAll' }));
  await once(host, 'message');
  host.close(4401);
  peer.send(JSON.stringify({ id: 2, name: 'data.wipe' }));
  await once(host, 'message');
  expect(asked).toEqual(['leases.endAll']);
});

describe('a peer that does not read', () => {
  const long = { id: 'a', label: 'x'.repeat(1024 * 1024) } as Lease;
  const mostUnread = 9 * 1024 * 1024;

  test.each([
    [
      '/ui/socket',
      (socket: WebSocket, events: Events<AppEvents>) => {
        serveUi(socket, { on: events.on.bind(events), handle: () => Promise.reject(new Error('Nobody asks.')) });
        return async () => events.emit('message', long as never);
      },
    ],
    [
      '/v1/events',
      (socket: WebSocket, events: Events<AppEvents>) => {
        const state = { revision: 1, leases: [], messages: [] } as never;
        const feeds = new Feeds({ on: events.on.bind(events), state: () => state });
        onTestFinished(() => feeds.close());
        const { promise: following, resolve } = Promise.withResolvers<Parameters<EventLog['follow']>[1]>();
        const log = {
          follow: (_from: bigint, follower: Awaited<typeof following>) => (resolve(follower), () => undefined),
        };
        const changes = { here: () => 1n, cursorOf: String, revisionOf: BigInt };
        serveEvents(socket, { changes, log, clock: new ManualClock(), feed: feeds.of(null), holder: null }, null);
        return () => following.then(({ tell }) => tell({ type: 'lease', revision: 1n, holder: null, lease: long }));
      },
    ],
  ])('at %s is told to connect again, and nothing grows meanwhile', async (_path, serve) => {
    const { host, peer } = await pair();
    const happens = serve(host, new Events<AppEvents>());
    peer.pause();
    for (let i = 0; i < 40; i += 1) await happens();
    expect(host.bufferedAmount).toBeGreaterThan(0);
    expect(host.bufferedAmount).toBeLessThanOrEqual(mostUnread + 1024);
    const closed = closeOf(peer);
    peer.resume();
    expect(await closed).toBe(4408);
  });
});
