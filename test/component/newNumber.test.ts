import { page } from 'vitest/browser';
import type { Result } from '../../electron/contract/errors.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { blur, inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const unreachable = refusal('Twilio did not answer.');

test('a country without numbers leads to one that has them', async ({ open }) => {
  const host = open(exampleState());
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(page.getByText('Twilio often has none in India.')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Use United States' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('United States');
  await expect.poll(() => inputs(host, 'numbers.search')).toEqual([{ country: 'IN' }, { country: 'US' }]);
});

test('the dialog closes as soon as the number is being bought', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start');
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('checkout');
  await page.getByRole('textbox', { name: 'Duration' }).fill('90 s');
  await page.getByRole('button', { name: 'Take number' }).click();
  host.update({ leases: [exampleLease({ state: 'buying', number: null, expiresAt: null, label: 'checkout' })] });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByText('Buying…')).toBeVisible();
  expect(inputs(host, 'leases.start')).toEqual([
    { country: 'IN', policy: 'release', label: 'checkout', ttlSeconds: 90, requestId: expect.any(String) },
  ]);
});

test('trying again after a lost answer cannot buy a second number', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', unreachable);
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByText('Twilio did not answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.poll(() => inputs(host, 'leases.start')).toHaveLength(2);
  const [first, second] = inputs(host, 'leases.start');
  expect(second).toEqual(first);
});

test('what fails after the dialog is closed is told all the same', async ({ open }) => {
  const host = open(exampleState());
  const late = Promise.withResolvers<Result<never>>();
  host.answer('leases.start', late.promise);
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await press('Escape');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  late.resolve(unreachable);
  await expect.element(page.getByText('Twilio did not answer.')).toBeVisible();
});

test('a country that wants papers offers others', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', refusal('Papers are needed.', { code: 'REGULATORY_BUNDLE_REQUIRED', retryable: false }));
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Use Canada' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Canada');
});

test('Tab takes the country that is marked, and what names no country is said', async ({ open }) => {
  open(exampleState());
  await page.getByRole('button', { name: 'New number' }).click();
  const country = page.getByRole('combobox', { name: 'Country' });
  await country.fill('uk');
  await expect.element(page.getByRole('option').first()).toHaveTextContent('United Kingdom');
  await press('Tab', country);
  await expect.element(country).toHaveValue('United Kingdom');
  await country.fill('United Kingdom');
  await press('Tab', country);
  await expect.element(country).toHaveValue('United Kingdom');
  await country.fill('nowhere');
  await expect.element(page.getByText('No such country')).toBeVisible();
  await press('Tab', country);
  await expect.element(page.getByText('No country is called “nowhere”.')).toBeVisible();
  await expect.element(country).toHaveValue('United Kingdom');
  await country.fill('usa');
  await press('Enter', country);
  await expect.element(country).toHaveValue('United States');
  await expect.element(page.getByText('No country is called')).not.toBeInTheDocument();
});

test('what is typed wrong is said at the field, folded away or not, and nothing is ordered', async ({ open }) => {
  const host = open(exampleState());
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('textbox', { name: 'Contains digits' }).fill('!');
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByText('Two to sixteen digits')).toBeVisible();
  expect(inputs(host, 'leases.start')).toEqual([]);
});

