import type { WebSocketRoute } from 'playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { SocketReply, SocketRequest } from '../../../electron/contract/socket.ts';
import { exampleLease, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

function send(socket: WebSocketRoute, reply: SocketReply): void {
  socket.send(JSON.stringify(reply));
}

test('the token leaves the address bar, and a reload still has it', async ({ page, origin }) => {
  await page.routeWebSocket(/\/ui\/socket$/, (socket) => {
    socket.onMessage((text) => {
      const { id } = JSON.parse(String(text)) as SocketRequest;
      send(socket, { id, result: { ok: true, value: exampleState() } });
    });
  });
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  expect(page.url()).toBe(`${origin}/`);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
});

test('a lost connection is shown, and a restarted host, whose revisions begin anew, is believed', async ({
  page,
  origin,
}) => {
  const sockets: WebSocketRoute[] = [];
  // On the way: for a late one the page would ask why, and this host answers everything with a state.
  const lease = exampleLease({ state: 'buying' });
  const states = [exampleState({ revision: 90 }), exampleState({ revision: 1, leases: [lease] })];
  await page.routeWebSocket(/\/ui\/socket$/, (socket) => {
    const value = states[sockets.push(socket) - 1];
    socket.onMessage((text) => {
      const { id } = JSON.parse(String(text)) as SocketRequest;
      send(socket, { id, result: { ok: true, value } });
    });
  });
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByText('No number yet')).toBeVisible();
  await sockets[0]?.close({ code: 1001 });
  await expect(page.getByText('The connection to the host was lost, reconnecting…')).toBeVisible();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByText('The connection to the host was lost, reconnecting…')).toBeHidden();
});

test('a wrong token leads to a page that says where the right address is', async ({ page, origin }) => {
  await page.routeWebSocket(/\/ui\/socket$/, (socket) => socket.close({ code: 4401 }));
  await page.goto(`${origin}/#token=wrong`);
  await expect(page.getByRole('heading', { name: 'This page needs the right address' })).toBeVisible();
  await expect(page.getByText('Go to the terminal where you started OTP Dock.')).toBeVisible();
});

test('without any token the page says the same', async ({ page, origin }) => {
  await page.goto(origin);
  await expect(page.getByRole('heading', { name: 'This page needs the right address' })).toBeVisible();
});

test('nothing that the page does breaks its Content-Security-Policy', async ({ page, open }) => {
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  await open(exampleState({ leases: [exampleLease()] }));
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(page.getByText('Twilio offers no SMS numbers in India at times.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Receiving SMS' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a host that answers late has the page start again in its language, in the same place', async ({
  page,
  origin,
}) => {
  const asked: { socket: WebSocketRoute; id: number }[] = [];
  let late = true;
  const answer = ({ socket, id }: { socket: WebSocketRoute; id: number }) =>
    socket.send(
      JSON.stringify({
        id,
        result: { ok: true, value: exampleState({ settings: { ...defaultSettings, language: 'hi' } }) },
      }),
    );
  await page.routeWebSocket(/\/ui\/socket$/, (socket) => {
    socket.onMessage((text) => {
      const { id, name } = JSON.parse(String(text)) as SocketRequest;
      if (name !== 'state.get') return;
      if (late) asked.push({ socket, id });
      else answer({ socket, id });
    });
  });
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByText('Connecting to OTP Dock…')).toBeVisible();
  await page.evaluate(() => (window.location.hash = 'inbox'));
  late = false;
  asked.forEach(answer);
  await expect(page.getByRole('heading', { level: 1, name: 'इनबॉक्स' })).toBeVisible();
  expect(page.url()).toBe(`${origin}/#inbox`);
});

test('the page does not go to and fro when the host is late again', async ({ page, origin }) => {
  await page.routeWebSocket(/\/ui\/socket$/, () => undefined);
  await page.addInitScript(() => sessionStorage.setItem('otp-dock.language', 'hi'));
  await page.goto(`${origin}/#token=abc`);
  await expect(page.getByText('OTP Dock से जुड़ रहे हैं…')).toBeVisible();
});
