import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from 'playwright/test';
import { startEmulator, type Emulator } from '../../../electron/emulator/server.ts';
import { openBrowser } from '../../../electron/cli/browser.ts';
import { launchHeadlessProcess, type HeadlessProcess } from '../harness/headless.ts';
import { testFolder } from '../harness/testFolder.ts';

interface Site {
  /** At another port of this machine, as an app under test is: to a browser it is the same site as OTP Dock's. */
  url: string;
  requests: IncomingMessage[];
}

interface Host extends HeadlessProcess {
  /** The Twilio on which it has its account. */
  emulator: Emulator;
}

/** One for all of the tests, because a browser that means ill must leave it as it was. */
const test = base.extend<{ evil: Site }, { host: Host }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const emulator = await startEmulator({ port: 0 });
      const { accountSid, authToken, baseUrl } = emulator;
      const account = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
      const process = await launchHeadlessProcess({
        ...account,
        TWILIO_API_BASE_URL: baseUrl,
        OTP_DOCK_TUNNEL: 'polling',
      });
      await use({ ...process, emulator });
      await process.close();
      await emulator.close();
    },
    { scope: 'worker' },
  ],
  /** A site that means ill, which the tester has open in the same browser. */
  // oxlint-disable-next-line no-empty-pattern
  evil: async ({}, use) => {
    const requests: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      requests.push(request);
      response.setHeader('content-type', 'text/html').end('<title>Evil</title><iframe name="sink"></iframe>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests });
    server.closeAllConnections();
    server.close();
  },
});

test('a page that the tester has open can neither ask, nor buy, nor listen, nor find out what is there', async ({
  page,
  host,
  evil,
}) => {
  const numbers = host.emulator.state().numbers;
  await page.goto(evil.url);
  const tries = await page.evaluate(async (api) => {
    const read = (input: string, init: RequestInit = {}) =>
      fetch(input, init).then(
        ({ status }) => `read ${status}`,
        () => 'refused',
      );
    const json = { method: 'POST', body: '{"country":"US"}', headers: { 'content-type': 'application/json' } };
    const simple = { ...json, mode: 'no-cors', headers: { 'content-type': 'text/plain' } } as const;
    const authorised = { headers: { authorization: `Bearer ${'x'.repeat(43)}` } };
    const answers = await Promise.all([
      read(`${api}/`),
      read(`${api}/v1/health`),
      read(`${api}/v1/health`, authorised),
      read(`${api}/v1/leases`, json),
    ]);
    await read(`${api}/v1/leases`, simple);
    const socket = (path: string, protocols: string[]) =>
      new Promise<string>((done) => {
        const opened = new WebSocket(api.replace('http', 'ws') + path, protocols);
        opened.addEventListener('open', () => done('open'));
        opened.addEventListener('close', ({ code }) => done(`closed ${code}`));
      });
    const sockets = await Promise.all([
      socket('/ui/socket', ['otp-dock', `token.${'x'.repeat(43)}`]),
      socket('/v1/events', []),
    ]);
    const loads = (tag: 'script' | 'img' | 'link') =>
      new Promise<string>((done) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => done('loaded'));
        element.addEventListener('error', () => done('refused'));
        Object.assign(element, tag === 'link' ? { rel: 'stylesheet', href: `${api}/` } : { src: `${api}/index.html` });
        document.body.append(element);
      });
    const embedded = await Promise.all([loads('script'), loads('img'), loads('link')]);
    return { answers, sockets, embedded };
  }, host.ready.api);
  expect(tries).toEqual({
    answers: ['refused', 'refused', 'refused', 'refused'],
    sockets: ['closed 1006', 'closed 1006'],
    embedded: ['refused', 'refused', 'refused'],
  });
  const refused = page.waitForResponse((response) => response.status() === 403);
  await page.evaluate((api) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', target: 'sink' });
    form.action = `${api}/v1/leases`;
    document.body.append(form);
    form.submit();
  }, host.ready.api);
  await refused;
  expect(host.emulator.state().numbers).toEqual(numbers);
});

