import { page } from 'vitest/browser';
import { exampleLease, exampleMessage, exampleState } from '../fakes/appState.ts';
import { focus, inputs, press, selectText, type } from './support/actions.ts';
import { expect, test } from './support/app.ts';

test('Ctrl+N opens the dialog, and Escape closes it, with the focus where it was', async ({ open }) => {
  open(exampleState({ leases: [exampleLease()] }));
  await focus(page.getByRole('button', { name: 'New number' }));
  await press('ControlOrMeta+n');
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveFocus();
  await press('Escape');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'New number' })).toHaveFocus();
});

test('Ctrl+C copies the newest code, but never instead of selected text', async ({ open }) => {
  open(exampleState({ messages: [exampleMessage()], leases: [exampleLease({ label: 'checkout' })] }));
  await expect.element(page.getByText('checkout')).toBeVisible();
  await press('ControlOrMeta+c');
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied');
  expect(await navigator.clipboard.readText()).toBe('481920');
  await selectText(page.getByText('checkout'));
  await press('ControlOrMeta+c');
  expect(await navigator.clipboard.readText()).toBe('checkout');
});

test('? shows the shortcuts, unless it is switched off', async ({ open }) => {
  open(exampleState());
  await expect.element(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.getByRole('checkbox').click();
  await press('Escape');
  await expect.element(dialog).not.toBeInTheDocument();
  await press('?');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect.element(dialog.getByRole('checkbox')).not.toBeChecked();
});

test('the first Tab leads past the navigation', async ({ open }) => {
  open(exampleState({ leases: [exampleLease()] }));
  await expect.element(page.getByRole('article')).toBeVisible();
  await press('Tab');
  await expect.element(page.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  await press('Enter');
  await press('Tab');
  await expect.element(page.getByRole('button', { name: 'New number' })).toHaveFocus();
});

test('a number is taken without a mouse', async ({ clock, open }) => {
  const host = open(exampleState());
  host.answer('leases.start', { ok: true, value: exampleLease() });
  await focus(page.getByRole('button', { name: 'New number' }));
  await press('Enter');
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveFocus();
  await type('Swit');
  // The list goes to the present country in a timer after it opens; what is typed after that counts.
  await clock.advance(100);
  await type('z');
  await expect
    .element(page.getByRole('option', { name: 'Switzerland' }))
    .toHaveAttribute('data-combobox-selected', 'true');
  await press('Enter');
  await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Switzerland');
  await focus(page.getByRole('textbox', { name: 'Label' }));
  await press('Enter');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(inputs(host, 'leases.start')).toMatchObject([{ country: 'CH', ttlSeconds: 60 }]);
});
