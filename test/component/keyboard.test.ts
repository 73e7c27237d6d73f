import { page } from 'vitest/browser';
import { exampleDesktop, exampleLease, exampleMessage, exampleState } from '../fakes/appState.ts';
import { focus, inputs, press, selectText, type } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const dialog = page.getByRole('dialog', { name: 'New number' });

test('N opens the dialog in a browser, which keeps Ctrl+N, and Escape closes it, with the focus where it was', async ({
  open,
}) => {
  open(exampleState({ leases: [exampleLease()] }));
  const button = page.getByRole('button', { name: 'New number' });
  await focus(button);
  await press('ControlOrMeta+n');
  await expect.element(dialog).not.toBeInTheDocument();
  await press('n');
  const country = page.getByRole('combobox', { name: 'Country' });
  await expect.element(country).toHaveFocus();
  // Typing is typing.
  await press('n');
  await expect.element(country).toHaveValue('n');
  await press('Escape');
  await press('Escape');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('in the desktop app Ctrl+N opens the dialog, and N alone does not', async ({ open }) => {
  open(exampleState({ leases: [exampleLease()], desktop: exampleDesktop }));
  await focus(page.getByRole('button', { name: 'New number' }));
  await press('n');
  await expect.element(dialog).not.toBeInTheDocument();
  await press('ControlOrMeta+n');
  await expect.element(dialog).toBeVisible();
});

test('Ctrl+C copies the newest code and says whose it is, but never instead of selected text', async ({ open }) => {
  open(exampleState({ messages: [exampleMessage()], leases: [exampleLease({ label: 'checkout' })] }));
  await expect.element(page.getByText('checkout')).toBeVisible();
  await press('ControlOrMeta+c');
  await expect.element(page.getByText('Copied 481920 for checkout')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('481920');
  await selectText(page.getByText('checkout', { exact: true }));
  await press('ControlOrMeta+c');
  expect(await navigator.clipboard.readText()).toBe('checkout');
});

test('the shortcuts are those of this host', async ({ open }) => {
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const row = (name: string) => shortcuts.getByText(name, { exact: true }).element().parentElement?.textContent;
  open(exampleState());
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect.element(shortcuts).toBeVisible();
  expect(row('New number')).toBe('New numberN');
  await expect.element(shortcuts.getByText('Go to a place')).not.toBeInTheDocument();
  open(exampleState({ desktop: exampleDesktop }));
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect.element(shortcuts.getByText('Go to a place')).toBeVisible();
  expect(row('New number')).toMatch(/^New number(Ctrl|⌘)N$/);
});

test('? shows the shortcuts, unless it is switched off', async ({ open }) => {
  open(exampleState());
  await expect.element(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await shortcuts.getByRole('checkbox').click();
  await press('Escape');
  await expect.element(shortcuts).not.toBeInTheDocument();
  await press('?');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect.element(shortcuts.getByRole('checkbox')).not.toBeChecked();
  await expect.element(shortcuts.getByText('Same again')).not.toBeInTheDocument();
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
