import { page } from 'vitest/browser';
import { exampleLease, exampleNow, exampleState } from '../fakes/appState.ts';
import { iso } from '../../electron/contract/time.ts';
import { expectNoViolations } from './support/accessible.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

test('a pause is told in every place, and ends with one click', async ({ open }) => {
  const waiting = exampleLease({ latestCode: null, startedAt: iso(exampleNow - 60_000) });
  const host = open(exampleState({ leases: [waiting], pausedSince: iso(exampleNow - 600_000) }));
  const banner = page.getByRole('region', { name: 'Reception', exact: true });
  await expect.element(banner).toMatchTextContent('What arrives meanwhile is fetched when you resume.');
  await expect
    .element(page.getByRole('region', { name: 'Account', exact: true }))
    .toMatchTextContent('Reception paused');
  await expect.element(page.getByRole('article').getByText('Reception paused')).toBeVisible();
  await expect.element(page.getByText('No SMS after 30 s')).not.toBeInTheDocument();
  window.location.hash = 'inbox';
  await expect.element(banner).toBeVisible();
  await expectNoViolations();
  await banner.getByRole('button', { name: 'Resume' }).click();
  await expect.element(banner).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Reception resumed.');
  expect(inputs(host, 'reception.pause')).toEqual([{ paused: false }]);
});

test('Settings pause reception, and say what that means', async ({ open }) => {
  const host = open(exampleState(), 'settings/reception');
  const pause = page.getByRole('switch', { name: 'Pause reception' });
  await expect.element(pause).toHaveAccessibleDescription(/What arrives meanwhile is fetched/);
  await press('Space', pause);
  await expect.element(pause).toBeChecked();
  await expect.element(page.getByRole('region', { name: 'Reception', exact: true })).toBeVisible();
  await press('Space', pause);
  await expect.element(pause).not.toBeChecked();
  expect(inputs(host, 'reception.pause')).toEqual([{ paused: true }, { paused: false }]);
});
