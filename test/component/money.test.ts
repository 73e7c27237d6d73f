import { commands, page } from 'vitest/browser';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { limitsUnknown } from '../../electron/core/money/unknownLimits.ts';
import { exampleEntry, exampleLease, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { inputs } from './support/actions.ts';
import { expect, test } from './support/app.ts';
import { english } from '../../electron/contract/words/english.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const limited = { ...defaultSettings, limitPerMonth: '4.00' };

test('what is spent stands beside its limit, with a warning from 80 % on', async ({ open }) => {
  const host = open(exampleState({ settings: { ...limited, limitPerMonth: '10' } }));
  await expect.element(page.getByText('Spent today $1.15 · this month $3.45 of $10.00')).toBeVisible();
  host.update({ settings: limited });
  await expect.element(page.getByText('$3.45 of $4.00 (near the limit)')).toBeVisible();
});

test('an order that passes the limit leads to where it is changed', async ({ open }) => {
  const host = open(exampleState({ settings: limited }));
  host.answer('leases.start', refusal('This would pass the limit of this month.', { code: 'SPEND_LIMIT' }));
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await page.getByRole('button', { name: 'Change limit' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('region', { name: 'Limits' })).toHaveFocus();
  await expect.element(page.getByRole('textbox', { name: 'Limit per month' })).toBeInViewport();
});

test('limits that were lost are said on every page, and confirmed in Settings', async ({ open }) => {
  const [message, hint] = limitsUnknown(['limitPerMonth', 'leasesAtOnce']);
  const lost = { ...defaultSettings, limitPerMonth: null, leasesAtOnce: 3 };
  const host = open(
    exampleState({
      settings: { ...lost, limitsToConfirm: ['limitPerMonth', 'leasesAtOnce'] },
      notices: [{ id: 'limits-unknown', message, hint, lasting: true, section: 'money' }],
    }),
  );
  await expect.element(page.getByText(english(message))).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Dismiss' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Check the limits' }).click();
  const money = page.getByRole('region', { name: 'Limits' });
  await expect.element(money.getByText('Limit per month: no limit')).toBeVisible();
  await expect.element(money.getByText('Numbers at once: 3')).toBeVisible();
  await money.getByRole('button', { name: 'Confirm these limits' }).click();
  await expect.element(money.getByText('Nothing is bought until')).not.toBeInTheDocument();
  expect(inputs(host, 'settings.update')).toEqual([{ limitPerMonth: null, leasesAtOnce: 3 }]);
});

test("the figures are those of the ledger, and Twilio's own where there are any", async ({ clock, open }) => {
  const state = exampleState();
  const host = open(state);
  const value = {
    ...state.spending,
    balance: usd('17.43'),
    limits: { day: null, month: null },
    byTwilio: { total: usd('9.10'), phoneNumbers: usd('3.45'), asOf: '2026-03-02T06:00:00Z' },
    monthly: usd('2.30'),
    nextBill: { at: '2026-04-01T12:00:00Z', amount: usd('1.15'), numbers: 1 },
  };
  host.answer('money.summary', { ok: true, value });
  await page.getByRole('link', { name: 'Spending' }).click();
  const money = page.getByRole('main');
  await expect.element(money.getByText('$3.45 for numbers, $9.10 in all, as of')).toBeVisible();
  await expect.element(money.getByText('Apr 1: $1.15 for 1 number')).toBeVisible();
  host.answer('money.summary', { ok: true, value: { ...value, byTwilio: null } });
  host.update({ numbersRevision: 2 });
  await clock.advance(1000);
  await expect.element(money.getByText('not available')).toBeVisible();
});

test('figures that cannot be read say why, and can be asked for again', async ({ open }) => {
  const host = open(exampleState());
  host.answer('money.summary', refusal('No.'));
  await page.getByRole('link', { name: 'Spending' }).click();
  const money = page.getByRole('main');
  await expect.element(money.getByRole('alert')).toMatchTextContent('No.');
  await money.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => inputs(host, 'money.summary')).toHaveLength(2);
});

