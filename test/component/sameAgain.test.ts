import { page } from 'vitest/browser';
import type { Result } from '../../electron/contract/errors.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const unreachable = refusal('Twilio did not answer.');

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

test('Shift+N takes the last order; with Caps Lock or without, N alone does not', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  await expect.element(page.getByRole('button', { name: 'Same again' })).toBeEnabled();
  const orders = () => inputs(host, 'leases.start').length;
  const type = (key: string, shiftKey: boolean) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  for (const key of ['N', 'n']) {
    type(key, false);
    await expect.element(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
    await press('Escape');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  }
  expect(orders()).toBe(1);
  type('n', true);
  await expect.poll(orders).toBe(2);
});

test('of two orders in quick succession the second one has the focus, whichever is bought first', async ({ open }) => {
  const host = open(exampleState());
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'Take number' }).click();
  const again = page.getByRole('button', { name: 'Same again' });
  const buying = (id: string) => exampleLease({ id, label: id, state: 'buying', number: null, expiresAt: null });
  const answers = ['one', 'two'].map((id) => {
    const answer = Promise.withResolvers<Result<Lease>>();
    return { id, ...answer };
  });
  let leases: Lease[] = [];
  for (const [index, { id, promise }] of answers.entries()) {
    host.answer('leases.start', promise);
    await again.click();
    await expect.poll(() => inputs(host, 'leases.start')).toHaveLength(index + 2);
    leases = [buying(id), ...leases];
    host.update({ leases });
    await expect.element(page.getByRole('article', { name: id })).toHaveFocus();
  }
  for (const { id, resolve } of answers) {
    leases = leases.map((lease) => (lease.id === id ? exampleLease({ id, label: id }) : lease));
    host.update({ leases });
    resolve({ ok: true, value: exampleLease({ id, label: id }) });
    await expect.element(page.getByRole('article', { name: id })).toHaveAttribute('data-lease-state', 'active');
    await expect.element(page.getByRole('article', { name: 'two' })).toHaveFocus();
  }
});
