import { expect } from 'playwright/test';
import { ask } from './fixture.ts';
import { test } from '../harness/fixtures.ts';
import { lease, onEmulator } from './leasing.ts';

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

test('a right click on a number, or the menu key, offers what can be done with it', async ({ launch, emulator }) => {
  const desktop = await launch(onEmulator(emulator));
  const { page, contextMenus, chooseContext, readClipboard } = desktop;
  const { id, number } = await lease(page, { label: 'sign-up' });
  const card = page.getByRole('article', { name: 'sign-up' });
  const labels = async () => (await contextMenus()).at(-1)?.map(({ label }) => label);
  const lastOf = async (count: number) => {
    await expect.poll(async () => (await contextMenus()).length).toBe(count);
    return labels();
  };
  await card.click({ button: 'right', position: { x: 200, y: 12 } });
  expect(await lastOf(1)).toEqual(['Copy number', 'Extend by 60 seconds', 'Pin', 'Give back']);
  await chooseContext('Copy number');
  await expect.poll(readClipboard).toBe(number);

  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await expect(card.getByTestId('code')).toHaveText('482913');
  await card.focus();
  await page.keyboard.press('Shift+F10');
  expect(await lastOf(2)).toContain('Copy code');
  await chooseContext('Copy code');
  await expect.poll(readClipboard).toBe('482913');

  await card.click({ button: 'right', position: { x: 200, y: 12 } });
  await lastOf(3);
  await chooseContext('Pin');
  await expect(card.getByRole('button', { name: 'Pin', pressed: true })).toBeVisible();
  await card.click({ button: 'right', position: { x: 200, y: 12 } });
  expect(await lastOf(4)).toEqual(['Copy code', 'Copy number', 'Unpin', 'Give back']);
  await chooseContext(null);
  await card.click({ button: 'right', position: { x: 200, y: 12 } });
  await lastOf(5);
  await chooseContext('Give back');
  await expect(card.getByRole('button', { name: 'Undo' })).toBeVisible();
  const state = await ask(page, 'state.get');
  expect(state.ok && state.value.leases.find((one) => one.id === id)?.state).toBe('active');
});

test('a right click on a message copies or deletes it, and selected text keeps its own menu', async ({
  launch,
  emulator,
}) => {
  const { page, contextMenus, chooseContext, readClipboard } = await launch(onEmulator(emulator));
  const { number } = await lease(page);
  await emulator.sendSms({ to: number!, from: '+12025550147', body: 'Your Acme code is 482913.' });
  await page.evaluate(() => void (location.hash = 'inbox'));
  const message = page.getByRole('article');
  await message.click({ button: 'right', position: { x: 5, y: 5 } });
  await expect
    .poll(async () => (await contextMenus()).map((menu) => menu.map(({ label }) => label)))
    .toEqual([['Copy code', 'Copy text', 'Delete message']]);
  await chooseContext('Copy text');
  await expect.poll(readClipboard).toBe('Your Acme code is 482913.');

  const text = message.getByText('Your Acme code is');
  await text.selectText();
  await text.click({ button: 'right', position: { x: 20, y: 8 } });
  await expect.poll(async () => (await contextMenus()).at(-1)).toMatchObject([{ role: 'copy' }]);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  await message.click({ button: 'right', position: { x: 5, y: 5 } });
  await expect.poll(async () => (await contextMenus()).length).toBe(3);
  await chooseContext('Delete message');
  await expect(message).toBeHidden();
});
