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

test('the last order is remembered, and had again by one click or Shift+N', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', { ok: true, value: exampleLease() });
  const again = page.getByRole('button', { name: 'Same again' });
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(again).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: 'Country' }).fill('usa');
  await press('Tab');
  await page.getByRole('textbox', { name: 'Label' }).fill('checkout');
  await page.getByRole('textbox', { name: 'Duration' }).fill('5 min');
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('textbox', { name: 'Area code' }).fill('415');
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(again).toHaveAttribute('title', 'United States · 5 min · checkout');
  await again.click();
  await expect.poll(() => inputs(host, 'leases.start')).toHaveLength(2);
  await expect.element(again).toBeEnabled();
  await press('Shift+N', page.getByRole('main'));
  await expect.poll(() => inputs(host, 'leases.start')).toHaveLength(3);
  const orders = inputs(host, 'leases.start') as { requestId: string }[];
  expect(new Set(orders.map(({ requestId }) => requestId)).size).toBe(3);
  for (const order of orders)
    expect(order).toMatchObject({ country: 'US', label: 'checkout', ttlSeconds: 300, areaCode: '415' });

  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('United States');
  await expect.element(page.getByRole('textbox', { name: 'Duration' })).toHaveValue('5 min');
  await expect.element(page.getByRole('textbox', { name: 'Area code' })).toHaveValue('415');
});

test('defaults that were changed since the last order are what the dialog begins with', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('textbox', { name: 'Duration' }).fill('5 min');
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  host.update({ settings: { ...host.state().settings, country: 'CA' } });
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Canada');
  await expect.element(page.getByRole('textbox', { name: 'Duration' })).toHaveValue('1 min');
});

test('what fails when the same is taken again is told', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  host.answer('leases.start', unreachable);
  await page.getByRole('button', { name: 'Same again' }).click();
  await expect.element(page.getByText('Twilio did not answer.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Same again' })).toBeEnabled();
});
