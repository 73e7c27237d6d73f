import { page } from 'vitest/browser';
import type { AppState } from '../../electron/contract/state.ts';
import { exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const sid = `AC${'0'.repeat(32)}`;
const refused = exampleFailure('Twilio did not accept these credentials.', {
  code: 'INVALID_CREDENTIALS',
  hint: 'Copy both again.',
  twilio: { code: 20003, status: 401, message: 'Authenticate', moreInfo: 'https://www.twilio.com/docs/errors/20003' },
});

function firstRun(storage: AppState['credentials']['storage']): AppState {
  return exampleState({ account: { kind: 'none' }, credentials: { source: 'none', storage, ngrokToken: 'none' } });
}

test('the language is chosen before there is an account, by its own name', async ({ open }) => {
  const host = open(firstRun('encrypted'));
  // Only asked for here: with the state that follows, the page is loaded again in that language.
  host.answer('settings.update', { ok: true, value: null });
  await expect.element(page.getByRole('button', { name: 'English' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  expect(inputs(host, 'settings.update')).toEqual([{ language: 'hi' }]);
});

test('credentials are checked before they are sent, and again by Twilio', async ({ open }) => {
  const host = open(firstRun('encrypted'));
  await page.getByRole('textbox', { name: 'Account SID' }).fill('AC12');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.element(page.getByText('An Account SID is AC followed by')).toBeVisible();
  await page.getByRole('textbox', { name: 'Account SID' }).fill(`SK${'0'.repeat(32)}`);
  await expect.element(page.getByText('This is an API key')).toBeVisible();
  await press('Enter');
  expect(inputs(host, 'account.connect')).toEqual([]);
  await page.getByRole('textbox', { name: 'Account SID' }).fill(sid);
  await page.getByLabelText('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.element(page.getByText('Trial')).toBeVisible();
  expect(inputs(host, 'account.connect')).toEqual([{ accountSid: sid, authToken: '0'.repeat(32), remember: true }]);
});

test('swapped credentials are recognised as they are typed, and put right by a click', async ({ open }) => {
  const host = open(firstRun('encrypted'));
  const [accountSid, authToken] = [
    page.getByRole('textbox', { name: 'Account SID' }),
    page.getByLabelText('Auth Token'),
  ];
  await accountSid.fill('0'.repeat(32));
  await expect.element(page.getByText('This belongs in the other field.')).toBeVisible();
  await authToken.fill(sid);
  await expect.element(page.getByRole('alert')).toMatchTextContent('These look swapped.');
  await expectAccessible();
  await press('Enter', authToken);
  await expect.element(page.getByRole('button', { name: 'Swap them' })).toHaveFocus();
  await press('Enter');
  await expect.element(accountSid).toHaveValue(sid);
  await expect.element(authToken).toHaveValue('0'.repeat(32));
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Connect' })).toHaveFocus();
  expect(inputs(host, 'account.connect')).toEqual([]);
  await press('Enter');
  await expect
    .poll(() => inputs(host, 'account.connect'))
    .toMatchObject([{ accountSid: sid, authToken: '0'.repeat(32) }]);
});

test('a line of an .env file is cleaned up, and the focus goes to what is still missing', async ({ open }) => {
  open(firstRun('encrypted'));
  const accountSid = page.getByRole('textbox', { name: 'Account SID' });
  await accountSid.fill(`TWILIO_ACCOUNT_SID="${sid}"`);
  await page.getByRole('button', { name: 'Clean up' }).click();
  await expect.element(accountSid).toHaveValue(sid);
  await expect.element(page.getByLabelText('Auth Token')).toHaveFocus();
});

test('a refusal keeps what was typed, through all that the host reports meanwhile', async ({ open }) => {
  const host = open(firstRun('encrypted'));
  host.answer('account.connect', { ok: false, error: refused });
  await page.getByRole('textbox', { name: 'Account SID' }).fill(sid);
  await page.getByLabelText('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  host.update({ account: { kind: 'failed', sid, error: refused } });
  await expect.element(page.getByText('Twilio did not accept these credentials.')).toBeVisible();
  await expect.element(page.getByText('Copy both again from the Twilio Console’s home page')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Read Twilio’s explanation' }))
    .toHaveAttribute('rel', 'noreferrer');
  await expect.element(page.getByRole('textbox', { name: 'Account SID' })).toHaveValue(sid);
  await expectAccessible();
});

test('where nothing can be kept safely, remembering is off and says why', async ({ open }) => {
  open(firstRun('unavailable'));
  await expect.element(page.getByRole('checkbox')).toBeDisabled();
  await expect.element(page.getByText('This computer has no safe place')).toBeVisible();
  await expectAccessible();
});

test('credentials from the environment are named instead of forgotten', async ({ open }) => {
  const credentials = { source: 'environment', storage: 'file', ngrokToken: 'none' } as const;
  const host = open(exampleState({ account: { kind: 'checking', sid }, credentials }));
  await expect.element(page.getByText('Checking your Twilio account…')).toBeVisible();
  host.update({ account: { kind: 'failed', sid, error: refused } });
  await expect.element(page.getByText(/come from TWILIO_ACCOUNT_SID/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Use another account' })).not.toBeInTheDocument();
  await expectAccessible();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => inputs(host, 'account.retry')).toHaveLength(1);
});

test('after a start without the token, the numbers that wait for it are named, and only the token is missing', async ({
  open,
}) => {
  const host = open(firstRun('encrypted'));
  const numbers = Array.from({ length: 7 }, (_, index) => ({ account: sid, number: `+1415555010${index}` }));
  host.answer('data.remaining', { ok: true, value: numbers });
  const alert = page.getByRole('alert');
  await expect.element(alert).toMatchTextContent('7 numbers are still running');
  await expect
    .element(alert)
    .toMatchTextContent('(415) 555-0104, and 2 more. Enter your Auth Token or API key to go on.');
  await expect.element(page.getByRole('textbox', { name: 'Account SID' })).toHaveValue(sid);
  await expect.element(page.getByLabelText('Auth Token')).toHaveFocus();
  await expectAccessible();
});