test('the ledger is listed, and saved as a file that no spreadsheet takes for formulas', async ({ open }) => {
  const host = open(exampleState());
  const entries = [
    exampleEntry({ label: '=HYPERLINK("x")' }),
    exampleEntry({ id: 2, kind: 'leaseEnded', amount: null }),
  ];
  host.answer('ledger.list', { ok: true, value: { entries, next: null } });
  await page.getByRole('link', { name: /^Spent today/ }).click();
  await expect.element(page.getByRole('row', { name: /Bought.*555-0123 \$1\.15/ })).toBeVisible();
  const csv = commands.nextDownload();
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const { name, text } = await csv;
  expect(name).toBe('otp-dock-ledger-2026-03-02.csv');
  expect(text.split('\r\n')).toHaveLength(4);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  await expect.element(page.getByText('Ledger saved.')).toBeVisible();
  const json = commands.nextDownload();
  await page.getByRole('button', { name: 'Export JSON' }).click();
  expect(JSON.parse((await json).text)).toEqual(entries);
});

test('what was changed for everybody is a list of its own, with who has what', async ({ open }) => {
  const host = open(exampleState());
  host.answer('ledger.list', { ok: true, value: { entries: [exampleEntry({ holder: 'web-ci' })], next: null } });
  await page.getByRole('link', { name: 'Spending' }).click();
  await expect.element(page.getByRole('row', { name: /Bought.*web-ci/ })).toBeVisible();
  const bare = { number: null, numberSid: null, amount: null };
  const entries = [
    exampleEntry({ ...bare, id: 3, kind: 'tokenMade', holder: 'night' }),
    exampleEntry({ ...bare, id: 2, kind: 'settingsChanged', note: verbatim('ttlSeconds') }),
  ];
  host.answer('ledger.list', { ok: true, value: { entries, next: null } });
  await page.getByRole('button', { name: 'Tokens and settings' }).click();
  await expect.element(page.getByRole('row', { name: /Token made.*night/ })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /Settings changed.*ttlSeconds/ })).toBeVisible();
  expect(inputs(host, 'ledger.list').map((input) => (input as { about: string }).about)).toEqual(['numbers', 'host']);
});

test('what becomes of a running number is changed on its card', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease({ label: 'checkout' })] }));
  const card = page.getByRole('article', { name: 'checkout' });
  await expect.element(card.getByRole('button', { name: 'Give back' })).toBeVisible();
  await card.getByRole('button', { name: 'More actions' }).click();
  await expect.element(page.getByRole('menuitemradio', { name: 'Give back at once' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Keep until the next bill' }).click();
  await expect.element(card.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
  expect(inputs(host, 'leases.setPolicy')).toEqual([{ id: 'lease-1', policy: 'renewal' }]);
});

test('a lease of a kept number says that there is nothing to pay', async ({ open }) => {
  open(exampleState({ leases: [exampleLease({ reused: true })] }));
  await expect.element(page.getByRole('article').getByText('free (reused)')).toBeVisible();
});

test('all leases are ended at once, after it is said what becomes of their numbers', async ({ open }) => {
  const held = (id: string, holder: string) => exampleLease({ id, number: '+14155550124', policy: 'keep', holder });
  const host = open(exampleState({ leases: [exampleLease()] }));
  await expect.element(page.getByRole('article')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Give back all' })).not.toBeInTheDocument();
  host.update({ leases: [exampleLease(), held('lease-2', 'web-ci'), held('lease-3', 'Asha')] });
  await page.getByRole('button', { name: 'Give back all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give back all 3 numbers?' });
  await expect
    .element(dialog.getByText('1 number goes back to Twilio for good. 2 numbers end now and are kept'))
    .toBeVisible();
  await expect.element(dialog).toMatchTextContent('Some were taken by web-ci and Asha.');
  await dialog.getByRole('button', { name: 'Give back all' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText('Given back')).toBeVisible();
  await expect.element(page.getByRole('article').getByText('Kept', { exact: true })).toHaveLength(2);
  expect(inputs(host, 'leases.endAll')).toHaveLength(1);
});