test('one of the usual durations takes one click', async ({ open }) => {
  const host = open(exampleState());
  await page.getByRole('button', { name: 'New number' }).click();
  const dialog = page.getByRole('dialog', { name: 'New number' });
  await dialog.getByRole('button', { name: '5 min', exact: true }).click();
  await expect.element(dialog.getByRole('textbox', { name: 'Duration' })).toHaveValue('5 min');
  await expect
    .element(dialog.getByRole('button', { name: '5 min', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('button', { name: 'Take number' }).click();
  await expect.poll(() => inputs(host, 'leases.start')).toMatchObject([{ ttlSeconds: 300 }]);
});

test('a duration is said as people say it, and stays as it was typed', async ({ open }) => {
  const host = open(exampleState());
  await page.getByRole('button', { name: 'New number' }).click();
  const field = page.getByRole('textbox', { name: 'Duration' });
  await expect.element(field).toHaveValue('1 min');
  for (const [typed, said] of [
    ['5', 'Use 10 s to 7 days, such as 5 min.'],
    ['soon', 'Use 10 s to 7 days, such as 5 min.'],
    ['90', '= 1 min 30 s'],
    ['1.5 hours', '= 1 h 30 min'],
  ] as const) {
    await field.fill(typed);
    await blur(field);
    await expect.element(page.getByText(said)).toBeVisible();
    await expect.element(field).toHaveValue(typed);
  }
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.poll(() => inputs(host, 'leases.start')).toMatchObject([{ ttlSeconds: 5400 }]);
});

test('Enter in a fresh dialog takes the number; it is on the clipboard, and its card has the focus', async ({
  open,
}) => {
  const host = open(exampleState());
  const answer = Promise.withResolvers<Result<Lease>>();
  host.answer('leases.start', answer.promise);
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveFocus();
  await press('Enter');
  await expect.poll(() => inputs(host, 'leases.start')).toHaveLength(1);
  host.update({ leases: [exampleLease({ state: 'buying', number: null, expiresAt: null })] });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('article')).toHaveFocus();
  host.update({ leases: [exampleLease()] });
  answer.resolve({ ok: true, value: exampleLease() });
  await expect.element(page.getByText('(415) 555-0123 is on the clipboard.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('+14155550123');
});

test('Ctrl+Enter takes the number from any field; the clipboard is left alone where Settings say so', async ({
  open,
}) => {
  const host = open(exampleState({ settings: { ...exampleState().settings, copyNumber: false } }));
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await press('ControlOrMeta+Enter', page.getByRole('button', { name: '5 min', exact: true }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(inputs(host, 'leases.start')).toMatchObject([{ ttlSeconds: 60 }]);
  expect(await navigator.clipboard.readText()).toBe('');
});

test('why there was no number is said until something else is asked for', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', refusal('Nothing is left.', { code: 'NO_NUMBERS_AVAILABLE', retryable: false }));
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByText('Nothing is left.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Label' }).fill('checkout');
  await expect.element(page.getByText('Nothing is left.')).not.toBeInTheDocument();
});

test('in the dialog an outage is a few words, which go when it is over', async ({ open }) => {
  const refused = refusal('No.', { code: 'INVALID_CREDENTIALS', retryable: false });
  const { error } = refused;
  const host = open(exampleState({ account: { kind: 'failed', sid: 'AC1', error }, leases: [exampleLease()] }));
  host.answer('numbers.search', refused);
  host.answer('leases.start', refused);
  await page.getByRole('button', { name: 'New number' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Twilio refuses your credentials')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take number' }).click();
  await expect.poll(() => inputs(host, 'leases.start')).toHaveLength(1);
  await expect.element(dialog.getByRole('button', { name: 'Take number' })).toBeEnabled();
  await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument();
  host.answer('numbers.search', { ok: true, value: { numbers: [], monthlyPrice: null, priceAsOf: null } });
  host.update({ account: exampleState().account });
  await expect.element(dialog.getByText('Twilio refuses your credentials')).not.toBeInTheDocument();
  await expect.element(dialog.getByText('Twilio often has none in India.')).toBeVisible();
});

test('a purchase is cancelled on its card, and leaves nothing behind', async ({ open }) => {
  const host = open(exampleState());
  const answer = Promise.withResolvers<Result<Lease>>();
  host.answer('leases.start', answer.promise);
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  const buying = exampleLease({ state: 'buying', number: null, expiresAt: null });
  host.update({ leases: [buying] });
  host.answer('leases.end', { ok: true, value: buying });
  await page.getByRole('article').getByRole('button', { name: 'Cancel' }).click();
  await expect.element(page.getByRole('main')).toHaveFocus();
  expect(inputs(host, 'leases.end')).toEqual([{ id: 'lease-1' }]);
  const ended = refusal('Cancelled. Nothing was bought.', { code: 'LEASE_ENDED', retryable: false });
  host.update({ leases: [{ ...buying, state: 'failed', problem: ended.error }] });
  answer.resolve(ended);
  await expect.element(page.getByText('Cancelled. Nothing was bought.')).toBeVisible();
  await expect.element(page.getByRole('article')).not.toBeInTheDocument();
  await expect.element(page.getByText('No numbers yet')).toBeVisible();
});

for (const [policy, what] of [
  ['release', 'the number is given back at once.'],
  ['keep', 'the number is kept for your next test.'],
] as const) {
  test(`what Twilio sells after it was cancelled is told (${policy}), and is not copied`, async ({ open }) => {
    const host = open(exampleState());
    const answer = Promise.withResolvers<Result<Lease>>();
    host.answer('leases.start', answer.promise);
    await page.getByRole('button', { name: 'New number' }).click();
    await page.getByRole('button', { name: 'Take number' }).click();
    const buying = exampleLease({ state: 'buying', number: null, expiresAt: null, policy, cancelled: true });
    host.update({ leases: [buying] });
    const card = page.getByRole('article');
    await expect.element(card.getByText('Cancelling…')).toBeVisible();
    await expect.element(card.getByText(what)).toBeVisible();
    await expect.element(card.getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
    await expectAccessible();
    const over = exampleLease({ state: 'released' });
    host.update({ leases: [over] });
    answer.resolve({ ok: true, value: over });
    await expect.element(card.getByText('Given back')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('');
  });
}
