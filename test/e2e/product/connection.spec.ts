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
