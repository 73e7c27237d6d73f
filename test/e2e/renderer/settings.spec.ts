import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { exampleEntry, exampleLease, exampleMessage, exampleOwned, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

test('a field is checked on blur, saves itself and says so', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const field = page.getByRole('textbox', { name: 'Public URL' });
  await field.fill('example.com');
  await field.blur();
  await expect(page.getByText('Give the address alone')).toBeVisible();
  expect(await host.inputs('settings.update')).toEqual([]);
  await field.fill('https://example.com');
  await field.blur();
  await expect(page.getByRole('region', { name: 'Receiving SMS' }).getByText('Saved')).toBeVisible();
  expect(await host.inputs('settings.update')).toEqual([{ publicUrl: 'https://example.com' }]);
});

test('Enter saves a field, and Escape brings back what is stored', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const field = page.getByRole('textbox', { name: 'Default duration (seconds)' });
  await field.fill('0');
  await field.press('Enter');
  await expect(page.getByText('Whole seconds, from 1 to 604800 (a week).')).toBeVisible();
  await expect(field, 'what was typed is kept, to be corrected').toHaveValue('0');
  await field.press('Escape');
  await expect(field).toHaveValue('60');
  await expect(page.getByText('Whole seconds, from 1 to 604800 (a week).')).toBeHidden();
  expect(await host.inputs('settings.update')).toEqual([]);
  await field.fill('90');
  await field.press('Enter');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeAttached();
  expect(await host.inputs('settings.update')).toEqual([{ ttlSeconds: 90 }]);
});

test('the longest lease is checked, saved, and emptied for no limit', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const field = page.getByRole('textbox', { name: 'Longest lease (seconds)' });
  await field.fill('59');
  await field.press('Enter');
  await expect(page.getByText('Whole seconds from 60 to 2592000 (30 days), or nothing.')).toBeVisible();
  await field.fill('3600');
  await field.press('Enter');
  await expect.poll(() => host.inputs('settings.update')).toEqual([{ maxLeaseSeconds: 3600 }]);
  await field.fill('');
  await field.press('Enter');
  await expect.poll(() => host.inputs('settings.update')).toContainEqual({ maxLeaseSeconds: null });
});

test('how many numbers there may be at once is checked, saved, and emptied for no limit', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const field = page.getByRole('textbox', { name: 'At most this many numbers at once' });
  await field.fill('0');
  await field.press('Enter');
  await expect(page.getByText('A whole number from 1 to 1000.')).toBeVisible();
  await field.fill('3');
  await field.press('Enter');
  await expect.poll(() => host.inputs('settings.update')).toEqual([{ leasesAtOnce: 3 }]);
  await field.fill('');
  await field.press('Enter');
  await expect.poll(() => host.inputs('settings.update')).toContainEqual({ leasesAtOnce: null });
});

test('the longest lease of the environment is told, not asked for', async ({ page, open }) => {
  await open(exampleState({ fixed: { ...exampleState().fixed, maxLeaseSeconds: 3600 } }), 'settings');
  await expect(page.getByText('No lease runs longer than 3600 seconds')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Longest lease (seconds)' })).toBeHidden();
});

test('a pool size is checked as it is left, and bought only by its button', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const field = page.getByRole('textbox', { name: 'Pool size' });
  await field.fill('900');
  await field.blur();
  await expect(page.getByText('A whole number from 0 to 200; 0 means no pool.')).toBeVisible();
  await field.focus();
  await field.press('Escape');
  await expect(field).toHaveValue('0');
  await expect(page.getByText('A whole number from 0 to 200; 0 means no pool.')).toBeHidden();
  expect(await host.inputs('settings.update')).toEqual([]);
});

