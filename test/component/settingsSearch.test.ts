import { page } from 'vitest/browser';
import { addressOf, findables } from '../../renderer/features/settings/settingsIndex.ts';
import { exampleDesktop, exampleState } from '../fakes/appState.ts';
import { expectAccessible } from './support/accessible.ts';
import { press, texts } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const field = page.getByRole('searchbox', { name: 'Search settings' });
const results = () => texts(page.getByRole('list', { name: 'Search settings' }).getByRole('link'));
const capabilities = { clipboard: 'host', links: 'host', menus: true, openDataDir: true, switchApi: true } as const;
const desktop = exampleState({
  desktop: exampleDesktop,
  capabilities,
  api: { ...exampleState().api, url: 'http://127.0.0.1:5001' },
});

test('a setting is found by its name, by what is said of it and by other words for it', async ({ open }) => {
  open(desktop, 'settings');
  for (const [typed, first] of [
    ['tunnel', 'How SMS reach this computer'],
    ['price', 'When the time is up'],
    ['SID', 'Account SID'],
    ['bundle', 'Papers'],
    ['dark mode', 'Theme'],
    ['per month', 'Limit per month'],
    ['clipb', 'Clear the clipboard after'],
  ] as const) {
    await field.fill(typed);
    await expect.poll(() => results()[0], { message: typed }).toMatch(new RegExp(`^${first}`));
  }
  await field.fill('tunnel');
  await expectAccessible();
  await field.fill('nonsense');
  await expect.element(page.getByText('Nothing found')).toBeVisible();
  await press('Escape', field);
  await expect.element(page.getByRole('navigation', { name: 'Settings pages' })).toBeVisible();
});

test('a result leads to its control, which is focused and marked; Enter takes the first', async ({ open }) => {
  open(desktop, 'settings');
  await field.fill('budget');
  await page.getByRole('link', { name: 'Limit per month' }).click();
  const limit = page.getByRole('textbox', { name: 'Limit per month' });
  await expect.element(limit).toHaveFocus();
  expect(limit.element().closest('[data-found]')).not.toBeNull();
  await expect.element(field).toHaveValue('');
  // Once more: the address stays the same.
  await field.fill('limit per month');
  await press('Enter', field);
  await expect.element(limit).toHaveFocus();
  await field.fill('ledger');
  await press('Enter', field);
  await expect.element(page.getByRole('heading', { name: 'Spending', level: 1 })).toBeVisible();
});

test('everything that can be found is there', async ({ open }) => {
  open(desktop, 'settings');
  for (const found of findables(desktop).filter((one) => one.page !== null && one.id !== 'about')) {
    window.location.hash = addressOf(found);
    await expect
      .poll(() => document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting'), {
        message: found.id,
      })
      .toBe(found.id);
  }
});

test('what this host does not have is not found', async ({ open }) => {
  open(exampleState(), 'settings');
  await field.fill('clear the clipboard');
  await expect.element(page.getByText('Nothing found')).toBeVisible();
});
