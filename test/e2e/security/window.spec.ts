import { createServer } from 'node:http';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask } from '../harness/ask.ts';
import { onDouble } from '../harness/desktop.ts';
import { test } from '../harness/fixtures.ts';
import { testFolder } from '../harness/testFolder.ts';

test('the window is sandboxed; its page has one narrow bridge, nothing of Node or Electron, and may only copy', async ({
  launch,
}) => {
  const { page, webPreferences, requestFrom, readClipboard } = await launch();

  await test.step('the window is sandboxed, isolated, and without Node', async () => {
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

  await test.step('the page has the two functions of the bridge, and cannot replace them', async () => {
    const found = await page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'otpDock') as object;
      const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
      return {
        bridge: Object.keys(bridge).toSorted(),
        frozen: Object.isFrozen(bridge),
        changed: Reflect.set(bridge, 'request', () => 'stolen') || Reflect.set(globalThis, 'otpDock', null),
        foreign: names.filter((name) => name in globalThis),
      };
    });
    expect(found).toEqual({ bridge: ['request', 'subscribe'], frozen: true, changed: false, foreign: [] });
  });

  await test.step('a page that was taken over can ask for nothing that the contract does not have', () =>
    expectNothingForStrangers(page));

  await test.step('a foreign page that got hold of the bridge is refused', async () => {
    const answer = await requestFrom('data:text/html,<title>foreign</title>', 'state.get', undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  await test.step('the page may write to the clipboard and has no other permission', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('482913'));
    expect(await readClipboard()).toBe('482913');
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone'] as PermissionName[];
      const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return found.map(({ state }) => state);
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    const located = await page.evaluate(
      () =>
        new Promise<number>((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done(0),
            ({ code }) => done(code),
          ),
        ),
    );
    // GeolocationPositionError.PERMISSION_DENIED
    expect(located).toBe(1);
  });
});

async function expectNothingForStrangers(page: Page): Promise<void> {
  const answers = await page.evaluate(() => {
    const { otpDock } = globalThis as unknown as { otpDock: { request(name: unknown, input?: unknown): unknown } };
    const long = 'x'.repeat(5_000_000);
    const names = 'no.such.request __proto__ constructor toString hasOwnProperty STATE.GET ../state.get';
    const requests: [name: unknown, input?: unknown][] = [
      ...names.split(' ').map((name): [string] => [name]),
      ['state.get\0'],
      [''],
      [null],
      [1],
      [['state.get']],
      [{ toString: 'state.get' }],
      ['settings.update', JSON.parse('{"__proto__": {"policy": "keep"}, "constructor": 1}')],
      ['settings.update', { dataDir: '/' }],
      ['texts.try', { text: long }],
      ['clipboard.copy', { text: long }],
      ['messages.delete', { sids: Array.from({ length: 20_000 }, () => 'SM1') }],
      ['leases.start', { requestId: 'r', country: 'US', ttlSeconds: Number.MAX_SAFE_INTEGER }],
    ];
    return Promise.all(
      requests.map(async ([name, input]) => [JSON.stringify(name), await otpDock.request(name, input)] as const),
    );
  });
  expect(answers).toHaveLength(19);
  for (const [name, answer] of answers)
    expect(answer, name).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(await ask(page, 'state.get')).toMatchObject({ ok: true, value: { settings: { policy: 'release' } } });
}

test('the page stays where it is, runs its own scripts and talks to its own host, and to nothing else', async ({
  launch,
}) => {
  const { page, openedExternally, windows } = await launch();
  const home = page.url();

  await test.step('it stays, whatever it tries', async () => {
    for (const url of ['https://evil.example/', 'https://console.twilio.com/', 'data:text/html,evil']) {
      await page.evaluate((to) => void (location.href = to), url);
      // Answered by the same page only if it is still there.
      expect(await ask(page, 'state.get'), url).toMatchObject({ ok: true });
    }
    expect(page.url()).toBe(home);
    expect(await openedExternally()).toEqual([]);
  });

  await test.step('a link out opens in the browser if it leads to Twilio or ngrok, else nowhere', async () => {
    await page.evaluate(() => void window.open('https://evil.example/'));
    await page.evaluate(() => void window.open('https://www.twilio.com.evil.example/'));
    await page.evaluate(() => void window.open('file:///etc/passwd'));
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: 'https://console.twilio.com/us1/account', target: '_blank', rel: 'noopener' });
      document.body.append(link);
      link.click();
    });
    await expect.poll(openedExternally).toEqual(['https://console.twilio.com/us1/account']);
    expect(await windows()).toHaveLength(1);
  });

  await test.step('its Content-Security-Policy is sent, and stops what a script that got in would do', async () => {
    const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect((await stoppedTries(page, 11)).join(' ')).toBe(
      'base-uri connect-src connect-src form-action frame-src img-src object-src script-src script-src-elem script-src-elem worker-src',
    );
    expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned') as unknown)).toBeUndefined();
  });

  await test.step('what it asks of other hosts does not leave the app, even without its policy', async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('ok');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    const reasons: (string | undefined)[] = [];
    page.on('requestfailed', (request) => reasons.push(request.failure()?.errorText));
    expect([await imageAndFetch(page, url), heard]).toEqual([['refused', 'refused'], []]);
    // By the app, not by the policy or by what the browser makes of local addresses.
    const blocked = expect.stringMatching(/^net::ERR_BLOCKED_BY_CLIENT/);
    expect(reasons).toEqual([blocked, blocked]);
    expect(await ask(page, 'state.get')).toMatchObject({ ok: true });
    server.close();
  });
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

/** Tries to load a picture, and to fetch, from another host. */
function imageAndFetch(page: Page, host: string): Promise<string[]> {
  return page.evaluate((to) => {
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
  }, host);
}

test('an installed app has no developer tools, does not start with Chromium’s debugger open, and ignores a server for developers and an .env where it happens to be started', async ({
  launch,
}) => {
  test.skip(!onDouble(), 'real Electron is installed only when it is packaged');
  const installed = { ELECTRON_DOUBLE_PACKAGED: '1' };
  const dataDir = testFolder('data-');
  writeFileSync(
    join(dataDir, '.env'),
    `TWILIO_ACCOUNT_SID=AC${'e'.repeat(32)}\nTWILIO_AUTH_TOKEN=${'e'.repeat(32)}\nWEBHOOK_BASE_URL=https://evil.example\n`,
  );
  const desktop = await launch({ env: { ...installed, VITE_DEV_SERVER_URL: 'http://localhost:1/' }, dataDir });
  expect(await desktop.webPreferences()).toMatchObject({ devTools: false });
  expect(await ask(desktop.page, 'state.get')).toMatchObject({
    ok: true,
    value: { account: { kind: 'none' }, credentials: { source: 'none' }, tunnel: { url: null } },
  });
  await expect(launch({ env: installed, args: ['--remote-debugging-port=9222'] })).rejects.toThrow('ended with 1');
});
