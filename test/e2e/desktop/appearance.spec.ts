import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';

test('the theme is the same after a restart, in the page and in the system’s own windows', async ({ launch }) => {
  const first = await launch();
  await ask(first.page, 'settings.update', { theme: 'dark' });
  await expect.poll(first.themeSource).toBe('dark');
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await first.close();

  const second = await launch({ dataDir: first.dataDir });
  expect(await second.themeSource()).toBe('dark');
  await expect(second.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
