import { page } from 'vitest/browser';
import { exampleLease, exampleMessage, exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

const capture = { baseUrl: 'http://127.0.0.1:4010', accountSid: `AC${'c'.repeat(32)}`, faults: [] };
const banner = page.getByRole('region', { name: 'Captured SMS' });

test('an app’s SMS are captured from the first screen on, without an account', async ({ open }) => {
  open(exampleState({ account: { kind: 'none' } }));
  await page.getByRole('button', { name: 'Capture your app’s SMS' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expect.element(banner).toMatchTextContent('It sends them to http://127.0.0.1:4010. None reaches a phone.');
  await expectAccessible();
});

test('where they are captured is said in every place, with what the app needs to be told', async ({ open }) => {
  const capabilities = { ...exampleState().capabilities, clipboard: 'host' } as const;
  const host = open(exampleState({ capture, capabilities }));
  for (const place of ['Inbox', 'Settings', 'Numbers']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect.element(banner).toBeVisible();
  }
  await banner.getByRole('button', { name: 'Copy settings for your app' }).click();
  await expect.element(page.getByText('Copied. Paste it into your app’s .env file.')).toBeVisible();
  expect(host.calls.map(({ name }) => name)).toContain('capture.copyVariables');
  await banner.getByRole('button', { name: 'Stop capturing' }).click();
  await expect.element(banner).not.toBeInTheDocument();
});

test('a captured message says who sent it to whom, and nothing of a lease that nobody needs', async ({ open }) => {
  const sent = exampleMessage({ source: 'capture', from: 'Lumora', to: '+919812345678', leaseId: null, service: null });
  const sentBy = { sid: `MG${'0123456789abcdef'.repeat(2)}`, name: null };
  const byVerify = { sid: `VA${'7'.repeat(32)}`, name: 'Lumora sign-up' };
  const messages = [
    sent,
    { ...sent, sid: 'SM2', from: '+14155550188', sentBy },
    { ...sent, sid: 'SM3', sentBy: byVerify },
  ];
  open(exampleState({ capture, messages }), 'inbox');
  const shown = page.getByRole('article');
  await expect.element(shown.nth(0)).toMatchTextContent(/^Lumora\s*→ \+91 98123 45678/);
  await expect.element(shown.nth(0)).not.toMatchTextContent('number not in use');
  await expect.element(shown.nth(1)).toMatchTextContent(/^\+1 415 555 0188\s*→ .*via MG0123…cdef/);
  await expect.element(shown.nth(2)).toMatchTextContent('via Lumora sign-up');
  await shown.nth(1).getByRole('button', { name: 'Details' }).click();
  await expect.element(shown.nth(1).getByText(`Sent by ${sentBy.sid}`)).toBeVisible();
  await shown.nth(2).getByRole('button', { name: 'Details' }).click();
  await expect.element(shown.nth(2).getByText(`Sent by Lumora sign-up · ${byVerify.sid}`)).toBeVisible();
  await expectAccessible();
});

test('capturing is started and stopped in Settings, too', async ({ open }) => {
  open(exampleState(), 'settings/twilio');
  await page.getByRole('button', { name: 'Start capturing' }).click();
  await expect.element(banner).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Stop capturing' }).last().click();
  await expect.element(banner).not.toBeInTheDocument();
});

test('a number is free, of any country, and there is nothing to decide about its end', async ({ open }) => {
  const host = open(exampleState({ capture }));
  const found = {
    phoneNumber: '+919812345678',
    friendlyName: '',
    locality: null,
    region: null,
    country: 'IN',
  } as const;
  const numbers = [{ ...found, type: 'mobile', capabilities: { sms: true, mms: true, voice: true } } as const];
  host.answer('numbers.search', { ok: true, value: { numbers, monthlyPrice: null, priceAsOf: null } });
  await page.getByRole('button', { name: 'New number' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Made up: nothing is bought')).toBeVisible();
  await expect.element(dialog.getByText(/98123\s?45678/)).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Take number · free' })).toBeVisible();
  await expect.element(dialog.getByRole('radiogroup')).not.toBeInTheDocument();
  await expectAccessible();
});

test('a number that is made up has no price, and nothing to choose for its end', async ({ open }) => {
  open(exampleState({ capture, leases: [exampleLease()] }));
  await page.getByRole('button', { name: 'More actions' }).click();
  const pin = page.getByRole('menuitem', { name: 'Pin' });
  await expect.element(pin).toMatchTextContent(/unpin it\.$/);
  await expect.element(page.getByRole('menuitemradio')).not.toBeInTheDocument();
  await pin.click();
  await expect.element(page.getByText('Pinned until you unpin it.', { exact: true })).toBeVisible();
});
