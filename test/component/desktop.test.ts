import { page } from 'vitest/browser';
import { exampleDesktop, exampleLease, exampleState } from '../fakes/appState.ts';
import { expectNoViolations } from './support/accessible.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const desktop = exampleDesktop;

test('when the network is back the host is told', async ({ open }) => {
  const host = open(exampleState());
  // Drawn is not enough: it listens a moment later.
  await expect.poll(() => inputs(host, 'window.ready')).toHaveLength(1);
  // The browser's own switch would cut the test off, too.
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => inputs(host, 'reception.wake')).toHaveLength(1);
});

test('what only the desktop can do is in its Settings alone', async ({ open }) => {
  const host = open(exampleState(), 'settings/desktop');
  await expect.element(page.getByRole('heading', { name: 'Twilio', exact: true })).toBeVisible();
  host.update({ desktop });
  const login = page.getByRole('switch', { name: 'Start at login' });
  await login.click({ force: true });
  expect(inputs(host, 'settings.update')).toEqual([{ startAtLogin: true }]);
  await expect.element(login).toBeChecked();
  await expectNoViolations(page.getByRole('region', { name: 'Desktop app' }).element());
  await page.getByRole('link', { name: 'Notifications and clipboard' }).click();
  await page.getByRole('combobox', { name: 'Show the code in notifications' }).selectOptions('Not on a locked screen');
  expect(inputs(host, 'settings.update').at(-1)).toEqual({ notificationCodes: 'hideWhenLocked' });
});

test('the keys field takes whole combinations; Escape leaves it as it is, Backspace clears it', async ({ open }) => {
  const host = open(exampleState({ desktop }), 'settings/desktop');
  const field = page.getByRole('textbox', { name: 'Keys to copy the newest code from any app' });
  await press('k', field);
  await expect.element(page.getByText(/Hold Ctrl, Alt or the Command/)).toBeVisible();
  await press('Escape', field);
  await expect.element(page.getByText(/Hold Ctrl, Alt or the Command/)).not.toBeInTheDocument();
  await press('Control+Alt+k', field);
  await expect.element(field).toHaveValue('Ctrl + Alt + K');
  await press('Backspace', field);
  await expect.element(field).toHaveValue('');
  expect(inputs(host, 'settings.update')).toEqual([{ globalShortcut: 'Control+Alt+K' }, { globalShortcut: null }]);
});

test('at the end the window says how many numbers are still to be given back', async ({ open }) => {
  const leases = [exampleLease(), exampleLease({ id: 'lease-2', state: 'releasing' })];
  const host = open(exampleState({ desktop, leases }));
  host.update({ desktop: { ...desktop, closing: true } });
  await expect.element(page.getByText(/^2 numbers are left/)).toBeVisible();
  host.update({ leases: leases.map((lease) => ({ ...lease, state: 'released' as const })) });
  await expect.element(page.getByText('OTP Dock closes now.')).toBeVisible();
});

test('a new version is announced, and when it is installed', async ({ open }) => {
  const host = open(exampleState({ desktop }), 'settings/about');
  const about = page.getByRole('region', { name: 'About' });
  await expect.element(about.getByText('Off: this build has no update server.')).toBeVisible();
  host.update({ desktop: { ...desktop, update: { kind: 'downloading', version: '1.2.3', percent: 40 } } });
  await expect.element(about.getByText('Downloading version 1.2.3: 40 %.')).toBeVisible();
  host.update({ desktop: { ...desktop, update: { kind: 'ready', version: '1.2.3' } } });
  await expect.element(about.getByText('Version 1.2.3 is installed when you quit.')).toBeVisible();
});
