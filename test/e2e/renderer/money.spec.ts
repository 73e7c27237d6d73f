import { readFile } from 'node:fs/promises';
import type { Failure } from '../../../electron/contract/errors.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { exampleEntry, exampleLease, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const limited = { ...defaultSettings, limitPerMonth: '4.00' };
const overLimit: Failure = {
  code: 'SPEND_LIMIT',
  message: 'This would pass the limit of this month.',
  hint: 'Raise it in Settings.',
  retryable: false,
  twilio: null,
};

test('what is spent stands beside its limit, with a warning from 80 % on', async ({ page, open }) => {
  const host = await open(exampleState({ settings: { ...limited, limitPerMonth: '10' } }));
  await expect(page.getByText('Spent today $1.15 · this month $3.45 of $10.00')).toBeVisible();
  await host.update({ settings: limited });
  await expect(page.getByText('$3.45 of $4.00 (near the limit)')).toBeVisible();
});

test('an order that passes the limit leads to where it is changed', async ({ page, open }) => {
  const host = await open(exampleState({ settings: limited }));
  await host.answer('leases.start', { ok: false, error: overLimit });
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await page.getByRole('button', { name: 'Change the limit' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Money' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Limit per month' })).toBeInViewport();
});

test('a limit is checked, saved, and taken away by emptying the field', async ({ page, open }) => {
  const host = await open(exampleState({ settings: limited }), 'settings');
  const field = page.getByRole('textbox', { name: 'Limit per month' });
  await field.fill('12,50');
  await field.blur();
  await expect(page.getByText('An amount such as 5 or 12.50.')).toBeVisible();
  await field.fill('12.50');
  await field.press('Enter');
  await expect.poll(() => host.inputs('settings.update')).toEqual([{ limitPerMonth: '12.50' }]);
  await field.fill('');
  await field.press('Enter');
  await expect.poll(() => host.inputs('settings.update')).toContainEqual({ limitPerMonth: null });
});

test("the figures are those of the ledger, and Twilio's own where there are any", async ({ page, open }) => {
  const state = exampleState();
  const host = await open(state);
  const value = {
    ...state.spending,
    balance: usd('17.43'),
    limits: { day: null, month: null },
    byTwilio: { total: usd('9.10'), phoneNumbers: usd('3.45'), asOf: '2026-03-02T06:00:00Z' },
    monthly: usd('2.30'),
    nextBill: { at: '2026-04-01T12:00:00Z', amount: usd('1.15'), numbers: 1 },
  };
  await host.answer('money.summary', { ok: true, value });
  await page.getByRole('link', { name: 'Settings' }).click();
  const money = page.getByRole('region', { name: 'Money' });
  await expect(money.getByText('$3.45 for numbers, $9.10 in all, as of')).toBeVisible();
  await expect(money.getByText('Apr 1: $1.15 for 1 number')).toBeVisible();
  await host.answer('money.summary', { ok: true, value: { ...value, byTwilio: null } });
  await host.update({ numbersRevision: 2 });
  await expect(money.getByText('not available')).toBeVisible();
});

test('figures that cannot be read say why, and can be asked for again', async ({ page, open }) => {
  const host = await open(exampleState());
  await host.answer('money.summary', { ok: false, error: { ...overLimit, code: 'TWILIO_ERROR', message: 'No.' } });
  await page.getByRole('link', { name: 'Settings' }).click();
  const money = page.getByRole('region', { name: 'Money' });
  await expect(money.getByRole('alert')).toContainText('No.');
  await money.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => host.inputs('money.summary')).toHaveLength(2);
});

test('the ledger is listed, and saved as a file that no spreadsheet takes for formulas', async ({ page, open }) => {
  const host = await open(exampleState());
  const entries = [
    exampleEntry({ label: '=HYPERLINK("x")' }),
    exampleEntry({ id: 2, kind: 'leaseEnded', amount: null }),
  ];
  await host.answer('ledger.list', { ok: true, value: { entries, next: null } });
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('row', { name: /Bought.*555-0123 \$1\.15/ })).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('otp-dock-ledger-2026-03-02.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(4);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  await expect(page.getByText('The ledger is exported.')).toBeVisible();
  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export JSON' }).click();
  expect(JSON.parse(await readFile(await (await json).path(), 'utf8'))).toEqual(entries);
});

test('what becomes of a running number is changed on its card', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease({ label: 'checkout' })] }));
  const card = page.getByRole('article', { name: 'checkout' });
  await expect(card.getByRole('button', { name: 'Give back' })).toBeVisible();
  await card.getByRole('combobox', { name: 'When the time is up' }).selectOption('Keep until the next bill');
  await expect(card.getByRole('button', { name: 'End and keep' })).toBeVisible();
  expect(await host.inputs('leases.setPolicy')).toEqual([{ id: 'lease-1', policy: 'renewal' }]);
});

test('a lease of a kept number says that there is nothing to pay', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease({ reused: true })] }));
  await expect(page.getByRole('article').getByText('nothing to pay: kept number')).toBeVisible();
});

test('before all leases are ended it is said whose are among them', async ({ page, open }) => {
  const held = (id: string, holder: string) => exampleLease({ id, holder });
  await open(exampleState({ leases: [exampleLease(), held('lease-2', 'web-ci'), held('lease-3', 'Asha')] }));
  await page.getByRole('button', { name: 'End all' }).click();
  await expect(page.getByRole('dialog')).toContainText('Among them are leases of web-ci and Asha.');
});

test('all leases are ended at once, after it is said what becomes of their numbers', async ({ page, open }) => {
  const other = exampleLease({ id: 'lease-2', number: '+14155550124', policy: 'keep' });
  const host = await open(exampleState({ leases: [exampleLease()] }));
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('button', { name: 'End all' })).toBeHidden();
  await host.update({ leases: [exampleLease(), other] });
  await page.getByRole('button', { name: 'End all' }).click();
  const dialog = page.getByRole('dialog', { name: 'End all 2 leases?' });
  await expect(dialog.getByText('1 number goes back to Twilio, gone for good. 1 number is kept')).toBeVisible();
  await dialog.getByRole('button', { name: 'End all' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Given back')).toBeVisible();
  await expect(page.getByText('Kept for reuse')).toBeVisible();
  expect(await host.inputs('leases.endAll')).toHaveLength(1);
});
