import { exampleLease, exampleNow, exampleState } from '../../fakes/appState.ts';
import { iso } from '../../../electron/contract/time.ts';
import { expectNoViolations } from '../support/accessible.ts';
import { expect, test } from '../support/rendererTest.ts';

test('a pause is told in every place, and ends with one click', async ({ page, open }) => {
  const waiting = exampleLease({ latestCode: null, startedAt: iso(exampleNow - 60_000) });
  const host = await open(exampleState({ leases: [waiting], pausedSince: iso(exampleNow - 600_000) }));
  const banner = page.getByRole('region', { name: 'Reception', exact: true });
  await expect(banner).toContainText('What arrives meanwhile is fetched when you resume.');
  await expect(page.getByRole('region', { name: 'Account', exact: true })).toContainText('Reception is paused');
  await expect(page.getByRole('article').getByText('Reception is paused')).toBeVisible();
  await expect(page.getByText('No SMS yet. What to check')).toBeHidden();
  await page.evaluate(() => void (location.hash = 'inbox'));
  await expect(banner).toBeVisible();
  await expectNoViolations(page);
  await banner.getByRole('button', { name: 'Resume' }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('Reception goes on.');
  expect(await host.inputs('reception.pause')).toEqual([{ paused: false }]);
});

test('Settings pause reception, and say what that means', async ({ page, open }) => {
  const host = await open(exampleState());
  await page.evaluate(() => void (location.hash = 'settings'));
  const pause = page.getByRole('switch', { name: 'Pause reception' });
  await expect(pause).toHaveAccessibleDescription(/nothing is lost/);
  await pause.press('Space');
  await expect(pause).toBeChecked();
  await expect(page.getByRole('region', { name: 'Reception', exact: true })).toBeVisible();
  await pause.press('Space');
  await expect(pause).not.toBeChecked();
  expect(await host.inputs('reception.pause')).toEqual([{ paused: true }, { paused: false }]);
});
