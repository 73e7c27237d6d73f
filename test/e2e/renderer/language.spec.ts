import { AxeBuilder } from '@axe-core/playwright';
import type { Page, WebSocketRoute } from 'playwright/test';
import { appError, saidBy } from '../../../electron/contract/errors.ts';
import type { SelfTest } from '../../../electron/contract/reception.ts';
import { numbers } from '../../../electron/contract/sentences/numbers.ts';
import { reception } from '../../../electron/contract/sentences/reception.ts';
import { inOneLine, phrases } from '../../../electron/contract/sentences/sentence.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { SocketRequest } from '../../../electron/contract/socket.ts';
import type { Notice } from '../../../electron/contract/state.ts';
import { iso } from '../../../electron/contract/time.ts';
import { explainNgrok } from '../../../electron/adapters/tunnel/ngrokErrors.ts';
import { notThrough } from '../../../electron/adapters/tunnel/probeErrors.ts';
import { findingsOf } from '../../../electron/core/diagnosis.ts';
import { Notices } from '../../../electron/core/notices.ts';
import type { LeaseRecord } from '../../../electron/core/numbers/lease.ts';
import { extract } from '../../../electron/core/otp/extract.ts';
import {
  exampleDiagnosis,
  exampleLease,
  exampleMessage,
  exampleNow,
  exampleReception,
  exampleState,
} from '../../fakes/appState.ts';
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

test.describe('what the host says is in Hindi, too:', () => {
  const english = (page: Page) => page.locator('main [lang=en]');

  test('notices, and failures that name what went wrong', async ({ page, open }) => {
    let told: Notice[] = [];
    const notices = new Notices((list) => (told = list));
    notices.portTaken(5000, 5001);
    notices.clockSet(-120_000);
    const say = phrases(numbers);
    const amounts = { price: '1.15 USD', total: '5.75 USD', limit: '5 USD' };
    const { failure } = appError('SPEND_LIMIT', say.dayLimit(amounts), say.dayLimitHint);
    const failed = exampleLease({ id: 'lease-2', state: 'failed', number: null, problem: failure });
    await open(exampleState({ settings, notices: told, leases: [exampleLease(), failed] }));
    await expect(page.getByText('पोर्ट 5000 कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है')).toBeVisible();
    await expect(page.getByText('इस कंप्यूटर की घड़ी 2 मिनट पीछे कर दी गई।')).toBeVisible();
    await expect(page.getByText('इसके साथ आज का ख़र्च 5.75 USD हो जाता')).toBeVisible();
    await expect(page.getByText('कुछ नहीं ख़रीदा गया।')).toBeVisible();
    await expect(english(page)).toHaveCount(0);
    await expectNoViolations(page);
  });

  test('what to check when a code is late, but for what Twilio itself says', async ({ page, open }) => {
    const startedAt = exampleNow - 40_000;
    const findings = findingsOf({
      account: exampleState().account,
      tunnel: { kind: 'ngrok', state: 'degraded', url: null, problem: explainNgrok('ERR_NGROK_107') },
      polling: false,
      paused: false,
      reception: exampleReception({ lastWebhookAt: iso(startedAt - 600_000) }),
      lease: { startedAt } as LeaseRecord,
      holding: null,
      now: exampleNow,
    });
    const host = await open(exampleState({ settings, leases: [exampleLease({ startedAt: iso(startedAt) })] }));
    await host.answer('leases.diagnose', { ok: true, value: { ...exampleDiagnosis(), findings } });
    const card = page.getByRole('article');
    await expect(card.getByText('ngrok यह authtoken स्वीकार नहीं करता')).toContainText('(ngrok त्रुटि 107)।');
    await expect(card.getByText('कोई वेबहुक नहीं आया; पिछला 11 मिनट पहले आया था।')).toBeVisible();
    await expect(english(page)).toHaveText(exampleDiagnosis().alerts?.map(({ text }) => text) ?? []);
  });

  test('why something is taken for the code, and why not', async ({ page, open }) => {
    const messages = ['Your Lumora code is 482913. Card ending **4417.', 'You paid $4417 today.'].map((body, index) =>
      exampleMessage({ sid: `SM${index}`, body, ...extract(body, 'Lumora') }),
    );
    await open(exampleState({ settings, messages }), 'inbox');
    await page.getByRole('button', { name: 'क्यों?' }).first().click();
    await expect(page.getByText('6 अंक: यह “code” के बाद आता है।').first()).toBeVisible();
    await expect(page.getByText('4417 को कोड नहीं माना गया: यह कोई रकम है।')).toBeVisible();
    await expect(english(page)).toHaveCount(0);
    await expectNoViolations(page);
  });

  test('how the test of the webhook went', async ({ page, open }) => {
    const say = phrases(reception);
    const thrown = notThrough(502);
    const { message, hint } = saidBy(thrown.failure);
    const value: SelfTest = {
      ok: false,
      hops: [
        { name: 'publicUrl', ok: false, ms: 40, message: inOneLine(message, hint) },
        { name: 'signature', ok: false, ms: null, message: say.listenerAnswered({ status: 404 }) },
      ],
    };
    const host = await open(exampleState({ settings }), 'settings');
    await host.answer('reception.test', { ok: true, value });
    await page.getByRole('button', { name: 'वेबहुक जाँचें' }).click();
    const result = page.getByRole('list', { name: 'जाँच का नतीजा' });
    await expect(result).toContainText('OTP Dock तक नहीं पहुँचाता (HTTP स्थिति 502)। वहाँ की प्रॉक्सी या टनल को');
    await expect(result).toContainText('वेबहुक ने 404 जवाब दिया।');
    await expect(result.locator('[lang=en]')).toHaveCount(0);
    await expect(page.getByRole('status')).toContainText('HTTP स्थिति 502');
  });
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
