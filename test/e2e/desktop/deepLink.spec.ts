import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { owned } from './leasing.ts';

const link = 'otpdock://lease?country=US&type=local&label=sign-up%20test';

test('a link opens the dialog with its wishes and the price, however it comes, and buys only after “Take”', async ({
  launchOnEmulator,
  emulator,
}) => {
  const desktop = await launchOnEmulator({ args: [link] });
  const { page, openUrl } = desktop;
  const dialog = page.getByRole('dialog', { name: 'New number' });
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  await test.step('one that starts the app is kept until there is somebody to see it', async () => {
    await expect(dialog.getByLabel('Label')).toHaveValue('sign-up test');
    await leave();
  });

  await test.step('a second start hands its link to the first', async () => {
    expect(await desktop.startSecond()).toBe(0);
    await expect(dialog.getByLabel('Label')).toHaveValue('sign-up test');
    await leave();
  });

  await test.step('one that asks for more than it may is refused in words', async () => {
    await openUrl('otpdock://lease?country=US&ttlSeconds=604800');
    await expect(page.getByText('This link cannot be used.')).toBeVisible();
    await expect(page.getByText(/country, type and label, once each/)).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('one from the system brings the window to the front, and buys after “Take”', async () => {
    await desktop.minimize();
    await openUrl(link);
    await expect(dialog.getByRole('combobox', { name: 'Country' })).toHaveValue(/United States/);
    await expect(dialog.getByLabel('Label')).toHaveValue('sign-up test');
    await expect(dialog.getByRole('button', { name: 'Take number · $1.15' })).toBeVisible();
    await expect.poll(desktop.windows).toMatchObject([{ minimized: false, focused: true }]);
    expect(owned(emulator)).toEqual([]);
    await dialog.getByRole('button', { name: /^Take/ }).click();
    await expect(page.getByRole('article', { name: 'sign-up test' })).toBeVisible();
    await expect.poll(() => owned(emulator)).toHaveLength(1);
  });
});
