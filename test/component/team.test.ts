import { page } from 'vitest/browser';
import type { TeamState } from '../../electron/contract/host.ts';
import { exampleDesktop, exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

const url = 'https://dock.example.com';
const address = page.getByRole('textbox', { name: 'Address of the host' });
const token = page.getByRole('textbox', { name: 'Owner’s token' });
const connect = page.getByRole('button', { name: 'Show its numbers' });
const leave = page.getByRole('button', { name: 'Show this app’s own numbers' });

/** The desktop app on a team's host. */
const stateOn = (team: Partial<TeamState>) =>
  exampleState({ desktop: { ...exampleDesktop, team: { url, kind: 'online', kept: 0, problem: null, ...team } } });

test('Settings take a team’s host, whose address must be safe, and lead back', async ({ open }) => {
  open(exampleState({ desktop: exampleDesktop }), 'settings/desktop/team');
  await address.fill('http://dock.example.com');
  await connect.click();
  await expect.element(page.getByText('An https address such as https://dock.example.com.')).toBeVisible();
  await expect.element(page.getByText('The owner’s token: letters, digits, - and _.')).toBeVisible();
  await address.fill(url);
  await token.fill('x'.repeat(43));
  await expectAccessible();
  await connect.click();
  await expect.element(page.getByText(`You see the numbers of ${url}.`)).toBeVisible();
  await expect.element(page.getByText('Team’s host: dock.example.com')).toBeVisible();
  await leave.click();
  await expect.element(address).toBeVisible();
});

test('a host that does not let the app in says why, and asks for the token', async ({ open }) => {
  open(stateOn({ kind: 'refused', problem: exampleFailure('It does not accept this token.') }));
  await expect.element(page.getByRole('heading', { name: `The numbers of ${url} cannot be shown` })).toBeVisible();
  await expect.element(address).toHaveValue(url);
  await expectAccessible();
  await token.fill('x'.repeat(43));
  await connect.click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
});

test('until the host answers nothing else is shown, and one can give up', async ({ open }) => {
  open(stateOn({ kind: 'connecting' }));
  await expect.element(page.getByRole('heading', { name: `Connecting to ${url}…` })).toBeVisible();
  await expectAccessible();
  await leave.click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
});

test('the setup of a team’s host says whose it is, and lets one go', async ({ open }) => {
  open({ ...stateOn({}), account: { kind: 'none' } });
  await expect.element(page.getByText(`You see the numbers of ${url}.`)).toBeVisible();
  await leave.click();
  await expect.element(page.getByRole('button', { name: 'Or use a host that your team shares' })).toBeVisible();
});

test('what a host that is away had told stays, with a warning', async ({ open }) => {
  open(stateOn({ kind: 'lost' }));
  await expect.element(page.getByText(`No connection to ${url}.`)).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
});
