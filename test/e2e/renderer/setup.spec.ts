import type { Page } from 'playwright/test';
import type { Failure } from '../../../electron/contract/errors.ts';
import { defaultSettings, firstSettings, type SetupStep } from '../../../electron/contract/settings.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { exampleLease, exampleSelfTest, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const polling: AppState['tunnel'] = { kind: 'polling', state: 'online', url: null, problem: null };
const online: AppState['tunnel'] = { kind: 'ngrok', state: 'online', url: 'https://x.ngrok-free.app', problem: null };
const tokenRefused: Failure = {
  code: 'TUNNEL_FAILED',
  message: 'ngrok does not accept the token.',
  hint: 'Copy it again.',
  retryable: false,
  twilio: null,
};

/** A newcomer with a connected account, at this step. */
function at(setup: SetupStep, patch: Partial<AppState> = {}): AppState {
  const credentials = { source: 'stored', storage: 'encrypted', ngrokToken: 'none' } as const;
  return exampleState({ credentials, tunnel: polling, settings: { ...firstSettings, setup }, ...patch });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('three steps lead a newcomer to the first number, and the focus goes with them', async ({ page, open }) => {
  const host = await open(at('connect', { account: { kind: 'none' } }));
  await expect(page.getByText('Step 1 of 3')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the Twilio Console' })).toHaveAttribute(
    'href',
    'https://console.twilio.com/',
  );
  await page.getByRole('textbox', { name: 'Account SID' }).fill(`AC${'0'.repeat(32)}`);
  await page.getByLabel('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('Example Ltd')).toBeVisible();
  await expect(page.getByText('Active, trial')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'How SMS arrive')).toBeFocused();
  await expect(page.getByText('Step 2 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Polling for now' }).click();
  await expect(heading(page, 'When a lease ends')).toBeFocused();
  await expect(page.getByText('$1.15').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Keep until the next bill' }).check();
  await page.getByLabel('Duration of a lease (seconds)').fill('120');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('dialog', { name: 'New number' })).toBeVisible();
  expect(await host.inputs('settings.update')).toEqual([
    { setup: 'reception' },
    { reception: 'polling', setup: 'leaseEnd' },
    { country: 'IN', ttlSeconds: 120, policy: 'renewal', setup: 'done' },
  ]);
});

test('the app goes on at the step where it was left, and Back leads to the one before', async ({ page, open }) => {
  await open(at('leaseEnd'));
  await expect(heading(page, 'When a lease ends')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(heading(page, 'How SMS arrive')).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('main').getByText('Twilio accepts these credentials')).toBeVisible();
});

test('the tunnel is seen to open, and says what is wrong when it does not', async ({ page, open }) => {
  const host = await open(at('reception'));
  await expect(page.getByRole('radio', { name: 'Through ngrok' })).toBeChecked();
  await page.getByRole('button', { name: 'Connect the tunnel' }).click();
  await expect(page.getByText('Enter your ngrok token.')).toBeVisible();
  await host.answer('ngrok.setToken');
  await page.getByLabel('ngrok token').fill('0'.repeat(20));
  await page.getByRole('button', { name: 'Connect the tunnel' }).click();
  await expect(page.getByText('Connecting to ngrok…')).toBeVisible();
  expect(await host.inputs('ngrok.setToken')).toEqual([{ token: '0'.repeat(20), remember: true }]);
});

test('a token that is refused can be entered again, and an open tunnel leads on', async ({ page, open }) => {
  const host = await open(at('reception'));
  await host.update({ tunnel: { kind: 'ngrok', state: 'failed', url: null, problem: tokenRefused } });
  await page.getByLabel('ngrok token').fill('0'.repeat(20));
  await page.getByRole('button', { name: 'Connect the tunnel' }).click();
  await expect(page.getByText('ngrok does not accept the token.')).toBeVisible();
  await expect(page.getByLabel('ngrok token')).toHaveValue('');
  await host.update({ tunnel: online });
  await expect(page.getByText('The tunnel is open: https://x.ngrok-free.app')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'When a lease ends')).toBeVisible();
});