test('every section is a click away, and has an address', async ({ page, open }) => {
  await open(exampleState());
  await page.evaluate(() => (window.location.hash = 'settings/appearance'));
  await expect(page.getByRole('region', { name: 'Appearance' })).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeInViewport();
  const nav = page.getByRole('navigation', { name: 'Sections' });
  await nav.getByRole('link', { name: 'Receiving SMS' }).click();
  await expect(page).toHaveURL(/#settings\/reception$/);
  await expect(page.getByRole('region', { name: 'Receiving SMS' })).toBeFocused();
  await expect(nav.getByRole('link', { name: 'Receiving SMS' })).toHaveAttribute('aria-current', 'location');
  await page.mouse.wheel(0, 4000);
  await expect(page.getByRole('heading', { name: 'Receiving SMS' })).not.toBeInViewport();
  await nav.getByRole('link', { name: 'Receiving SMS' }).click();
  await expect(page.getByRole('heading', { name: 'Receiving SMS' })).toBeInViewport();
});

test('in a narrow window a select leads to each section', async ({ page, open }) => {
  await page.setViewportSize({ width: 480, height: 700 });
  await open(exampleState(), 'settings');
  await page.getByRole('combobox', { name: 'Go to section' }).selectOption('Appearance');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeInViewport();
});

test('the theme changes at once, whatever the system has', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const host = await open(exampleState(), 'settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await host.inputs('settings.update')).toEqual([{ theme: 'dark' }]);
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(
    kept.filter((key) => key.includes('color-scheme')),
    'the host keeps it, not the page',
  ).toEqual([]);
  await page.getByRole('radio', { name: 'As the system' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('in a browser a code is copied as it arrives while the page is in front', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  await expect(page.getByText('Clearing the clipboard after a while needs the desktop app')).toBeVisible();
  await page.getByRole('switch', { name: 'Copy a code as soon as it arrives' }).press('Space');
  expect(await host.inputs('settings.update')).toEqual([{ autoCopy: true }]);
  await host.emit('message', exampleMessage({ code: '777111', receivedAt: '2000-01-01T00:00:00.000Z' }));
  await host.emit('message', exampleMessage({ code: '482913', receivedAt: '2999-01-01T00:00:00.000Z' }));
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('482913');
});

test('where the app copies, every copy goes through it and can be cleared', async ({ page, open }) => {
  const capabilities = { clipboard: 'host', menus: true, openDataDir: true, switchApi: true } as const;
  const host = await open(exampleState({ capabilities, messages: [exampleMessage()] }), 'settings');
  const field = page.getByRole('textbox', { name: 'Clear the clipboard after (seconds)' });
  await field.fill('4');
  await field.blur();
  await expect(page.getByText('Whole seconds from 5 to 600, or nothing.')).toBeVisible();
  await field.fill('30');
  await field.press('Enter');
  await expect(page.getByText('Whole seconds from 5 to 600, or nothing.')).toBeHidden();
  await field.fill('');
  await field.blur();
  await expect.poll(() => host.inputs('settings.update')).toHaveLength(2);
  expect(await host.inputs('settings.update')).toEqual([
    { clearClipboardSeconds: 30 },
    { clearClipboardSeconds: null },
  ]);
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect.poll(() => host.inputs('clipboard.copy')).toEqual([{ text: exampleMessage().body }]);
});

test('the account shows its name, state and balance, and is checked on request', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const twilio = page.getByRole('region', { name: 'Twilio', exact: true });
  for (const fact of ['Example Ltd', 'Active', '$17.43']) {
    await expect(twilio.getByText(fact, { exact: true })).toBeVisible();
  }
  await twilio.getByRole('button', { name: 'Check now' }).click();
  await expect(twilio.getByText('Twilio accepts the credentials of Example Ltd.')).toBeVisible();
  expect(await host.inputs('account.retry')).toHaveLength(1);
});

test('a new Auth Token is checked with Twilio, goes in and never comes out', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const token = page.getByLabel('Auth Token');
  await token.fill('too short');
  await token.blur();
  await expect(page.getByText('An Auth Token is 32 digits and letters')).toBeVisible();
  const error = { code: 'INVALID_CREDENTIALS', message: 'Twilio refused.', hint: 'Copy it again.' } as const;
  await host.answer('account.connect', { ok: false, error: { ...error, retryable: false, twilio: null } });
  await token.fill('c'.repeat(32));
  await page.getByRole('button', { name: 'Check and save' }).click();
  await expect(page.getByRole('alert').getByText('Twilio refused.')).toBeVisible();
  await expect(token, 'kept, to be corrected').toHaveValue('c'.repeat(32));
  const connected = { kind: 'connected', sid: `AC${'0'.repeat(32)}`, name: 'Example Ltd', trial: false, balance: null };
  await host.answer('account.connect', { ok: true, value: connected });
  await token.press('Enter');
  await expect(page.getByText('Connected to Example Ltd.')).toBeVisible();
  await expect(token).toHaveValue('');
});

test('a failure to save is shown at the field', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const error = { code: 'STORAGE_FAILED', message: 'The disk is full.', hint: 'Make room.' } as const;
  await host.answer('settings.update', { ok: false, error: { ...error, retryable: true, twilio: null } });
  await page.getByRole('textbox', { name: 'Default duration (seconds)' }).fill('120');
  await page.getByRole('textbox', { name: 'Default duration (seconds)' }).blur();
  await expect(page.getByText('The disk is full. Make room.')).toBeVisible();
});

test('the ngrok token goes in and never comes out', async ({ page, open }) => {
  const credentials = { source: 'stored', storage: 'file', ngrokToken: 'none' } as const;
  const host = await open(exampleState({ credentials }), 'settings');
  await page.getByLabel('ngrok token').fill('2abcDEFghiJKL');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect(page.getByText('A token is kept for this run only.')).toBeVisible();
  await expect(page.getByLabel('ngrok token')).toHaveValue('');
  expect(await host.inputs('ngrok.setToken')).toEqual([{ token: '2abcDEFghiJKL', remember: false }]);
});

test('forgetting the credentials asks first', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  await page.getByRole('button', { name: 'Forget and use another account' }).click();
  await page.getByRole('button', { name: 'Forget credentials' }).click();
  await expect(page.getByRole('heading', { name: 'Connect Twilio' })).toBeVisible();
});

