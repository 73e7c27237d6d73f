import { exampleLease, exampleState } from '../../fakes/appState.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { expect, test } from '../support/rendererTest.ts';

test('a number is pinned and unpinned, and what it costs is said', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease({ label: 'checkout' })] }));
  const pin = page.getByRole('article', { name: 'checkout' }).getByRole('button', { name: 'Pin', exact: true });
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await expect(pin).toHaveAccessibleDescription('Stop its time: the number stays, and costs $1.15 each month.');
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('timer')).toBeHidden();
  await expect(
    page.getByText('Pinned: it stays until you unpin or end it, and costs $1.15 each month.').last(),
  ).toBeVisible();
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('timer')).toBeVisible();
  expect(await host.inputs('leases.pin')).toEqual([
    { id: 'lease-1', pinned: true },
    { id: 'lease-1', pinned: false },
  ]);
});

test('no number can be pinned while leases have a time limit, and why is said', async ({ page, open }) => {
  const lease = exampleLease({ label: 'checkout' });
  const settings = { ...defaultSettings, maxLeaseSeconds: 3600 };
  const host = await open(exampleState({ leases: [lease], settings }));
  const pin = page.getByRole('article', { name: 'checkout' }).getByRole('button', { name: 'Pin', exact: true });
  await expect(pin).toBeDisabled();
  await expect(pin).toHaveAccessibleDescription(/Not while leases have a time limit/);
  await host.update({ settings: defaultSettings });
  await expect(pin).toBeEnabled();
});
