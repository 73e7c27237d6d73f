import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { tempFolder } from '../adapters/harness.ts';
import { hostForTest } from './harness.ts';

function builtFolder(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'index.html'), '<title>OTP Dock</title>');
  return folder;
}

it('asks for the user interface when the first page is wanted, once, and lets the page wait for it', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let asked = 0;
  const rendererFolder = () => {
    asked += 1;
    return promise;
  };
  const { host, call } = await hostForTest({ options: { rendererFolder } });
  expect(await call('GET', '/v1/health')).toMatchObject({ status: 200 });
  expect(asked).toBe(0);
  const pages = [fetch(host.ready.api), fetch(`${host.ready.api}/index.html`)];
  await expect.poll(() => asked).toBe(1);
  resolve(builtFolder());
  for (const page of await Promise.all(pages)) expect(await page.text()).toContain('<title>OTP Dock</title>');
  expect(asked).toBe(1);
});

it('has no page where the user interface could not be built, and goes on', async () => {
  const { host, call } = await hostForTest({ options: { rendererFolder: () => Promise.resolve(null) } });
  expect((await fetch(host.ready.api)).status).toBe(404);
  expect(await call('GET', '/v1/health')).toMatchObject({ status: 200 });
});

it('sends a file compressed to a browser that takes it, and as it is to others', async () => {
  const folder = builtFolder();
  const script = 'export const text = "OTP Dock";';
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/page.js'), script);
  writeFileSync(join(folder, 'assets/page.js.br'), brotliCompressSync(script));
  const { host } = await hostForTest({ options: { rendererFolder: () => Promise.resolve(folder) } });
  for (const encoding of ['br', 'identity']) {
    const answer = await fetch(`${host.ready.api}/assets/page.js`, { headers: { 'accept-encoding': encoding } });
    expect(await answer.text()).toBe(script);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      vary: expect.stringContaining('Accept-Encoding') as string,
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'br' ? 'br' : null);
  }
});
