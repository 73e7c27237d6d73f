import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClientOptions } from 'ws';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../../electron/contract/socket.ts';
import { feedOf, openSocket, refusalOf } from '../headless/harness.ts';
import { serveForTest } from './harness.ts';

const source = resolve(import.meta.dirname, '../../renderer/ui/Mark.tsx');

const open = (page: string, path: string, protocols: string[], options: ClientOptions = {}) =>
  openSocket(page, path, protocols, { origin: page, ...options });

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return response.text();
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
    const { socket, until } = await feedOf<{ id?: number }>(open(page, socketPath, protocols));
    socket.send(JSON.stringify({ id: 1, name: 'state.get' }));
    const answer = { id: 1, result: { ok: true, value: { host: 'headless' } } };
    expect(await until(({ id }) => id === 1)).toMatchObject(answer);
    for (const options of [
      { origin: 'http://127.0.0.1:1' },
      { origin: 'http://dock.evil.example', headers: { host: 'dock.evil.example' } },
    ])
      expect(await refusalOf(open(page, socketPath, protocols, options))).toContain('403');

    expect(await textOf(`${page}/ui/Mark.tsx`)).toContain('import.meta.hot');
    const [, token] = /wsToken = "([^"]+)"/.exec(await textOf(`${page}/@vite/client`)) ?? [];
    const updates = await feedOf<unknown>(open(page, `/?token=${token}`, ['vite-hmr']));
    const told = () => (utimesSync(source, new Date(), new Date()), updates.all);
    const changed = [expect.objectContaining({ path: '/ui/Mark.tsx' })];
    const update = expect.objectContaining({ type: 'update', updates: changed });
    await expect.poll(told).toContainEqual(update);

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
