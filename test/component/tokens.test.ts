import { page } from 'vitest/browser';
import type { NamedToken } from '../../electron/contract/sharing.ts';
import { exampleNow, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { iso } from '../../electron/contract/time.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const webCi: NamedToken = {
  name: 'web-ci',
  since: iso(exampleNow),
  limits: { leases: 5, perDay: null, perMonth: usd('50') },
  used: { leases: 2, today: usd('1.15'), thisMonth: usd('3.45') },
};
const token = 'w'.repeat(43);
const on = exampleState({ api: { ...exampleState().api, url: 'http://127.0.0.1:5001' } });
const dialog = page.getByRole('dialog');

test('each token is listed with its limits and what it uses, which stays up to date', async ({ clock, open }) => {
  const host = open(on, 'about');
  host.answer('tokens.list', { ok: true, value: [webCi] });
  window.location.hash = 'settings/tokens';
  const item = page.getByRole('list', { name: 'Tokens' }).getByRole('listitem');
  await expect.element(item).toMatchTextContent('2 of 5 numbers in use · $1.15 today · $3.45 of $50.00 this month');
  host.answer('tokens.list', { ok: true, value: [{ ...webCi, used: { ...webCi.used, leases: 3 } }] });
  host.update({ numbersRevision: 2 });
  await clock.advance(1000);
  await expect.element(item.getByText('3 of 5 numbers in use')).toBeVisible();
});

test('a new token is shown this once, copied, and gone with its dialog', async ({ open }) => {
  const host = open(on, 'settings/tokens');
  await expect.element(page.getByText('No tokens yet.')).toBeVisible();
  await page.getByRole('button', { name: 'New token…' }).click();
  await dialog.getByRole('button', { name: 'Make token' }).click();
  await expect.element(dialog.getByText('1 to 40 letters')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('web-ci');
  await expect.element(dialog.getByText('1 to 40 letters')).not.toBeInTheDocument();
  await dialog.getByRole('textbox', { name: 'Numbers at once' }).fill('5');
  await dialog.getByRole('textbox', { name: 'Limit per month' }).fill('50');
  await expectAccessible(dialog);
  host.answer('tokens.add', refusal('There is one named web-ci.', { code: 'CONFLICT' }));
  await dialog.getByRole('button', { name: 'Make token' }).click();
  await expect.element(dialog.getByText('There is one named web-ci.')).toBeVisible();
  host.answer('tokens.add', { ok: true, value: { ...webCi, token } });
  host.answer('tokens.list', { ok: true, value: [webCi] });
  await press('Enter', dialog.getByRole('textbox', { name: 'Name' }));
  await expect.element(dialog.getByText(token)).toBeVisible();
  await expectAccessible(dialog);
  await dialog.getByRole('button', { name: 'Copy token' }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe(token);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByRole('button', { name: 'Remove… web-ci' })).toBeVisible();
  expect(document.documentElement.outerHTML).not.toContain(token);
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, host.state()])).not.toContain(token);
  const wanted = { name: 'web-ci', leases: 5, perDay: null, perMonth: '50' };
  expect(inputs(host, 'tokens.add')).toEqual([wanted, wanted]);
});

test('a token is removed after a question that says what becomes of its numbers', async ({ open }) => {
  const host = open(on, 'about');
  host.answer('tokens.list', { ok: true, value: [webCi] });
  window.location.hash = 'settings/tokens';
  await expect.element(page.getByRole('button', { name: 'Remove… web-ci' })).toBeVisible();
  await expectAccessible(page.getByRole('region', { name: 'Named tokens' }));
  await page.getByRole('button', { name: 'Remove… web-ci' }).click();
  await expect.element(dialog.getByText('its 2 numbers end by their policies')).toBeVisible();
  expect(inputs(host, 'tokens.remove')).toEqual([]);
  host.answer('tokens.list', { ok: true, value: [] });
  await dialog.getByRole('button', { name: 'Remove token' }).click();
  await expect.element(page.getByText('No tokens yet.')).toBeVisible();
  expect(inputs(host, 'tokens.remove')).toEqual([{ name: 'web-ci' }]);
});

test('while the automation API is off, that is said, with the way to it', async ({ open }) => {
  open(exampleState(), 'settings/tokens');
  await page.getByRole('button', { name: 'Go to Automation API' }).click();
  await expect.element(page.getByRole('switch', { name: 'Serve the automation API' })).toHaveFocus();
});
