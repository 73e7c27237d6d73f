import { page } from 'vitest/browser';
import { firstSettings } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const accountSid = `AC${'0'.repeat(32)}`;
const apiKey = `SK${'7'.repeat(32)}`;
const apiSecret = 'Gx7mQ2pLw9ZtRk4VbN8sHc3YdF6jUe1A';
const authToken = '0'.repeat(32);
const withoutToken = 'Webhooks need the Auth Token, so SMS are read every few seconds.';

const field = (name: string) => page.getByLabelText(name, { exact: true });

function signedIn(key: AppState['credentials']['apiKey'], patch: Partial<AppState> = {}): AppState {
  return exampleState({
    account: { kind: 'connected', sid: accountSid, name: null, trial: null, balance: null },
    credentials: { source: 'stored', storage: 'encrypted', ngrokToken: 'none', ...(key && { apiKey: key }) },
    tunnel: { kind: 'polling', state: 'online', url: null, problem: null },
    ...patch,
  });
}

const firstRun = () =>
  exampleState({
    account: { kind: 'none' },
    credentials: { source: 'none', storage: 'encrypted', ngrokToken: 'none' },
  });

test('a newcomer connects with an API key, which a quiet button asks for', async ({ open }) => {
  const host = open(firstRun());
  await page.getByRole('button', { name: 'Use an API key' }).click();
  await field('Account SID').fill(accountSid);
  await field('API key').fill(apiKey);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.element(page.getByText('Enter the key’s whole secret.')).toBeVisible();
  await expectAccessible();
  await field('API key secret').fill(apiSecret);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.poll(() => inputs(host, 'account.connect')).toEqual([{ accountSid, apiKey, apiSecret, remember: true }]);
});

test('the token goes with the key where it is given, and alone once more', async ({ open }) => {
  const host = open(firstRun());
  host.answer('account.connect', { ok: false, error: exampleFailure('No.', { code: 'INVALID_CREDENTIALS' }) });
  await field('Account SID').fill(accountSid);
  await field('Auth Token').fill(authToken);
  await page.getByRole('button', { name: 'Use an API key' }).click();
  await field('API key').fill(apiKey);
  await field('API key secret').fill(apiSecret);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  host.answer('account.connect', { ok: false, error: exampleFailure('No.', { code: 'INVALID_CREDENTIALS' }) });
  await page.getByRole('button', { name: 'Use the Auth Token alone' }).click();
  await expect.element(field('API key')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect
    .poll(() => inputs(host, 'account.connect'))
    .toEqual([
      { accountSid, apiKey, apiSecret, authToken, remember: true },
      { accountSid, authToken, remember: true },
    ]);
});

test('a key that is pasted for the SID is recognised with its secret, and a click enters it', async ({ open }) => {
  open(firstRun());
  await field('Account SID').fill(apiKey);
  await field('Auth Token').fill(apiSecret);
  await expect.element(page.getByRole('alert')).toMatchTextContent('This is an API key, not the Account SID.');
  await page.getByRole('button', { name: 'Enter it as the key' }).click();
  await expect.element(field('API key')).toHaveValue(apiKey);
  await expect.element(field('API key secret')).toHaveValue(apiSecret);
  await expect.element(field('Auth Token')).toHaveValue('');
  await expect.element(field('Account SID')).toHaveFocus();
  await field('Account SID').fill(apiKey);
  await field('API key').fill(accountSid);
  await page.getByRole('button', { name: 'Swap them' }).click();
  await expect.element(field('Account SID')).toHaveValue(accountSid);
  await expect.element(field('API key')).toHaveValue(apiKey);
  await expect.element(page.getByRole('button', { name: 'Connect' })).toHaveFocus();
});

test('without the token there is no way of receiving to choose, and it says why', async ({ open }) => {
  const settings = { ...firstSettings, setup: 'reception' as const };
  const host = open(signedIn({ sid: apiKey, alone: true }, { settings }));
  await expect.element(page.getByText(`Connected to ${accountSid}`)).toBeVisible();
  await expect.element(page.getByText(withoutToken)).toBeVisible();
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
  await expectAccessible();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(inputs(host, 'settings.update')).toEqual([{ setup: 'leaseEnd' }]);
});

test('Settings name the key, and call unknown what Twilio does not tell it', async ({ open }) => {
  open(signedIn({ sid: apiKey, alone: true }), 'settings/twilio');
  const twilio = page.getByRole('region', { name: 'Twilio', exact: true });
  for (const fact of [apiKey, 'Not available', 'Active, type unknown', withoutToken])
    await expect.element(twilio.getByText(fact, { exact: true }).first()).toBeVisible();
  await expectAccessible();
});

test('ways to receive in Settings say that the token is missing', async ({ open }) => {
  open(signedIn({ sid: apiKey, alone: true }), 'settings/reception');
  await expect.element(page.getByText(withoutToken)).toBeVisible();
});

test('the token is added to a known key whose secret nobody has any more', async ({ open }) => {
  const host = open(signedIn({ sid: apiKey, alone: true }), 'settings/twilio');
  await expect.element(field('API key')).toHaveValue(apiKey);
  await field('Auth Token').fill(authToken);
  await page.getByRole('button', { name: 'Check and save' }).click();
  await expect
    .poll(() => inputs(host, 'account.connect'))
    .toEqual([{ accountSid, authToken, remember: true, keep: true }]);
});

test('a key takes the token’s place in signing in, and the token stays for webhooks', async ({ open }) => {
  const host = open(signedIn(undefined), 'settings/twilio');
  await page.getByRole('button', { name: 'Use an API key' }).click();
  await expect.element(page.getByText('Leave it empty to keep it.')).toBeVisible();
  await field('API key').fill(apiKey);
  await field('API key secret').fill(apiSecret);
  await page.getByRole('button', { name: 'Check and save' }).click();
  await expect
    .poll(() => inputs(host, 'account.connect'))
    .toEqual([{ accountSid, apiKey, apiSecret, remember: true, keep: true }]);
});

test('a key that Twilio refuses is asked for anew, in place', async ({ open }) => {
  const error = exampleFailure('Twilio does not accept.', { code: 'INVALID_CREDENTIALS', retryable: false });
  const host = open(signedIn({ sid: apiKey, alone: false }));
  host.update({ account: { kind: 'failed', sid: accountSid, error } });
  await expect.element(page.getByRole('alert')).toMatchTextContent('Enter a new API key');
  await field('API key').fill(apiKey);
  await field('API key secret').fill(apiSecret);
  await expectAccessible();
  await press('Enter', field('API key secret'));
  await expect
    .poll(() => inputs(host, 'account.connect'))
    .toEqual([{ accountSid, apiKey, apiSecret, remember: true, keep: true }]);
});

test('a key from the environment is named as such', async ({ open }) => {
  const credentials = {
    source: 'environment',
    storage: 'file',
    ngrokToken: 'none',
    apiKey: { sid: apiKey, alone: true },
  } as const;
  open(signedIn(undefined, { credentials }), 'settings/twilio');
  await expect.element(page.getByText('TWILIO_ACCOUNT_SID and TWILIO_API_KEY', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Use an API key' })).not.toBeInTheDocument();
});
