import { page } from 'vitest/browser';
import { exampleLease, exampleState } from '../fakes/appState.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { inputs } from './support/actions.ts';
import { expect, test } from './support/app.ts';

test('a number is pinned and unpinned, and what it costs is said', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease({ label: 'checkout' })] }));
  const pin = page.getByRole('article', { name: 'checkout' }).getByRole('button', { name: 'Pin', exact: true });
  await expect.element(page.getByRole('timer')).toBeVisible();
  await expect.element(pin).toHaveAttribute('aria-pressed', 'false');
  await expect.element(pin).toHaveAccessibleDescription('Stop its time: the number stays, and costs $1.15 each month.');
  await pin.click();
  await expect.element(pin).toHaveAttribute('aria-pressed', 'true');
  await expect.element(page.getByRole('timer')).not.toBeInTheDocument();
  await expect
    .element(page.getByText('Pinned: it stays until you unpin or end it, and costs $1.15 each month.').last())
    .toBeVisible();
  await pin.click();
  await expect.element(pin).toHaveAttribute('aria-pressed', 'false');
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
  const pin = page.getByRole('article', { name: 'checkout' }).getByRole('button', { name: 'Pin', exact: true });
  await expect.element(pin).toBeDisabled();
  await expect.element(pin).toHaveAccessibleDescription(/Not while leases have a time limit/);
  host.update({ settings: defaultSettings });
  await expect.element(pin).toBeEnabled();
});
