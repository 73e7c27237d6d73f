import { exampleLease, exampleMessage, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

test('Ctrl+N opens the dialog, Escape closes it', async ({ page, open }) => {
  await open(exampleState());
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('combobox', { name: 'Country' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Ctrl+C copies the newest code, but never instead of selected text', async ({ page, open }) => {
  await open(exampleState({ messages: [exampleMessage()], leases: [exampleLease({ label: 'checkout' })] }));
  await expect(page.getByText('checkout')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('481920');
  await page.getByText('checkout').selectText();
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('checkout');
});

test('closing the dialog gives the focus back', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease()] }));
  await page.getByRole('button', { name: 'New number' }).click();
  await expect(page.getByRole('combobox', { name: 'Country' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'New number' })).toBeFocused();
});

test('? shows the shortcuts, unless it is switched off', async ({ page, open }) => {
  await open(exampleState());
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(dialog.getByRole('checkbox')).not.toBeChecked();
});

test('the first Tab leads past the navigation', async ({ page, open }) => {
  await open(exampleState({ leases: [exampleLease()] }));
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'New number' })).toBeFocused();
});

test('a number is taken without a mouse', async ({ page, open }) => {
  const host = await open(exampleState());
  await host.answer('leases.start', { ok: true, value: exampleLease() });
  await page.getByRole('button', { name: 'New number' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Country' })).toBeFocused();
  await page.keyboard.type('Swit');
  // The list goes to the present country in a timer after it opens; what is typed after that counts.
  await page.clock.runFor(100);
  await page.keyboard.type('z');
  await expect(page.getByRole('option', { name: 'Switzerland' })).toHaveAttribute('data-combobox-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Switzerland');
  await page.getByRole('textbox', { name: 'Label' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await host.inputs('leases.start')).toMatchObject([{ country: 'CH', ttlSeconds: 60 }]);
});
