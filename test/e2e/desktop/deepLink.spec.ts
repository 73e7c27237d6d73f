import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { onEmulator, owned } from './leasing.ts';

const link = 'otpdock://lease?country=US&type=local&label=sign-up%20test';

test('a link opens the dialog with its wishes and the price, and buys only after “Take”', async ({
  launch,
  emulator,
}) => {
  const { page, openUrl, minimize, windows } = await launch(onEmulator(emulator));
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  await minimize();
  await openUrl(link);
  const dialog = page.getByRole('dialog', { name: 'New number' });
  await expect(dialog.getByRole('combobox', { name: 'Country' })).toHaveValue(/United States/);
  await expect(dialog.getByLabel('Label')).toHaveValue('sign-up test');
  await expect(dialog.getByText('Twilio bills a full month at purchase: $1.15')).toBeVisible();
  await expect.poll(windows).toMatchObject([{ minimized: false, focused: true }]);
  expect(owned(emulator)).toEqual([]);
  await dialog.getByRole('button', { name: /^Take/ }).click();
  await expect(page.getByRole('article', { name: 'sign-up test' })).toBeVisible();
  await expect.poll(() => owned(emulator)).toHaveLength(1);
});

test('a link that starts the app is kept until there is somebody to see it', async ({ launch, emulator }) => {
  const { page } = await launch({ ...onEmulator(emulator), args: [link] });
  await expect(page.getByRole('dialog', { name: 'New number' }).getByLabel('Label')).toHaveValue('sign-up test');
});

test('a second start with a link hands it to the first', async ({ launch, emulator }) => {
  const { page, startSecond } = await launch(onEmulator(emulator));
  expect(await startSecond([link])).toBe(0);
  await expect(page.getByRole('dialog', { name: 'New number' }).getByLabel('Label')).toHaveValue('sign-up test');
});

test('a link that asks for more than it may is refused in words', async ({ launch, emulator }) => {
  const { page, openUrl } = await launch(onEmulator(emulator));
  await openUrl('otpdock://lease?country=US&ttlSeconds=604800');
  await expect(page.getByText('This link cannot be used.')).toBeVisible();
  await expect(page.getByText(/country, type and label, once each/)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(owned(emulator)).toEqual([]);
});
