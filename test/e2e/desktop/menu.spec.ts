import { expect } from 'playwright/test';
import { test } from '../harness/fixtures.ts';
import { ask } from '../harness/ask.ts';
import { lease, sendCode } from './leasing.ts';

test('before an account is connected the menus offer help and what text fields need, and nothing of the inside', async ({
  launch,
}) => {
  const { page, clickMenu, contextMenus, openedExternally } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(clickMenu(['File', 'New number…'])).rejects.toThrow();

  await test.step('a help entry opens in the browser', async () => {
    await clickMenu(['Help', 'Twilio Console']);
    await expect.poll(openedExternally).toEqual(['https://console.twilio.com/']);
  });

  await test.step('a right click in a text field offers cut, copy and paste, and elsewhere nothing', async () => {
    await page.getByRole('heading', { level: 1 }).click({ button: 'right' });
    await page.getByRole('textbox').first().click({ button: 'right' });
    await expect
      .poll(contextMenus)
      .toMatchObject([[{ role: 'cut' }, { role: 'copy' }, { role: 'paste', enabled: true }, { role: 'selectAll' }]]);
  });
});

test('the menu leads to each place and to a new number; a right click offers what can be done with a number and a message', async ({
  launchOnEmulator,
  emulator,
}) => {
  const desktop = await launchOnEmulator();
  const { page, clickMenu, chooseContext, readClipboard } = desktop;

  await test.step('the menu bar', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
    await clickMenu(['View', 'Inbox']);
    await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
    await clickMenu(['View', 'Settings']);
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await desktop.minimize();
    await clickMenu(['File', 'New number…']);
    await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
    await expect.poll(desktop.windows).toMatchObject([{ visible: true, minimized: false }]);
    const labels = (await desktop.menu()).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['File', 'View', 'Help']));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await clickMenu(['View', 'Numbers']);
  });

  let popped = 0;
  /** The labels of the menu that pops up next. */
  const nextLabels = async (): Promise<string[]> => {
    popped += 1;
    await expect.poll(async () => (await desktop.contextMenus()).length).toBe(popped);
    return (await desktop.contextMenus()).at(-1)!.map(({ label }) => label);
  };
  const { id, number } = await lease(page, { label: 'sign-up' });

  await test.step('a right click on a number, or the menu key', async () => {
    const card = page.getByRole('article', { name: 'sign-up' });
    const rightClick = () => card.click({ button: 'right', position: { x: 200, y: 12 } });
    await rightClick();
    expect(await nextLabels()).toEqual(['Copy number', 'Extend', 'Pin', 'Give back']);
    await chooseContext('Copy number');
    await expect.poll(readClipboard).toBe(number);

    await sendCode(emulator, number, '482913');
    await expect(card.getByTestId('code')).toHaveText('482913');
    await card.focus();
    await page.keyboard.press('Shift+F10');
    expect(await nextLabels()).toContain('Copy code');
    await chooseContext('Copy code');
    await expect.poll(readClipboard).toBe('482913');

    await rightClick();
    await nextLabels();
    await chooseContext('Pin');
    await expect(card.getByText('Pinned until you unpin it')).toBeVisible();
    await rightClick();
    expect(await nextLabels()).toEqual(['Copy code', 'Copy number', 'Unpin', 'Give back']);
    await chooseContext(null);
    await rightClick();
    await nextLabels();
    await chooseContext('Give back');
    await expect(card.getByRole('button', { name: 'Undo' })).toBeVisible();
    const state = await ask(page, 'state.get');
    expect(state.ok && state.value.leases.find((one) => one.id === id)?.state).toBe('active');
  });

  await test.step('a right click on a message; selected text keeps its own menu', async () => {
    await clickMenu(['View', 'Inbox']);
    const message = page.getByRole('article');
    const rightClick = () => message.click({ button: 'right', position: { x: 5, y: 5 } });
    await rightClick();
    expect(await nextLabels()).toEqual(['Copy code', 'Copy text', 'Delete message']);
    await chooseContext('Copy text');
    await expect.poll(readClipboard).toBe('Your Acme code is 482913.');

    const text = message.getByText('Your Acme code is');
    await text.selectText();
    await text.click({ button: 'right', position: { x: 20, y: 8 } });
    await nextLabels();
    expect((await desktop.contextMenus()).at(-1)).toMatchObject([{ role: 'copy' }]);
    await page.evaluate(() => window.getSelection()?.removeAllRanges());
    await rightClick();
    await nextLabels();
    await chooseContext('Delete message');
    await expect(message).toBeHidden();
  });
});
