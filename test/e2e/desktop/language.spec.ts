import { expect } from 'playwright/test';
import { ask, test } from './fixture.ts';

test('Hindi is chosen in Settings, shows there at once, and stays through a reload and a restart', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await ask(page, 'demo.start');
  await page.evaluate(() => (window.location.hash = 'settings'));
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'हिन्दी' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'सेटिंग्स' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'भाषा' })).toHaveValue('हिन्दी');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'भाषा' })).toHaveValue('हिन्दी');
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await first.close();

  const second = await launch({ dataDir: first.dataDir });
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'hi');
});
