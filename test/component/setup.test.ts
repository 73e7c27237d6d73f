import { page } from 'vitest/browser';
import { defaultSettings, firstSettings, type SetupStep } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { exampleLease, exampleSelfTest, exampleState } from '../fakes/appState.ts';
import { exampleFailure } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const polling: AppState['tunnel'] = { kind: 'polling', state: 'online', url: null, problem: null };
const online: AppState['tunnel'] = { kind: 'ngrok', state: 'online', url: 'https://x.ngrok-free.app', problem: null };
const tokenRefused = exampleFailure('ngrok does not accept the token.', { code: 'TUNNEL_FAILED', retryable: false });

/** A newcomer with a connected account, at this step. */
function at(setup: SetupStep, patch: Partial<AppState> = {}): AppState {
  const credentials = { source: 'stored', storage: 'encrypted', ngrokToken: 'none' } as const;
  return exampleState({ credentials, tunnel: polling, settings: { ...firstSettings, setup }, ...patch });
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name });

test('three steps lead a newcomer to the first number, and the focus goes with them', async ({ open }) => {
  const host = open(at('connect', { account: { kind: 'none' } }));
  await expect.element(page.getByText('Step 1 of 3')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Open the Twilio Console' }))
    .toHaveAttribute('href', 'https://console.twilio.com/');
  await page.getByRole('textbox', { name: 'Account SID' }).fill(`AC${'0'.repeat(32)}`);
  await page.getByLabelText('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.element(heading('How to receive SMS')).toHaveFocus();
  await expect.element(page.getByText('Connected to Example Ltd · Trial')).toBeVisible();
  await expect.element(page.getByText('Step 2 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await expect.element(heading('Your numbers')).toHaveFocus();
  await expect.element(page.getByText('What 100 tests cost, one after the other.')).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'Give back at once $115.00 (100 numbers)' })).toBeVisible();
  await expect
    .element(page.getByRole('radio', { name: 'Keep until the next bill Recommended $1.15 (1 number)' }))
    .toBeChecked();
  await page.getByLabelText('Duration').fill('2 min');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect.element(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  expect(inputs(host, 'settings.update')).toEqual([
    { setup: 'reception' },
    { reception: 'polling', setup: 'leaseEnd' },
    { country: 'IN', ttlSeconds: 120, policy: 'renewal', setup: 'done' },
  ]);
});

test('the app goes on at the step where it was left, and Back leads to the one before', async ({ open }) => {
  open(at('leaseEnd'));
  await expect.element(heading('Your numbers')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(heading('How to receive SMS')).toHaveFocus();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(page.getByRole('main').getByText('Connected', { exact: true })).toBeVisible();
  await expectAccessible();
});

test('the tunnel is seen to open, and says what is wrong when it does not', async ({ open }) => {
  const host = open(at('reception'));
  await expect.element(page.getByRole('radio', { name: 'ngrok' })).toBeChecked();
  await page.getByRole('button', { name: 'Connect ngrok' }).click();
  await expect.element(page.getByText('Enter your ngrok token.')).toBeVisible();
  host.answer('ngrok.setToken');
  await page.getByLabelText('ngrok token').fill('0'.repeat(20));
  await page.getByRole('button', { name: 'Connect ngrok' }).click();
  await expect.element(page.getByText('Connecting to ngrok…')).toBeVisible();
  expect(inputs(host, 'ngrok.setToken')).toEqual([{ token: '0'.repeat(20), remember: true }]);
});

test('a token that is refused can be entered again, and an open tunnel leads on', async ({ open }) => {
  const host = open(at('reception'));
  host.update({ tunnel: { kind: 'ngrok', state: 'failed', url: null, problem: tokenRefused } });
  await page.getByLabelText('ngrok token').fill('0'.repeat(20));
  await page.getByRole('button', { name: 'Connect ngrok' }).click();
  await expect.element(page.getByText('ngrok does not accept the token.')).toBeVisible();
  await expect.element(page.getByLabelText('ngrok token')).toHaveValue('');
  await expectAccessible();
  host.update({ tunnel: online });
  await expect.element(heading('Your numbers')).toHaveFocus();
  await expect.element(page.getByText('SMS arrive at https://x.ngrok-free.app')).toBeVisible();
});

test('an own URL is tried hop by hop before the person goes on', async ({ open }) => {
  const host = open(at('reception'));
  host.answer('reception.test', { ok: true, value: exampleSelfTest() });
  await page.getByRole('radio', { name: 'Your own URL' }).click();
  await page.getByRole('textbox', { name: 'Public URL' }).fill('nowhere');
  await page.getByRole('button', { name: 'Check the address' }).click();
  await expect.element(page.getByText('Give the address alone')).toBeVisible();
  await page.getByRole('textbox', { name: 'Public URL' }).fill('https://hooks.example');
  await page.getByRole('button', { name: 'Check the address' }).click();
  await expect.element(page.getByRole('list', { name: 'Test result' }).getByRole('listitem')).toHaveLength(3);
  await expect.element(page.getByRole('button', { name: 'Skip for now' })).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.element(heading('Your numbers')).toBeVisible();
  await expect.element(page.getByText('$1.15').first()).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Back' }).click();
  host.answer('reception.test', { ok: true, value: exampleSelfTest({ ok: true }) });
  await page.getByRole('button', { name: 'Check the address' }).click();
  await expect.element(heading('Your numbers')).toBeVisible();
});

test('what the environment has chosen is named, and cannot be chosen again', async ({ open }) => {
  open(at('reception', { fixed: { ...exampleState().fixed, kind: 'ngrok' }, tunnel: online }));
  await expect.element(page.getByText('SMS arrive through ngrok.')).toBeVisible();
  await expect.element(page.getByRole('radio')).toHaveLength(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.element(heading('Your numbers')).toBeVisible();
});

test('the demo is marked on every page, and left from each in one click', async ({ open }) => {
  open(at('connect', { account: { kind: 'none' } }));
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect.element(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  await press('Escape');
  for (const place of ['Inbox', 'Settings', 'Numbers']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect.element(page.getByRole('region', { name: 'Demo' })).toMatchTextContent('This is the demo');
  }
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('button', { name: 'Leave demo' }).click();
  await expect.element(heading('Connect Twilio')).toBeVisible();
  await expect.element(page.getByText('Step 1 of 3')).toBeVisible();
});

test('a token that is revoked in mid-lease is asked for, with the code and the countdown still there', async ({
  open,
}) => {
  const sid = `AC${'0'.repeat(32)}`;
  const twilio = { code: 20003, status: 401, message: 'Authenticate', moreInfo: null };
  const error = exampleFailure('Twilio does not accept.', {
    code: 'INVALID_CREDENTIALS',
    hint: 'Copy it again.',
    twilio,
  });
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: '2026-03-02T09:59:56Z' };
  const host = open(exampleState({ leases: [exampleLease({ latestCode })], settings: defaultSettings }));
  host.update({ account: { kind: 'failed', sid, error } });
  await expect.element(page.getByRole('alert')).toMatchTextContent('Enter your new Auth Token');
  await expect.element(page.getByTestId('code')).toHaveTextContent('481920');
  await expect.element(page.getByRole('timer')).toBeVisible();
  host.answer('account.connect', { ok: false, error });
  await page.getByRole('textbox', { name: 'New Auth Token' }).fill('1'.repeat(32));
  await page.getByRole('button', { name: 'Connect again' }).click();
  await expect.element(page.getByText('Twilio does not accept. Copy it again.')).toBeVisible();
  expect(inputs(host, 'account.connect')).toEqual([{ accountSid: sid, authToken: '1'.repeat(32), remember: true }]);
  await expectAccessible();
  host.update({ account: exampleState().account });
  await expect.element(page.getByText('Enter your new Auth Token')).not.toBeInTheDocument();
});

test('while Twilio cannot be reached that is said, with the leases as ever, and it goes by itself', async ({
  open,
}) => {
  const error = exampleFailure('Not reached.');
  const buying = exampleLease({ id: 'lease-2', number: null, state: 'buying', expiresAt: null, problem: error });
  const host = open(exampleState({ leases: [exampleLease(), buying] }));
  host.update({ account: { kind: 'failed', sid: 'AC1', error } });
  await expect.element(page.getByRole('alert').getByText('Can’t reach Twilio')).toBeVisible();
  await expect.element(page.getByText('Not bought yet. Retrying…')).toBeVisible();
  await expect.element(page.getByRole('article')).toHaveLength(2);
  host.update({ account: exampleState().account });
  await expect.element(page.getByText('Can’t reach Twilio')).not.toBeInTheDocument();
});

test('the first steps can be gone through again, but never hide a number that is in use', async ({ open }) => {
  const host = open(exampleState({ leases: [exampleLease()] }), 'settings/about');
  const again = page.getByRole('button', { name: 'Set up again' });
  await expect.element(again).toBeDisabled();
  await expect.element(page.getByText('while no number is in use')).toBeVisible();
  host.update({ leases: [exampleLease({ state: 'released' })] });
  await again.click();
  await expect.element(page.getByText('Step 1 of 3')).toBeVisible();
  await expect.element(page.getByRole('main').getByText('Connected', { exact: true })).toBeVisible();
});
