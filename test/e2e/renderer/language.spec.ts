import { AxeBuilder } from '@axe-core/playwright';
import type { Page, WebSocketRoute } from 'playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { SocketRequest } from '../../../electron/contract/socket.ts';
import { iso } from '../../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const settings = { ...defaultSettings, language: 'hi' } as const;
const problem = {
  code: 'SPEND_LIMIT',
  message: 'This would cost $1.15 and pass your limit per day of $2.',
  hint: 'Raise the limit in Settings.',
  retryable: false,
  twilio: null,
} as const;

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
}

test('the interface is in Hindi when Settings say so, and what the host wrote is marked as English', async ({
  page,
  open,
}) => {
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow - 4000) };
  await open(
    exampleState({
      settings,
      messages: [exampleMessage()],
      leases: [exampleLease({ latestCode }), exampleLease({ id: 'lease-2', state: 'failed', number: null, problem })],
      notices: [{ id: 'n1', message: 'The settings file could not be read.', hint: 'It was put aside.' }],
    }),
  );
  await expect(page.getByRole('heading', { level: 1, name: 'नंबर' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await expect(page.getByRole('button', { name: 'कोड कॉपी करें' })).toBeVisible();
  await expect(page.getByText('यह ख़रीद आपकी तय की हुई सीमा से ऊपर चली जाती।')).toBeVisible();
  for (const words of [problem.message, 'The settings file could not be read.', 'It was put aside.']) {
    await expect(page.getByText(words)).toHaveAttribute('lang', 'en');
  }
  await expectNoViolations(page);
});

test('each language is named in itself, and choosing one is for its list, not for the arrow keys alone', async ({
  page,
  open,
}) => {
  const host = await open(exampleState({ settings }), 'settings');
  await page.getByRole('combobox', { name: 'भाषा' }).click();
  const options = page.getByRole('listbox', { name: 'भाषा' }).getByRole('option');
  await expect(options).toHaveText(['अपने आप (English)', 'English', 'हिन्दी']);
  await expect(options.getByText('English', { exact: true })).toHaveAttribute('lang', 'en');
  await expectNoViolations(page);
  await page.keyboard.press('ArrowUp');
  expect(await host.inputs('settings.update')).toEqual([]);
});

test('a host that answers late has the page start again in its language, in the same place', async ({
  page,
  origin,
}) => {
  const asked: { socket: WebSocketRoute; id: number }[] = [];
  let late = true;
  const answer = ({ socket, id }: { socket: WebSocketRoute; id: number }) =>
    socket.send(JSON.stringify({ id, result: { ok: true, value: exampleState({ settings }) } }));
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
