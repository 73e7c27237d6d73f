import { page } from 'vitest/browser';
import { iso } from '../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { focus, inputs, press, type } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const palette = page.getByRole('dialog', { name: 'Actions' });
const search = palette.getByRole('textbox', { name: 'Search actions and numbers' });
const checkout = exampleLease({ label: 'checkout' });
const login = exampleLease({ id: 'lease-2', number: '+447700900123', label: 'login', policy: 'keep' });
const inUse = exampleState({ leases: [checkout, login], messages: [exampleMessage()] });

/** Opens the palette and types this. */
async function find(text: string): Promise<void> {
  await expect.element(page.getByRole('main')).toBeVisible();
  await press('ControlOrMeta+k');
  await expect.element(search).toHaveFocus();
  await type(text);
}

/** Its first action, which Enter takes. */
const first = palette.getByRole('button').first();

test('Ctrl+K finds an action by other words, Enter takes it, and the focus goes back', async ({ open }) => {
  open(inUse);
  const button = page.getByRole('button', { name: 'New number' });
  await focus(button);
  await find('buy ph');
  await expect.element(first).toMatchTextContent('New number');
  await press('Escape');
  await expect.element(palette).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await find('buy ph');
  await press('Enter');
  await expect.element(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  await expect.element(palette).not.toBeInTheDocument();
});

test('the key works from the moment the page is seen', async ({ open }) => {
  const isSeen = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('main') === null) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  open(inUse);
  await isSeen;
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
  await expect.element(search).toHaveFocus();
});

test('without a word Enter copies the newest code and says whose it is', async ({ open }) => {
  open(inUse);
  await find('');
  await press('Enter');
  await expect.element(page.getByText('Copied 481920 for checkout')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('481920');
});

test('a number is found by its label or digits, with what can be done with it', async ({ open }) => {
  const host = open(inUse);
  host.answer('leases.extend', { ok: true, value: login });
  await find('07700 900123');
  await expect.element(palette.getByRole('button')).toHaveLength(5);
  await palette.getByRole('button', { name: /^Copy number · login/ }).click();
  expect(await navigator.clipboard.readText()).toBe('+447700900123');
  await find('login more time');
  await press('Enter');
  await expect.poll(() => inputs(host, 'leases.extend')).toEqual([{ id: 'lease-2', seconds: login.ttlSeconds }]);
  await find('release checkout');
  await press('Enter');
  await expect.element(page.getByText('Giving back checkout…')).toBeVisible();
  expect(inputs(host, 'leases.end')).toEqual([]);
});

test('the messages of a number are shown, and no others', async ({ open }) => {
  const other = exampleMessage({ sid: 'SM2', to: '+447700900123', leaseId: 'lease-2', receivedAt: iso(exampleNow) });
  open({ ...inUse, messages: [other, exampleMessage()] });
  await find('login conversation');
  await press('Enter');
  await expect.element(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect.element(page.getByRole('article')).toHaveLength(1);
  await expect.element(page.getByText('to login')).toBeVisible();
});

test('all are given back only when asked again', async ({ open }) => {
  const host = open(inUse);
  await find('release all');
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  expect(inputs(host, 'leases.endAll')).toEqual([]);
});

test('the theme, places, pages of Settings and checking are actions, too', async ({ open }) => {
  const host = open(inUse);
  await find('dark');
  await press('Enter');
  await expect.poll(() => inputs(host, 'settings.update')).toEqual([{ theme: 'dark' }]);
  await find('refresh');
  await press('Enter');
  await expect.element(page.getByText('Nothing new at Twilio')).toBeVisible();
  await find('go automation');
  await press('Enter');
  await expect.element(page.getByRole('heading', { name: 'Automation API' })).toBeVisible();
});

test('the palette reads out what Enter would take, says when nothing is found, and breaks no rule', async ({
  open,
}) => {
  open(inUse);
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await expect.element(search).toHaveFocus();
  await press('ArrowDown');
  await expect.element(palette.getByRole('status')).toHaveTextContent('New number');
  await expectAccessible(palette);
  await type('nothing like it');
  await expect.element(palette.getByText('Nothing found')).toBeVisible();
});
