import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../../electron/contract/socket.ts';
import { serveForTest } from './harness.ts';

const source = resolve(import.meta.dirname, '../../renderer/ui/Mark.tsx');

function open(page: string, path: string, protocols: string[], options: ClientOptions = {}): WebSocket {
  const socket = new WebSocket(page.replace('http', 'ws') + path, protocols, { origin: page, ...options });
  onTestFinished(() => socket.terminate());
  return socket;
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return response.text();
}

async function nextMessage(socket: WebSocket): Promise<unknown> {
  const [data] = (await once(socket, 'message')) as [Buffer];
  return JSON.parse(String(data));
}

describe('serve --dev', () => {
  it('serves the page from its sources, before the real host, and tells it of a changed source', async () => {
    const { ready, process, end } = await serveForTest({}, ['--dev']);
    const { origin: page, hash } = new URL(ready.ui);
    expect(page).not.toBe(ready.api);
    const html = await textOf(page);
    expect(html).toContain('/@vite/client');
    expect(html).not.toContain(hash.slice('#token='.length));

    const protocols = [socketProtocol, tokenProtocolPrefix + hash.slice('#token='.length)];
    const host = open(page, socketPath, protocols);
    await once(host, 'open');
    host.send(JSON.stringify({ id: 1, name: 'state.get' }));
    expect(await nextMessage(host)).toMatchObject({ id: 1, result: { ok: true, value: { host: 'headless' } } });
    for (const options of [
      { origin: 'http://127.0.0.1:1' },
      { origin: 'http://dock.evil.example', headers: { host: 'dock.evil.example' } },
    ]) {
      const stranger = open(page, socketPath, protocols, options);
      expect(await once(stranger, 'error')).toMatchObject([{ message: expect.stringContaining('403') }]);
    }

    expect(await textOf(`${page}/ui/Mark.tsx`)).toContain('import.meta.hot');
    const [, token] = /wsToken = "([^"]+)"/.exec(await textOf(`${page}/@vite/client`)) ?? [];
    const updates = open(page, `/?token=${token}`, ['vite-hmr']);
    const told: unknown[] = [];
    updates.on('message', (data: Buffer) => told.push(JSON.parse(String(data))));
    await once(updates, 'open');
    const touched = () => {
      utimesSync(source, new Date(), new Date());
      return told;
    };
    await expect
      .poll(touched, { timeout: 10_000 })
      .toContainEqual(
        expect.objectContaining({ type: 'update', updates: [expect.objectContaining({ path: '/ui/Mark.tsx' })] }),
      );

    expect(await end()).toBe(0);
    expect(process.stdout.lines).toHaveLength(1);
  });

  it('serves no file but those of the page, and none to a name that was pointed to this machine', async () => {
    const { ready } = await serveForTest({}, ['--dev']);
    const { origin: page } = new URL(ready.ui);
    for (const file of [ready.tokenFile, resolve(source, '../../../package.json')])
      expect((await fetch(`${page}/@fs${file}`)).status).toBe(403);
    const [rebound] = (await once(get(page, { headers: { host: 'dock.evil.example' } }), 'response')) as [
      IncomingMessage,
    ];
    expect(rebound.resume().statusCode).toBe(403);
  });
});
