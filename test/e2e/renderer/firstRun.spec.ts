import type { Failure } from '../../../electron/contract/errors.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const sid = `AC${'0'.repeat(32)}`;
const refused: Failure = {
  code: 'INVALID_CREDENTIALS',
  message: 'Twilio did not accept these credentials.',
  hint: 'Copy both again.',
  retryable: false,
  twilio: { code: 20003, status: 401, message: 'Authenticate', moreInfo: 'https://www.twilio.com/docs/errors/20003' },
};

function firstRun(storage: AppState['credentials']['storage']): AppState {
  return exampleState({ account: { kind: 'none' }, credentials: { source: 'none', storage, ngrokToken: 'none' } });
}

test('the demo is one click away', async ({ page, open }) => {
  await open(firstRun('encrypted'));
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(page.getByText('This is the demo')).toBeVisible();
  await page.getByRole('button', { name: 'Leave demo' }).click();
  await expect(page.getByRole('heading', { name: 'Connect Twilio' })).toBeVisible();
});

test('the language is chosen before there is an account, by its own name', async ({ page, open }) => {
  const host = await open(firstRun('encrypted'));
  // Only asked for here: with the state that follows, the page is loaded again in that language.
  await host.answer('settings.update', { ok: true, value: null });
  await expect(page.getByRole('button', { name: 'English' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  expect(await host.inputs('settings.update')).toEqual([{ language: 'hi' }]);
});

test('credentials are checked before they are sent, and again by Twilio', async ({ page, open }) => {
  const host = await open(firstRun('encrypted'));
  await page.getByRole('textbox', { name: 'Account SID' }).fill('AC12');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('An Account SID is AC followed by')).toBeVisible();
  expect(await host.inputs('account.connect')).toEqual([]);
  await page.getByRole('textbox', { name: 'Account SID' }).fill(sid);
  await page.getByLabel('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('Trial')).toBeVisible();
  expect(await host.inputs('account.connect')).toEqual([
    { accountSid: sid, authToken: '0'.repeat(32), remember: true },
  ]);
});

test('a refusal keeps what was typed, through all that the host reports meanwhile', async ({ page, open }) => {
  const host = await open(firstRun('encrypted'));
  await host.answer('account.connect', { ok: false, error: refused });
  await page.getByRole('textbox', { name: 'Account SID' }).fill(sid);
  await page.getByLabel('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  await host.update({ account: { kind: 'failed', sid, error: refused } });
  await expect(page.getByText('Twilio did not accept these credentials.')).toBeVisible();
  await expect(page.getByText('Copy both again.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Read Twilio’s explanation' })).toHaveAttribute('rel', 'noreferrer');
  await expect(page.getByRole('textbox', { name: 'Account SID' })).toHaveValue(sid);
});

test('where nothing can be kept safely, remembering is off and says why', async ({ page, open }) => {
  await open(firstRun('unavailable'));
  await expect(page.getByRole('checkbox')).toBeDisabled();
  await expect(page.getByText('This computer offers no safe place')).toBeVisible();
});

test('credentials from the environment are named instead of forgotten', async ({ page, open }) => {
  const credentials = { source: 'environment', storage: 'file', ngrokToken: 'none' } as const;
  const host = await open(exampleState({ account: { kind: 'checking', sid }, credentials }));
  await expect(page.getByText('Checking your Twilio account…')).toBeVisible();
  await host.update({ account: { kind: 'failed', sid, error: refused } });
  await expect(page.getByText(/come from TWILIO_ACCOUNT_SID/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use other credentials' })).toBeHidden();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => host.inputs('account.retry')).toHaveLength(1);
});
