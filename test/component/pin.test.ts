import { page } from 'vitest/browser';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { expectNoViolations } from './support/accessible.ts';
import { inputs } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const card = page.getByRole('article', { name: 'checkout' });
const more = card.getByRole('button', { name: 'More actions' });

test('a number is pinned and unpinned, and what it costs is said before and after', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease({ label: 'checkout' })] }));
  await expect.element(page.getByRole('timer')).toBeVisible();
  await more.click();
  await expect.element(page.getByRole('menuitem', { name: 'Pin' })).toMatchTextContent('Costs $1.15 a month.');
  await expectNoViolations();
  await page.getByRole('menuitem', { name: 'Pin' }).click();
  await expect.element(card.getByText('Pinned until you unpin it. Costs $1.15 a month.')).toBeVisible();
  await expect.element(page.getByRole('timer')).not.toBeInTheDocument();
  await expect.element(more).toHaveFocus();
  await more.click();
  await page.getByRole('menuitem', { name: 'Unpin' }).click();
  await expect.element(page.getByRole('timer')).toBeVisible();
  expect(inputs(host, 'leases.pin')).toEqual([
    { id: 'lease-1', pinned: true },
    { id: 'lease-1', pinned: false },
  ]);
});

test('no number can be pinned while leases have a time limit, and why is said', async ({ open }) => {
  const lease = exampleLease({ label: 'checkout' });
  const settings = { ...defaultSettings, maxLeaseSeconds: 3600 };
  const host = open(exampleState({ leases: [lease], settings }));
  const pin = page.getByRole('menuitem', { name: 'Pin' });
  await more.click();
  await expect.element(pin).toBeDisabled();
  await expect.element(pin).toMatchTextContent('Not while numbers have a longest time');
  host.update({ settings: defaultSettings });
  await expect.element(pin).toBeEnabled();
});
