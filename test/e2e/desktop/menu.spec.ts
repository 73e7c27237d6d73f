import { expect } from 'playwright/test';
import { test } from './fixture.ts';
import { onEmulator } from './leasing.ts';

test('the menu leads to each place and opens the dialog for a new number', async ({ launch, emulator }) => {
  const { page, clickMenu, menu, minimize, windows } = await launch(onEmulator(emulator));
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  await clickMenu(['View', 'Inbox']);
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await clickMenu(['View', 'Settings']);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await minimize();
  await clickMenu(['File', 'New number…']);
  await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  await expect.poll(windows).toMatchObject([{ visible: true, minimized: false }]);
  const labels = (await menu()).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['File', 'View', 'Help']));
});

test('before an account is connected the menu offers nothing of the inside', async ({ launch }) => {
  const { clickMenu, page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(clickMenu(['File', 'New number…'])).rejects.toThrow();
});

test('a help entry opens in the browser', async ({ launch }) => {
  const { clickMenu, openedExternally } = await launch();
  await clickMenu(['Help', 'Twilio Console']);
  await expect.poll(openedExternally).toEqual(['https://console.twilio.com/']);
});

test('a right click in a text field offers cut, copy and paste, and elsewhere nothing', async ({ launch }) => {
  const { page, contextMenus } = await launch();
  await page.getByRole('heading', { level: 1 }).click({ button: 'right' });
  await page.getByRole('textbox').first().click({ button: 'right' });
  await expect
    .poll(contextMenus)
    .toMatchObject([[{ role: 'cut' }, { role: 'copy' }, { role: 'paste', enabled: true }, { role: 'selectAll' }]]);
});
