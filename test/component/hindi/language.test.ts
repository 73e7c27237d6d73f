import { describe } from 'vitest';
import { page } from 'vitest/browser';
import { appError } from '../../../electron/contract/errors.ts';
import type { SelfTest } from '../../../electron/contract/reception.ts';
import { foreign, inOneLine, phrases } from '../../../electron/contract/words/phrases.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
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
import { expectNoViolations } from '../support/accessible.ts';
import { inputs, press, texts } from '../support/actions.ts';
import { expect, test } from '../support/app.ts';

const settings = { ...defaultSettings, language: 'hi' } as const;
const { refused, refusedHint } = phrases.notices;
const { dayLimit, dayLimitHint } = phrases.numbers;
const { failure: problem } = appError(
  'SPEND_LIMIT',
  dayLimit({ price: '1.15 USD', total: '5.75 USD', limit: '5 USD' }),
  dayLimitHint,
);

/** What is marked as English. */
const english = () => [...document.querySelectorAll('main [lang=en]')].map(({ textContent }) => textContent);

test('the interface is in Hindi when Settings say so, and what other programs say is marked as English', async ({
  open,
}) => {
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow - 4000) };
  open(
    exampleState({
      settings,
      messages: [exampleMessage()],
      leases: [exampleLease({ latestCode }), exampleLease({ id: 'lease-2', state: 'failed', number: null, problem })],
      notices: [
        {
          id: 'n1',
          message: refused({ number: '+14155550123', said: foreign('It is on strike.') }),
          hint: refusedHint,
        },
      ],
    }),
  );
  await expect.element(page.getByRole('heading', { level: 1, name: 'नंबर' })).toBeVisible();
  expect(document.documentElement.lang).toBe('hi');
  await expect.element(page.getByRole('button', { name: 'कोड कॉपी करें' })).toBeVisible();
  await expect.element(page.getByText('Twilio +14155550123 वापस लेने से इनकार करता है: It is on strike.')).toBeVisible();
  expect(english()).toEqual(['It is on strike.']);
  await expectNoViolations();
});

describe('what the host says is in Hindi, too:', () => {
  test('notices, and failures that name what went wrong', async ({ open }) => {
    let told: Notice[] = [];
    const notices = new Notices((list) => (told = list), { warn: () => undefined });
    notices.portTaken(5000, 5001);
    notices.clockSet(-120_000);
    const failed = exampleLease({ id: 'lease-2', state: 'failed', number: null, problem });
    open(exampleState({ settings, notices: told, leases: [exampleLease(), failed] }));
    await expect.element(page.getByText('पोर्ट 5000 कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है')).toBeVisible();
    await expect.element(page.getByText('इस कंप्यूटर की घड़ी 2 मिनट पीछे कर दी गई।')).toBeVisible();
    await expect.element(page.getByText('इसके साथ आज का ख़र्च 5.75 USD हो जाता')).toBeVisible();
    await expect.element(page.getByText('कुछ नहीं ख़रीदा गया।')).toBeVisible();
    expect(english()).toEqual([]);
    await expectNoViolations();
  });

  test('what to check when a code is late, but for what Twilio itself says', async ({ open }) => {
    const startedAt = exampleNow - 40_000;
    const findings = findingsOf({
      account: exampleState().account,
      tunnel: { kind: 'ngrok', state: 'degraded', url: null, problem: explainNgrok('ERR_NGROK_107') },
      polling: false,
      crowded: false,
      paused: false,
      withoutToken: false,
      reception: exampleReception({ lastWebhookAt: iso(startedAt - 600_000) }),
      lease: { startedAt } as LeaseRecord,
      holding: null,
      now: exampleNow,
    });
    const host = open(exampleState({ settings, leases: [exampleLease({ startedAt: iso(startedAt) })] }));
    host.answer('leases.diagnose', { ok: true, value: { ...exampleDiagnosis(), findings } });
    const card = page.getByRole('article');
    await card.getByRole('button', { name: 'क्या जाँचें' }).click();
    await expect.element(card.getByText('ngrok यह authtoken स्वीकार नहीं करता')).toMatchTextContent('(ngrok त्रुटि 107)।');
    await expect.element(card.getByText('कोई वेबहुक नहीं आया; पिछला 11 मिनट पहले आया था।')).toBeVisible();
    expect(english()).toEqual(exampleDiagnosis().alerts?.map(({ text }) => text));
  });

  test('why something is taken for the code, and why not', async ({ open }) => {
    const messages = [
      'Your Lumora code is 482913. Card ending **4417.',
      'You paid $4417 today.',
      'लॉग इन करने के लिए टैप करें: https://lumora.example/l/8fKq2',
    ].map((body, index) => exampleMessage({ sid: `SM${index}`, body, ...extract(body, 'Lumora') }));
    open(exampleState({ settings, messages }), 'inbox');
    await page.getByRole('button', { name: 'विवरण' }).first().click();
    await expect.element(page.getByText('6 अंक, "code" के बाद।').first()).toBeVisible();
    await expect.element(page.getByText('4417 छोड़ा गया: रकम।')).toBeVisible();
    await expect.element(page.getByText('कोड नहीं है, पर लॉग इन करने का लिंक है।')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'lumora.example का लिंक खोलें' })).toBeVisible();
    expect(english()).toEqual([]);
    await expectNoViolations();
  });

  test('how the test of the webhook went', async ({ open }) => {
    const say = phrases.reception;
    const thrown = notThrough(502);
    const { message, hint } = thrown.failure;
    const value: SelfTest = {
      ok: false,
      hops: [
        { name: 'publicUrl', ok: false, ms: 40, message: inOneLine(message, hint) },
        { name: 'signature', ok: false, ms: null, message: say.listenerAnswered({ status: 404 }) },
      ],
    };
    const host = open(exampleState({ settings }), 'settings/health');
    host.answer('reception.test', { ok: true, value });
    await page.getByRole('button', { name: 'वेबहुक जाँचें' }).click();
    const result = page.getByRole('list', { name: 'जाँच का नतीजा' });
    await expect.element(result).toMatchTextContent('OTP Dock तक नहीं पहुँचाता (HTTP स्थिति 502)। वहाँ की प्रॉक्सी या टनल को');
    await expect.element(result).toMatchTextContent('वेबहुक ने 404 जवाब दिया।');
    expect(result.element().querySelector('[lang=en]')).toBeNull();
    await expect.element(page.getByRole('status')).toMatchTextContent('HTTP स्थिति 502');
  });
});

test('each language is named in itself, and choosing one is for its list, not for the arrow keys alone', async ({
  open,
}) => {
  const host = open(exampleState({ settings }), 'settings/appearance');
  await page.getByRole('combobox', { name: 'भाषा' }).click();
  const options = page.getByRole('listbox', { name: 'भाषा' }).getByRole('option');
  await expect.poll(() => texts(options)).toEqual(['अपने आप (English)', 'English', 'हिन्दी']);
  await expect.element(options.getByText('English', { exact: true })).toHaveAttribute('lang', 'en');
  await expectNoViolations();
  await press('ArrowUp');
  expect(inputs(host, 'settings.update')).toEqual([]);
});