test('everything is exported as one file', async ({ page, open }) => {
  const host = await open(exampleState({ messages: [exampleMessage()], leases: [exampleLease()] }), 'settings');
  await host.answer('ledger.list', { ok: true, value: { entries: [exampleEntry()], next: null } });
  const data = page.getByRole('region', { name: 'Data', exact: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    data.getByRole('button', { name: 'Export all as JSON' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('otp-dock-2026-03-02.json');
  const saved: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(saved).toEqual({
    exportedAt: expect.stringMatching(/^2026-03-02T/),
    messages: [exampleMessage()],
    leases: [exampleLease()],
    ledger: [exampleEntry()],
  });
});

test('deleting the history says first what goes and what stays', async ({ page, open }) => {
  const host = await open(exampleState({ messages: [exampleMessage()], leases: [exampleLease()] }), 'settings');
  await page.getByRole('button', { name: 'Delete history…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the history?' });
  await expect(dialog.getByText('Running leases and their messages stay')).toBeVisible();
  expect(await host.inputs('data.deleteHistory')).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete history' }).click();
  await expect(page.getByText('Deleted: 1 message, 0 leases.')).toBeVisible();
});

test('deleting everything names the numbers that stay on Twilio', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  await host.own([exampleOwned()]);
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' });
  await expect(dialog.getByText('(415) 555-0150')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Leave these numbers on Twilio' }).check();
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('heading', { name: 'Connect Twilio' })).toBeVisible();
  expect(await host.inputs('data.wipe')).toEqual([{ leaveNumbers: true }]);
});

test('the automation API is switched on, shows how to call it, and never its token', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const api = page.getByRole('region', { name: 'Automation API' });
  await expect(api.getByText('off', { exact: true })).toBeVisible();
  await api.getByRole('switch', { name: 'Serve the automation API' }).press('Space');
  await expect(api.getByText('http://127.0.0.1:5001', { exact: true })).toBeVisible();
  await expect(api.getByText("$(cat '/home/tester/.config/OTP Dock/api-token')")).toBeVisible();
  await api.getByRole('button', { name: 'Copy token' }).click();
  await expect(page.getByText('The token is on the clipboard.')).toBeVisible();
  await api.getByRole('button', { name: 'New token…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new token' }).click();
  await expect(page.getByText('There is a new token.')).toBeVisible();
  expect(await host.inputs('api.rotateToken')).toHaveLength(1);
});

test('a notice can be put away', async ({ page, open }) => {
  await open(exampleState({ notices: [{ id: 'n1', message: 'The settings file was put aside.', hint: 'Defaults.' }] }));
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('The settings file was put aside.')).toBeHidden();
});

test('diagnostics are read before they are copied', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const text = ['OTP Dock 0.1.0 (desktop)', ...Array.from({ length: 60 }, (_, at) => `line ${at} ${'x'.repeat(200)}`)];
  await host.answer('diagnostics.get', { ok: true, value: { text: text.join('\n') } });
  await page.getByRole('button', { name: 'Show diagnostics…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' });
  await expect(dialog.getByText('OTP Dock 0.1.0 (desktop)')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Diagnostics' })).toHaveAttribute('tabindex', '0');
  await dialog.getByRole('button', { name: 'Copy diagnostics' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text.join('\n'));
  const found = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(found.violations).toEqual([]);
});