test('an own URL is tried hop by hop before the person goes on', async ({ page, open }) => {
  const host = await open(at('reception'));
  await host.answer('reception.test', { ok: true, value: exampleSelfTest() });
  await page.getByRole('radio', { name: 'Through your own URL' }).check();
  await page.getByRole('textbox', { name: 'Public URL' }).fill('nowhere');
  await page.getByRole('button', { name: 'Check the address' }).click();
  await expect(page.getByText('Give the address alone')).toBeVisible();
  await page.getByRole('textbox', { name: 'Public URL' }).fill('https://hooks.example');
  await page.getByRole('button', { name: 'Check the address' }).click();
  await expect(page.getByRole('list', { name: 'Result of the test' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Polling for now' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'When a lease ends')).toBeVisible();
});

test('what the environment has chosen is named, and cannot be chosen again', async ({ page, open }) => {
  await open(at('reception', { fixed: { ...exampleState().fixed, kind: 'ngrok' }, tunnel: online }));
  await expect(page.getByText('The environment chooses ngrok.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'When a lease ends')).toBeVisible();
});

test('the demo is marked on every page, and left from each in one click', async ({ page, open }) => {
  await open(at('connect', { account: { kind: 'none' } }));
  await page.getByRole('button', { name: 'Try the demo' }).click();
  for (const place of ['Inbox', 'Settings', 'Numbers']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect(page.getByRole('region', { name: 'Demo' })).toContainText('This is the demo');
  }
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('button', { name: 'Leave demo' }).click();
  await expect(heading(page, 'Connect Twilio')).toBeVisible();
  await expect(page.getByText('Step 1 of 3')).toBeVisible();
});

test('a token that is revoked in mid-lease is asked for, with the code and the countdown still there', async ({
  page,
  open,
}) => {
  const sid = `AC${'0'.repeat(32)}`;
  const twilio = { code: 20003, status: 401, message: 'Authenticate', moreInfo: null };
  const error: Failure = { ...tokenRefused, code: 'INVALID_CREDENTIALS', message: 'Twilio does not accept.', twilio };
  const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: '2026-03-02T09:59:56Z' };
  const host = await open(exampleState({ leases: [exampleLease({ latestCode })], settings: defaultSettings }));
  await host.update({ account: { kind: 'failed', sid, error } });
  await expect(page.getByRole('alert')).toContainText('Enter your new Auth Token');
  await expect(page.getByTestId('code')).toHaveText('481920');
  await expect(page.getByRole('timer')).toBeVisible();
  await host.answer('account.connect', { ok: false, error });
  await page.getByRole('textbox', { name: 'New Auth Token' }).fill('1'.repeat(32));
  await page.getByRole('button', { name: 'Connect again' }).click();
  await expect(page.getByText('Twilio does not accept. Copy it again.')).toBeVisible();
  expect(await host.inputs('account.connect')).toEqual([
    { accountSid: sid, authToken: '1'.repeat(32), remember: true },
  ]);
  await host.update({ account: exampleState().account });
  await expect(page.getByText('Enter your new Auth Token')).toBeHidden();
});

test('while Twilio cannot be reached that is said, with the leases as ever, and it goes by itself', async ({
  page,
  open,
}) => {
  const error: Failure = { ...tokenRefused, code: 'TWILIO_UNREACHABLE', message: 'Not reached.', retryable: true };
  const buying = exampleLease({ id: 'lease-2', number: null, state: 'buying', expiresAt: null, problem: error });
  const host = await open(exampleState({ leases: [exampleLease(), buying] }));
  await host.update({ account: { kind: 'failed', sid: 'AC1', error } });
  await expect(page.getByText('Twilio cannot be used just now')).toBeVisible();
  await expect(page.getByText('Not bought yet; it is tried again by itself')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  await host.update({ account: exampleState().account });
  await expect(page.getByText('Twilio cannot be used just now')).toBeHidden();
});

test('the first steps can be gone through again, but never hide a number that is in use', async ({ page, open }) => {
  const host = await open(exampleState({ leases: [exampleLease()] }), 'settings');
  const again = page.getByRole('button', { name: 'Go through them again' });
  await expect(again).toBeDisabled();
  await expect(page.getByText('while no number is in use')).toBeVisible();
  await host.update({ leases: [exampleLease({ state: 'released' })] });
  await again.click();
  await expect(page.getByText('Step 1 of 3')).toBeVisible();
  await expect(page.getByRole('main').getByText('Twilio accepts these credentials')).toBeVisible();
});
