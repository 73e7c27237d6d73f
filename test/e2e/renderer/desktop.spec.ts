import { AxeBuilder } from '@axe-core/playwright';
import { exampleDesktop, exampleLease, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const desktop = exampleDesktop;

test('when the network is back the host is told', async ({ page, context, open }) => {
  const host = await open(exampleState());
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await context.setOffline(true);
  await context.setOffline(false);
  await expect.poll(() => host.inputs('reception.wake')).toHaveLength(1);
});

test('what only the desktop can do is in its Settings alone', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const login = page.getByRole('switch', { name: 'Start at login' });
  await expect(page.getByRole('heading', { name: 'Notifications and clipboard' })).toBeVisible();
  await expect(login).toBeHidden();
  await host.update({ desktop });
  await login.check({ force: true });
  await page.getByRole('combobox', { name: 'Show the code in notifications' }).selectOption('Not on a locked screen');
  expect(await host.inputs('settings.update')).toEqual([
    { startAtLogin: true },
    { notificationCodes: 'hideWhenLocked' },
  ]);
  const found = await new AxeBuilder({ page }).include('main').analyze();
  expect(found.violations).toEqual([]);
});

test('the keys field takes whole combinations; Escape leaves it as it is, Backspace clears it', async ({
  page,
  open,
}) => {
  const host = await open(exampleState({ desktop }), 'settings');
  const field = page.getByRole('textbox', { name: 'Keys that copy the newest code from any app' });
  await field.press('k');
  await expect(page.getByText(/Hold Ctrl, Alt or the Command/)).toBeVisible();
  await field.press('Escape');
  await expect(page.getByText(/Hold Ctrl, Alt or the Command/)).toBeHidden();
  await field.press('Control+Alt+k');
  await expect(field).toHaveValue('Ctrl + Alt + K');
  await field.press('Backspace');
  await expect(field).toHaveValue('');
  expect(await host.inputs('settings.update')).toEqual([{ globalShortcut: 'Control+Alt+K' }, { globalShortcut: null }]);
});

test('at the end the window says how many numbers are still to be given back', async ({ page, open }) => {
  const leases = [exampleLease(), exampleLease({ id: 'lease-2', state: 'releasing' })];
  const host = await open(exampleState({ desktop, leases }));
  await host.update({ desktop: { ...desktop, closing: true } });
  await expect(page.getByText(/^2 numbers are left/)).toBeVisible();
  await host.update({ leases: leases.map((lease) => ({ ...lease, state: 'released' as const })) });
  await expect(page.getByText('OTP Dock closes now.')).toBeVisible();
});

test('a new version is announced, and when it is installed', async ({ page, open }) => {
  const host = await open(exampleState({ desktop }), 'settings');
  const about = page.getByRole('region', { name: 'About' });
  await expect(about.getByText('Off: this build names no place for updates.')).toBeVisible();
  await host.update({ desktop: { ...desktop, update: { kind: 'downloading', version: '1.2.3', percent: 40 } } });
  await expect(about.getByText('Version 1.2.3 is being fetched: 40 %.')).toBeVisible();
  await host.update({ desktop: { ...desktop, update: { kind: 'ready', version: '1.2.3' } } });
  await expect(about.getByText('Version 1.2.3 is ready and will be installed when you quit.')).toBeVisible();
});
