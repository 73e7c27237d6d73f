import { page } from 'vitest/browser';
import { settingsSections } from '../../electron/contract/commands.ts';
import { exampleDesktop } from '../fakes/appState.ts';
import { limited } from '../fakes/scenes.ts';
import { allLooks, expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

for (const address of [...settingsSections.map((name) => `settings/${name}`), 'spending', 'papers']) {
  test(`${address} breaks no rule in any look`, async ({ open }) => {
    open({ ...limited, desktop: exampleDesktop }, address);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(undefined, allLooks);
  });
}
