import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
