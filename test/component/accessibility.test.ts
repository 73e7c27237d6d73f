import { page } from 'vitest/browser';
import { exampleState } from '../fakes/appState.ts';
import { entries, full, limited, owned, papers } from '../fakes/scenes.ts';
import { expectAccessible, expectNoSideways } from './support/accessible.ts';
import { blur, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

// Dialogs, first steps and failures are looked at by the tests that lead to them.

test('nothing is cut off at 320 px, which is 640 px at 200 % zoom', async ({ open }) => {
  await page.viewport(320, 640);
  const host = open(full);
  host.own(owned);
  for (const place of ['Inbox', 'Spending', 'Settings', 'Numbers'] as const) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect.element(page.getByRole('heading', { name: place, exact: true })).toBeVisible();
    expectNoSideways();
  }
  await page.getByRole('button', { name: 'On your account' }).click();
  await expect.element(page.getByRole('button', { name: /^Take over/ }).first()).toBeVisible();
  expectNoSideways();
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'More options' }).click();
  await expect.element(page.getByRole('button', { name: 'Take number' })).toBeVisible();
  expectNoSideways();
});

test('numbers, none yet', async ({ open }) => {
  open(exampleState());
  await expect.element(page.getByText('No numbers yet')).toBeVisible();
  await expectAccessible();
});

test('numbers in every state, and a failure', async ({ open }) => {
  open(full);
  await expect.element(page.getByRole('article')).toHaveLength(6);
  await page.getByRole('button', { name: 'Extend: +1 min' }).first().click();
  await expect.element(page.getByText('There is no such thing here.')).toBeVisible();
  await expectAccessible();
});

test('numbers on the account in every state, and what is asked about them', async ({ open }) => {
  const host = open(limited);
  host.own(owned);
  await page.getByRole('button', { name: 'On your account' }).click();
  await expect.element(page.getByRole('list', { name: 'On your account' }).getByRole('listitem')).toHaveLength(5);
  await expectAccessible();
  for (const name of ['Give back… (415) 555-0150', 'Take over… (415) 555-0154']) {
    await page.getByRole('button', { name }).click();
    await expectAccessible(page.getByRole('dialog'));
    await press('Escape');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  }
});

test('spending, with figures and a ledger', async ({ open }) => {
  const host = open(limited, 'spending');
  host.answer('ledger.list', { ok: true, value: { entries, next: null } });
  await expect.element(page.getByRole('row', { name: 'Bought' }).first()).toBeVisible();
  await expect.element(page.getByText('Next bill')).toBeVisible();
  await expectAccessible();
});

test('papers', async ({ open }) => {
  const host = open(limited, 'papers');
  host.answer('papers.list', { ok: true, value: papers });
  await expect.element(page.getByRole('group', { name: 'Germany' })).toBeVisible();
  await expectAccessible();
});

test('limits, with an error', async ({ open }) => {
  open(limited, 'settings/money');
  await page.getByRole('textbox', { name: 'Limit per day' }).fill('much');
  await blur(page.getByRole('textbox', { name: 'Limit per day' }));
  await expect.element(page.getByText('An amount such as 5 or 12.50.')).toBeVisible();
  await expectAccessible();
});

test('inbox, with the reasons', async ({ open }) => {
  open(full, 'inbox');
  await expect.element(page.getByRole('article')).toHaveLength(2);
  await expectAccessible();
  await page.getByRole('button', { name: 'Details' }).first().click();
  await expect.element(page.getByRole('table')).toBeVisible();
  await expectAccessible();
});

test('a text that is tried, with rules', async ({ open }) => {
  open(full, 'settings/codes');
  await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, 112233 in 2026');
  await expect.element(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: 'Delete Acme' }).click();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectAccessible();
});
