import type { Page, WebSocketRoute } from 'playwright/test';
import { test as base, expect } from 'playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { SocketRequest } from '../../../electron/contract/socket.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { exampleLease, exampleState } from '../../fakes/appState.ts';
import { launchHeadlessProcess } from '../harness/headless.ts';

/** Pages of a real host; what their socket gets is up to the test. */
const test = base.extend<object, { origin: string }>({
  origin: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const host = await launchHeadlessProcess({});
      await use(host.ready.api);
      await host.close();
    },
    { scope: 'worker' },
  ],
});

/** Has each new socket of the page speak to this in the host's place. */
function atSocket(page: Page, host: (socket: WebSocketRoute) => void): Promise<void> {
  return page.routeWebSocket(/\/ui\/socket$/, host);
}

/** Answers a request with a state. */
function answer(socket: WebSocketRoute, request: string | Buffer, value: AppState | undefined): void {
  const { id } = JSON.parse(String(request)) as SocketRequest;
  socket.send(JSON.stringify({ id, result: { ok: true, value } }));
}

test('a lost connection is shown, and a restarted host, whose revisions begin anew, is believed', async ({
  page,
  origin,
}) => {
  const sockets: WebSocketRoute[] = [];
  // On the way: for a late one the page would ask why, and this host answers everything with a state.
  const lease = exampleLease({ state: 'buying' });
  const states = [exampleState({ revision: 90 }), exampleState({ revision: 1, leases: [lease] })];
  await atSocket(page, (socket) => {
    const state = states[sockets.push(socket) - 1];
    socket.onMessage((request) => answer(socket, request, state));
  });
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByText('No numbers yet')).toBeVisible();
  await sockets[0]?.close({ code: 1001 });
  const lost = page.getByText('The connection to the host was lost, reconnecting…');
  await expect(lost).toBeVisible();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(lost).toBeHidden();
});

for (const [what, hash] of [
  ['with a wrong token', '#token=wrong'],
  ['without a token', ''],
] as const) {
  test(`${what} the page says where the right address is`, async ({ page, origin }) => {
    await page.goto(`${origin}/${hash}`);
    await expect(page.getByRole('heading', { name: 'This page needs the right address' })).toBeVisible();
    await expect(page.getByText('Go to the terminal where you started OTP Dock.')).toBeVisible();
  });
}

test('a host that answers late has the page start again in its language, in the same place', async ({
  page,
  origin,
}) => {
  const state = exampleState({ settings: { ...defaultSettings, language: 'hi' } });
  const asked: (() => void)[] = [];
  let late = true;
  await atSocket(page, (socket) => {
    socket.onMessage((request) => {
      if ((JSON.parse(String(request)) as SocketRequest).name !== 'state.get') return;
      if (late) asked.push(() => answer(socket, request, state));
      else answer(socket, request, state);
    });
  });
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByText('Connecting to OTP Dock…')).toBeVisible();
  await page.evaluate(() => (window.location.hash = 'inbox'));
  late = false;
  for (const give of asked) give();
  await expect(page.getByRole('heading', { level: 1, name: 'इनबॉक्स' })).toBeVisible();
  expect(page.url()).toBe(`${origin}/#inbox`);
});

test('the page does not go to and fro when the host is late again', async ({ page, origin }) => {
  await atSocket(page, () => undefined);
  await page.addInitScript(() => sessionStorage.setItem('otp-dock.language', 'hi'));
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByText('OTP Dock से जुड़ रहे हैं…')).toBeVisible();
});

test('the frame is painted before the style sheet has come, and the interface once it has', async ({
  page,
  origin,
}) => {
  const { promise: come, resolve: send } = Promise.withResolvers<void>();
  await page.route('**/assets/*.css', async (route) => {
    await come;
    await route.continue();
  });
  await atSocket(page, (socket) => socket.onMessage((request) => answer(socket, request, exampleState())));
  await page.addInitScript(noteStyles);
  await page.goto(`${origin}/#token=abc`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await expect(page.locator('.first-frame')).toBeVisible();
  // By then, all else is there: this is what the interface is built on.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /libraries/.test(name)));
  send();
  await expect(page.getByText('No numbers yet')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'styled') as unknown)).toBe(true);
});

/** Runs in the page: notes whether its style sheet is applied as the interface takes the place of the first frame. */
function noteStyles(): void {
  let seen = false;
  new MutationObserver((_changes, observer) => {
    const isThere = document.querySelector('.first-frame') !== null;
    if (seen && !isThere) {
      Object.assign(window, { styled: [...document.styleSheets].some(({ href }) => href !== null) });
      observer.disconnect();
    }
    seen ||= isThere;
  }).observe(document, { subtree: true, childList: true });
}
