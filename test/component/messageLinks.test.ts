import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { phrases } from '../../electron/contract/words/phrases.ts';
import { iso } from '../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs, texts } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const messages = page.getByRole('article');
const dialog = page.getByRole('dialog', { name: 'Open this link in your browser?' });
const inBrowser = dialog.getByRole('button', { name: 'Open in browser' });

const magic = exampleMessage({
  sid: 'SM7',
  code: null,
  candidates: [],
  service: null,
  body: 'Sign in: https://bücher.example/l/8fKq2 or https://user@lumora.example/l/8fKq2',
  links: ['https://bücher.example/l/8fKq2', 'https://user@lumora.example/l/8fKq2'],
  reason: phrases.codes.signInLink,
});

test('a message with a link to sign in offers it, and says where it leads', async ({ open }) => {
  const spam = exampleMessage({
    code: null,
    candidates: [],
    body: 'Win https://evil.example',
    links: ['https://evil.example'],
  });
  open(exampleState({ messages: [magic, spam] }), 'inbox');
  await expect.element(page.getByText('No code, but a link to sign in.')).toBeVisible();
  await expect.element(page.getByText('xn--bcher-kva.example', { exact: true })).toBeVisible();
  // Also while the mouse shows what can be done with the message.
  await page.getByText('xn--bcher-kva.example', { exact: true }).hover();
  await expect.element(page.getByRole('button', { name: 'Mark the code' }).first()).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Copy link to lumora.example' }).click();
  expect(await navigator.clipboard.readText()).toBe('https://user@lumora.example/l/8fKq2');
  await expect.element(page.getByRole('button', { name: 'Open link to evil.example' })).not.toBeInTheDocument();
});

test('where the app opens links, it is told which, and the number shows it as well', async ({ open }) => {
  const capabilities = { clipboard: 'host', links: 'host', menus: false, openDataDir: true, switchApi: true } as const;
  const host = open(exampleState({ capabilities, leases: [exampleLease({ latestCode: null })], messages: [magic] }));
  await page.getByRole('button', { name: 'Open link to lumora.example' }).click();
  await expect.element(dialog).toMatchTextContent('https://user@lumora.example/l/8fKq2');
  await expectAccessible(dialog);
  expect(inputs(host, 'messages.openLink')).toEqual([]);
  await inBrowser.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => inputs(host, 'messages.openLink')).toEqual([{ sid: 'SM7', index: 1 }]);
  await expectAccessible();
});

test('any link of a message opens when asked again, and nobody learns of it before', async ({ open }) => {
  const links = ['https://www.lumora.example@evil.example/win?a=b#c', 'http://münchen.example/x', 'ftp://a.example/'];
  open(
    exampleState({ messages: [exampleMessage({ body: links.join(' '), links: [...links, links[0] ?? ''] })] }),
    'inbox',
  );
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  await messages.hover();
  await messages.getByRole('button', { name: 'Open link' }).click();
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expect.element(dialog.getByRole('radio')).toHaveLength(2);
  await expect.element(dialog.getByText('evil.example', { exact: true })).toBeVisible();
  await expectAccessible(dialog);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  expect(await navigator.clipboard.readText()).toBe(links[0]);
  await dialog.getByRole('radio', { name: 'http://xn--mnchen-3ya.example/x' }).click();
  expect(opened).not.toHaveBeenCalled();
  await inBrowser.click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(opened.mock.calls).toEqual([['http://xn--mnchen-3ya.example/x', '_blank', 'noopener,noreferrer']]);
  opened.mockRestore();
});

test('a message that is no plain SMS says what it is', async ({ open }) => {
  const from = 'whatsapp:+14155550199';
  open(exampleState({ messages: [exampleMessage({ from, channel: 'whatsapp', numMedia: 2 })] }), 'inbox');
  await expect.element(messages.getByText('(415) 555-0199', { exact: true })).toBeVisible();
  await expect.element(messages.getByText(/WhatsApp · 2 attachments · /)).toBeVisible();
});

const pictures = exampleMessage({
  ...{ sid: 'MM8', code: null, candidates: [], service: null, body: '', numMedia: 2, channel: 'mms' },
  media: [
    { contentType: 'image/jpeg', url: 'https://cdn.example/cat.jpg' },
    { contentType: 'text/vcard', url: null },
  ],
});

test('an MMS names its files, and none of them is fetched', async ({ open }) => {
  const fetched = performance.getEntriesByType('resource').length;
  open(exampleState({ messages: [pictures] }), 'inbox');
  const files = messages.getByRole('list', { name: 'Attachments' });
  await expect.element(files).toBeVisible();
  expect(texts(files.getByRole('listitem'))).toEqual(['Photo (JPEG)', 'Contact']);
  await expect.element(messages).not.toMatchTextContent('2 attachments');
  for (const name of ['Mark the code', 'Copy text'])
    await expect.element(messages.getByRole('button', { name })).not.toBeInTheDocument();
  await messages.getByRole('button', { name: 'Details' }).click();
  await expect.element(messages.getByText('https://cdn.example/cat.jpg')).toBeVisible();
  await messages.getByRole('button', { name: 'Copy link' }).click();
  expect(await navigator.clipboard.readText()).toBe('https://cdn.example/cat.jpg');
  await expectAccessible();
  const later = performance.getEntriesByType('resource').slice(fetched);
  expect(later.filter(({ name }) => name.includes('cdn.example'))).toEqual([]);
  await expect.element(messages.getByRole('img')).not.toBeInTheDocument();
});

test('a number’s card names the files of an MMS, beside a text only as an icon', async ({ open }) => {
  const leases = [exampleLease({ label: 'checkout', latestCode: null })];
  const host = open(exampleState({ leases, messages: [pictures] }));
  const card = page.getByRole('article', { name: 'checkout' });
  await expect.element(card.getByRole('link', { name: /^Photo \(JPEG\)\s+Contact$/ })).toBeVisible();
  host.receive({ ...pictures, sid: 'MM9', body: 'Look at this', receivedAt: iso(exampleNow) });
  await expect.element(card.getByRole('link', { name: /^Photo \(JPEG\)\s+Contact\s+Look at this$/ })).toBeVisible();
  await expectAccessible();
});
