import { commands, page } from 'vitest/browser';
import { exampleEntry, exampleLease, exampleMessage, exampleOwned, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { expectAccessible, expectNoViolations } from './support/accessible.ts';
import { blur, inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

test('a field is checked on blur, saves itself and says so', async ({ open }) => {
  const host = open(exampleState(), 'settings/reception');
  const field = page.getByRole('textbox', { name: 'Public URL' });
  await field.fill('example.com');
  await blur(field);
  await expect.element(page.getByText('Give the address alone')).toBeVisible();
  await expectAccessible(page.getByRole('region', { name: 'Receiving SMS' }));
  expect(inputs(host, 'settings.update')).toEqual([]);
  await field.fill('https://example.com');
  await blur(field);
  await expect.element(page.getByRole('region', { name: 'Receiving SMS' }).getByText('Saved')).toBeVisible();
  expect(inputs(host, 'settings.update')).toEqual([{ publicUrl: 'https://example.com' }]);
});

test('Enter saves a field, Escape brings back what is stored, and a failure to save is shown there', async ({
  open,
}) => {
  const host = open(exampleState(), 'settings/defaults');
  const field = page.getByRole('textbox', { name: 'Duration' });
  await field.fill('0');
  await press('Enter', field);
  await expect.element(page.getByText('Use 10 s to 7 days, such as 5 min.')).toBeVisible();
  // What was typed is kept, to be corrected.
  await expect.element(field).toHaveValue('0');
  await press('Escape', field);
  await expect.element(field).toHaveValue('1 min');
  await expect.element(page.getByText('Use 10 s to 7 days, such as 5 min.')).not.toBeInTheDocument();
  expect(inputs(host, 'settings.update')).toEqual([]);
  await field.fill('90');
  await press('Enter', field);
  await expect.element(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeInTheDocument();
  expect(inputs(host, 'settings.update')).toEqual([{ ttlSeconds: 90 }]);
  host.answer('settings.update', refusal('The disk is full.', { hint: 'Make room.' }));
  await field.fill('120');
  await blur(field);
  await expect.element(page.getByText('The disk is full. Make room.')).toBeVisible();
});

/** A limit, and what is said of one that cannot be. */
const limits = [
  {
    field: 'Longest duration',
    wrong: ['59 s', 'Use 1 min to 30 days, such as 5 min.'],
    right: ['1 h', { maxLeaseSeconds: 3600 }],
    none: { maxLeaseSeconds: null },
  },
  {
    field: 'Numbers at once',
    wrong: ['0', 'A whole number from 1 to 1000.'],
    right: ['3', { leasesAtOnce: 3 }],
    none: { leasesAtOnce: null },
  },
  {
    field: 'Limit per month',
    wrong: ['12,50', 'An amount such as 5 or 12.50.'],
    right: ['12.50', { limitPerMonth: '12.50' }],
    none: { limitPerMonth: null },
  },
] as const;

for (const { field: name, wrong, right, none } of limits) {
  test(`“${name}” is checked, saved, and emptied for no limit`, async ({ open }) => {
    const host = open(exampleState(), 'settings/money');
    const field = page.getByRole('textbox', { name });
    const enter = async (text: string) => {
      await field.fill(text);
      await press('Enter', field);
    };
    await enter(wrong[0]);
    await expect.element(page.getByText(wrong[1])).toBeVisible();
    await enter(right[0]);
    await expect.poll(() => inputs(host, 'settings.update')).toEqual([right[1]]);
    await enter('');
    await expect.poll(() => inputs(host, 'settings.update')).toContainEqual(none);
  });
}

test('the longest lease of the environment is told, not asked for', async ({ open }) => {
  open(exampleState({ fixed: { ...exampleState().fixed, maxLeaseSeconds: 3600 } }), 'settings/money');
  await expect.element(page.getByText('Longest duration: 1 h')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Longest duration' })).not.toBeInTheDocument();
});

test('ngrok trusts this computer’s certificates by a switch, or as the environment says', async ({ open }) => {
  const host = open(exampleState(), 'settings/reception');
  await page.getByRole('switch', { name: /^For ngrok, trust the certificates/ }).click();
  await expect.poll(() => inputs(host, 'settings.update')).toEqual([{ ngrokRootCas: 'host' }]);
  host.update({ fixed: { ...exampleState().fixed, ngrokRootCas: 'trusted' } });
  await expect.element(page.getByText('ngrok trusts its own certificate alone, by NGROK_ROOT_CAS')).toBeVisible();
  await expect.element(page.getByRole('switch', { name: /^For ngrok/ })).not.toBeInTheDocument();
});

test('every page is a click away, has an address, and in a narrow window is chosen from a list', async ({ open }) => {
  open(exampleState(), 'settings/appearance');
  await expect.element(page.getByRole('region', { name: 'Appearance' })).toHaveFocus();
  await expect.element(page.getByRole('radio', { name: 'Dark' })).toBeInViewport();
  const nav = page.getByRole('navigation', { name: 'Settings pages' });
  await nav.getByRole('link', { name: 'Receiving SMS' }).click();
  await expect.poll(() => window.location.hash).toBe('#settings/reception');
  await expect.element(page.getByRole('region', { name: 'Receiving SMS' })).toHaveFocus();
  await expect.element(nav.getByRole('link', { name: 'Receiving SMS' })).toHaveAttribute('aria-current', 'page');
  await expect.element(page.getByRole('region', { name: 'Appearance' })).not.toBeInTheDocument();
  await page.viewport(480, 700);
  await page.getByRole('combobox', { name: 'Page' }).selectOptions('Appearance');
  await expect.element(page.getByRole('radio', { name: 'Dark' })).toBeInViewport();
});

test('the theme changes at once, whatever the system has', async ({ open }) => {
  const host = open(exampleState(), 'settings/appearance');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.element(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(inputs(host, 'settings.update')).toEqual([{ theme: 'dark' }]);
  // The host keeps it, not the page.
  expect(Object.keys(localStorage).filter((key) => key.includes('color-scheme'))).toEqual([]);
  await page.getByRole('radio', { name: 'As the system' }).click();
  await expect.element(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('in a browser a code is copied as it arrives while the page is in front', async ({ open }) => {
  const host = open(exampleState(), 'settings/notifications');
  await expect.element(page.getByText('Clearing the clipboard after a while needs the desktop app')).toBeVisible();
  await press('Space', page.getByRole('switch', { name: 'Copy a code as soon as it arrives' }));
  expect(inputs(host, 'settings.update')).toEqual([{ autoCopy: true }]);
  host.emit('message', exampleMessage({ code: '777111', receivedAt: '2000-01-01T00:00:00.000Z' }));
  host.emit('message', exampleMessage({ code: '482913', receivedAt: '2999-01-01T00:00:00.000Z' }));
  await expect.poll(() => navigator.clipboard.readText()).toBe('482913');
});

test('where the app copies, every copy goes through it and can be cleared', async ({ open }) => {
  const capabilities = { clipboard: 'host', links: 'host', menus: true, openDataDir: true, switchApi: true } as const;
  const host = open(exampleState({ capabilities, messages: [exampleMessage()] }), 'settings/notifications');
  const field = page.getByRole('textbox', { name: 'Clear the clipboard after' });
  await field.fill('4');
  await blur(field);
  await expect.element(page.getByText('Use 5 s to 10 min, such as 5 min.')).toBeVisible();
  await field.fill('30');
  await press('Enter', field);
  await expect.element(page.getByText('Use 5 s to 10 min, such as 5 min.')).not.toBeInTheDocument();
  await field.fill('');
  await blur(field);
  await expect.poll(() => inputs(host, 'settings.update')).toHaveLength(2);
  expect(inputs(host, 'settings.update')).toEqual([{ clearClipboardSeconds: 30 }, { clearClipboardSeconds: null }]);
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect.poll(() => inputs(host, 'clipboard.copy')).toEqual([{ text: exampleMessage().body }]);
});

test('the account shows its name, state and balance, and is checked on request', async ({ open }) => {
  const host = open(exampleState(), 'settings');
  const twilio = page.getByRole('region', { name: 'Twilio', exact: true });
  for (const fact of ['Example Ltd', 'Active', '$17.43']) {
    await expect.element(twilio.getByText(fact, { exact: true })).toBeVisible();
  }
  await twilio.getByRole('button', { name: 'Check now' }).click();
  await expect.element(twilio.getByText('Twilio accepts the credentials of Example Ltd.')).toBeVisible();
  expect(inputs(host, 'account.retry')).toHaveLength(1);
});

test('a new Auth Token is checked with Twilio, goes in and never comes out', async ({ open }) => {
  const host = open(exampleState(), 'settings');
  const token = page.getByLabelText('Auth Token');
  await token.fill('too short');
  await blur(token);
  await expect.element(page.getByText('An Auth Token is 32 digits and letters')).toBeVisible();
  host.answer('account.connect', refusal('Twilio refused.', { code: 'INVALID_CREDENTIALS' }));
  await token.fill('c'.repeat(32));
  await page.getByRole('button', { name: 'Check and save' }).click();
  await expect.element(page.getByRole('alert').getByText('Twilio refused.')).toBeVisible();
  // Kept, to be corrected.
  await expect.element(token).toHaveValue('c'.repeat(32));
  const connected = { kind: 'connected', sid: `AC${'0'.repeat(32)}`, name: 'Example Ltd', trial: false, balance: null };
  host.answer('account.connect', { ok: true, value: connected });
  await press('Enter', token);
  await expect.element(page.getByText('Connected to Example Ltd.')).toBeVisible();
  await expect.element(token).toHaveValue('');
});

test('the ngrok token goes in and never comes out', async ({ open }) => {
  const credentials = { source: 'stored', storage: 'file', ngrokToken: 'none' } as const;
  const host = open(exampleState({ credentials }), 'settings/reception');
  await page.getByLabelText('ngrok token').fill('2abcDEFghiJKL');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect.element(page.getByText('A token is kept for this run only.')).toBeVisible();
  await expect.element(page.getByLabelText('ngrok token')).toHaveValue('');
  expect(inputs(host, 'ngrok.setToken')).toEqual([{ token: '2abcDEFghiJKL', remember: false }]);
});

test('forgetting the credentials asks first', async ({ open }) => {
  open(exampleState(), 'settings');
  await page.getByRole('button', { name: 'Forget and use another account' }).click();
  await page.getByRole('button', { name: 'Forget credentials' }).click();
  await expect.element(page.getByRole('heading', { name: 'Connect Twilio' })).toBeVisible();
});

test('everything is exported as one file', async ({ open }) => {
  const host = open(exampleState({ messages: [exampleMessage()], leases: [exampleLease()] }), 'settings/data');
  host.answer('ledger.list', { ok: true, value: { entries: [exampleEntry()], next: null } });
  const data = page.getByRole('region', { name: 'Data', exact: true });
  const saving = commands.nextDownload();
  await data.getByRole('button', { name: 'Export all as JSON' }).click();
  const file = await saving;
  expect(file.name).toBe('otp-dock-2026-03-02.json');
  const saved: unknown = JSON.parse(file.text);
  expect(saved).toEqual({
    exportedAt: expect.stringMatching(/^2026-03-02T/),
    messages: [exampleMessage()],
    leases: [exampleLease()],
    ledger: [exampleEntry()],
  });
});

test('deleting the history says first what goes and what stays', async ({ open }) => {
  const host = open(exampleState({ messages: [exampleMessage()], leases: [exampleLease()] }), 'settings/data');
  await page.getByRole('button', { name: 'Delete history…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the history?' });
  await expect.element(dialog.getByText('Running leases and their messages stay')).toBeVisible();
  expect(inputs(host, 'data.deleteHistory')).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete history' }).click();
  await expect.element(page.getByText('Deleted: 1 message, 0 leases.')).toBeVisible();
});

test('deleting everything names the numbers that stay on Twilio', async ({ open }) => {
  const host = open(exampleState(), 'settings/data');
  host.own([exampleOwned()]);
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' });
  await expect.element(dialog.getByText('(415) 555-0150')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Leave these numbers on Twilio' }).click();
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect.element(page.getByRole('heading', { name: 'Connect Twilio' })).toBeVisible();
  expect(inputs(host, 'data.wipe')).toEqual([{ leaveNumbers: true }]);
});

test('the automation API is switched on, shows how to call it, and never its token', async ({ open }) => {
  const host = open(exampleState(), 'settings/api');
  const api = page.getByRole('region', { name: 'Automation API' });
  await expect.element(api.getByText('off', { exact: true })).toBeVisible();
  await press('Space', api.getByRole('switch', { name: 'Serve the automation API' }));
  await expect.element(api.getByText('http://127.0.0.1:5001', { exact: true })).toBeVisible();
  await expect.element(api.getByText("$(cat '/home/tester/.config/OTP Dock/api-token')")).toBeVisible();
  await api.getByRole('button', { name: 'Copy token' }).click();
  await expect.element(page.getByText('The token is on the clipboard.')).toBeVisible();
  await api.getByRole('button', { name: 'New token…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new token' }).click();
  await expect.element(page.getByText('There is a new token.')).toBeVisible();
  expect(inputs(host, 'api.rotateToken')).toHaveLength(1);
});

test('a notice can be put away', async ({ open }) => {
  open(
    exampleState({
      notices: [{ id: 'n1', message: verbatim('The settings file was put aside.'), hint: verbatim('Defaults.') }],
    }),
  );
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(page.getByText('The settings file was put aside.')).not.toBeInTheDocument();
});

test('diagnostics are read before they are copied', async ({ open }) => {
  const host = open(exampleState(), 'settings/about');
  const text = ['OTP Dock 0.1.0 (desktop)', ...Array.from({ length: 60 }, (_, at) => `line ${at} ${'x'.repeat(200)}`)];
  host.answer('diagnostics.get', { ok: true, value: { text: text.join('\n') } });
  await page.getByRole('button', { name: 'Show diagnostics…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' });
  await expect.element(dialog.getByText('OTP Dock 0.1.0 (desktop)')).toBeVisible();
  await expect.element(dialog.getByRole('region', { name: 'Diagnostics' })).toHaveAttribute('tabindex', '0');
  await dialog.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe(text.join('\n'));
  await expectNoViolations(dialog.element());
});