test('a page cannot put the user interface into a frame', async ({ page, host, evil }) => {
  await page.goto(evil.url);
  const refused = page.waitForResponse((response) => response.url().startsWith(host.ready.api));
  await page.evaluate(
    (to) => document.body.append(Object.assign(document.createElement('iframe'), { src: to })),
    host.ready.ui,
  );
  expect((await refused).status()).toBe(403);
  await expect(page.frameLocator('iframe >> nth=1').getByRole('heading', { name: 'Numbers' })).toHaveCount(0);
});

test('a name that was pointed to this machine gets nothing', async ({ page, host }) => {
  const { port } = new URL(host.ready.api);
  // Chromium takes every name under localhost for this machine, as it would a name that was bound anew.
  const rebound = `http://rebound.localhost:${port}`;
  expect((await page.goto(`${rebound}/`))?.status()).toBe(403);
  const asked = await page.evaluate(
    async ([token]) => {
      const { status } = await fetch('/v1/health', { headers: { authorization: `Bearer ${token}` } });
      const code = await new Promise<number>((done) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/v1/events?token=${token}`);
        socket.addEventListener('message', () => done(0));
        socket.addEventListener('close', ({ code }) => done(code));
      });
      return [status, code];
    },
    [host.token],
  );
  expect(asked).toEqual([403, 1006]);
});

test('the token leaves the address at once, and goes to no other page', async ({ page, host, evil }) => {
  const [said, requested]: [string[], string[]] = [[], []];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => requested.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(host.ready.ui);
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  const kept = await page.evaluate(() => ({
    address: location.href,
    document: document.documentElement.outerHTML,
    local: JSON.stringify(localStorage),
    cookies: document.cookie,
    title: document.title,
  }));
  expect(JSON.stringify(kept)).not.toContain(host.token);
  // The fragment of the first address is the browser's own, and is not sent.
  expect(requested.filter((line) => line.replace(`#token=${host.token}`, '').includes(host.token))).toEqual([]);
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, textContent: 'away' });
    document.body.prepend(link);
    link.click();
  }, evil.url);
  await page.waitForURL(evil.url);
  expect(await page.evaluate(() => document.referrer)).toBe('');
  expect(evil.requests.map(({ headers }) => headers.referer)).not.toContain(expect.anything());
  await page.goBack();
  expect(page.url()).toBe(`${host.ready.api}/`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' }), 'it is kept for the tab').toBeVisible();
  expect(said.join('\n')).not.toContain(host.token);
});

test('the page that `serve --open` hands to the browser leads to the user interface', async ({ page, host }) => {
  const folder = testFolder('open-');
  const forget = openBrowser(host.ready.ui, folder, {}, () => undefined);
  await page.goto(`file://${folder}/open.html`);
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  expect(page.url()).not.toContain(host.token);
  forget();
});

const hostileBody = [
  '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script><a href="https://evil.example">Win</a>',
  'https://evil.example/login javascript:globalThis.pwned=1',
  'Your code is 482913. \u202eesrever\u202c \u0007 {{7*7}} ${7*7}',
].join('\n');

test('a hostile message is text: no markup, no link, no other order', async ({ page, host }) => {
  await page.goto(host.ready.ui);
  const authorization = `Bearer ${host.token}`;
  const taken = await fetch(`${host.ready.api}/v1/leases`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"country":"US","ttlSeconds":600}',
  });
  const { number } = (await taken.json()) as { number: string };
  await host.emulator.sendSms({ to: number, from: 'BANK', body: hostileBody });
  await page.goto(`${host.ready.api}/#inbox`);
  const message = page.getByRole('article');
  await expect(message).toBeVisible();
  await expect(message).toContainText('<img src=x onerror=');
  await expect(message).toContainText('\ufffdesrever');
  await expect(message.locator('img, script, iframe')).toHaveCount(0);
  // The only link is our own, from the recipient to its messages.
  const links = message.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(await links).toEqual([`#inbox/${number}`]);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned') as unknown)).toBeUndefined();
  await expect(message.getByText('482913', { exact: true }).first()).toBeVisible();
});
