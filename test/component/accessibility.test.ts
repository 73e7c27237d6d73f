import { page } from 'vitest/browser';
import { defaultSettings, firstSettings } from '../../electron/contract/settings.ts';
import { iso } from '../../electron/contract/time.ts';
import {
  exampleDiagnosis,
  exampleLease,
  exampleMessage,
  exampleNow,
  exampleReception,
  exampleSelfTest,
  exampleState,
} from '../fakes/appState.ts';
import { entries, full, limited, noAccount, owned, papers, problem } from '../fakes/scenes.ts';
import { expectAccessible, expectNoSideways } from './support/accessible.ts';
import { blur, inside, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

test('nothing is cut off at 320 px, which is 640 px at 200 % zoom', async ({ open }) => {
  await page.viewport(320, 640);
  const host = open(full);
  host.own(owned);
  for (const place of ['Inbox', 'Settings', 'Numbers'] as const) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect.element(page.getByRole('heading', { name: place, exact: true })).toBeVisible();
    expectNoSideways();
  }
  await page.getByRole('button', { name: 'On your account' }).click();
  await expect.element(page.getByRole('button', { name: /^Take over/ })).toBeVisible();
  expectNoSideways();
  await page.getByRole('button', { name: 'New number' }).click();
  await page.getByRole('button', { name: 'More choices' }).click();
  await expect.element(page.getByRole('button', { name: 'Take number' })).toBeVisible();
  expectNoSideways();
});

test('first run, with a failure', async ({ open }) => {
  const host = open(noAccount);
  const twilio = { code: 20003, status: 401, message: 'Authenticate', moreInfo: 'https://example.com/20003' };
  host.answer('account.connect', { ok: false, error: { ...problem, twilio } });
  await page.getByRole('textbox', { name: 'Account SID' }).fill(`AC${'0'.repeat(32)}`);
  await page.getByLabelText('Auth Token').fill('0'.repeat(32));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect.element(page.getByText('Authenticate')).toBeVisible();
  await expectAccessible();
});

test('first run, its steps one after the other', async ({ open }) => {
  const tunnel = { kind: 'ngrok', state: 'failed', url: null, problem } as const;
  const host = open(exampleState({ settings: firstSettings, tunnel }));
  host.answer('reception.test', { ok: true, value: exampleSelfTest() });
  await expect.element(page.getByRole('main').getByText('Twilio accepts these credentials')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Connect the tunnel' }).click();
  await expect.element(page.getByText('ngrok refused the token.')).toBeVisible();
  await expectAccessible();
  await page.getByRole('radio', { name: 'Through your own URL' }).click();
  await page.getByRole('textbox', { name: 'Public URL' }).fill('https://hooks.example');
  await page.getByRole('button', { name: 'Check the address' }).click();
  await expect.element(page.getByRole('list', { name: 'Result of the test' })).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.element(page.getByText('$1.15').first()).toBeVisible();
  await expectAccessible();
});

test('a token that was revoked while a lease runs', async ({ open }) => {
  const error = { ...problem, code: 'INVALID_CREDENTIALS', retryable: false } as const;
  open(exampleState({ leases: [exampleLease()], account: { kind: 'failed', sid: 'AC1', error } }));
  await expect.element(page.getByRole('button', { name: 'Connect again' })).toBeVisible();
  await expectAccessible();
});

test('account that cannot be reached', async ({ open }) => {
  open(exampleState({ account: { kind: 'failed', sid: 'AC1', error: problem } }));
  await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  await expectAccessible();
});

test('numbers, none yet', async ({ open }) => {
  open(exampleState());
  await expect.element(page.getByText('No number yet')).toBeVisible();
  await expectAccessible();
});

test('numbers in every state, and a failure', async ({ open }) => {
  open(full);
  await expect.element(page.getByRole('article')).toHaveLength(6);
  await page.getByRole('button', { name: 'Extend by 60 seconds' }).first().click();
  await expect.element(page.getByText('There is no such thing here.')).toBeVisible();
  await expectAccessible();
});

test('new number dialog, with nothing to be had', async ({ open }) => {
  open(exampleState());
  await page.getByRole('button', { name: 'New number' }).click();
  await expect.element(page.getByRole('button', { name: 'Use Canada' })).toBeVisible();
  await expectAccessible();
});

test('numbers on the account in every state, and what is asked about them', async ({ open }) => {
  const host = open(limited);
  host.own(owned);
  await page.getByRole('button', { name: 'On your account' }).click();
  await expect.element(page.getByRole('list', { name: 'On your account' }).getByRole('listitem')).toHaveLength(5);
  await expectAccessible();
  for (const name of ['Give back (415) 555-0150…', 'Take over (415) 555-0154…']) {
    await page.getByRole('button', { name }).click();
    await expectAccessible(page.getByRole('dialog'));
    await press('Escape');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  }
});

test('new number dialog, with everything that can be asked for', async ({ open }) => {
  const idle = [{ country: 'US', type: 'local', policy: 'keep', count: 1 } as const];
  open(exampleState({ idle, settings: { ...defaultSettings, country: 'US' } }));
  await page.getByRole('button', { name: 'New number' }).click();
  const dialog = page.getByRole('dialog', { name: 'New number' });
  await expect.element(dialog.getByText('this lease costs nothing')).toBeVisible();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'More choices' }).click();
  await dialog.getByRole('switch').click();
  await expect.element(dialog.getByRole('textbox', { name: 'Service' })).toBeVisible();
  await expectAccessible(dialog);
});

test('settings, with papers, figures and a ledger', async ({ open }) => {
  const host = open(limited);
  host.answer('papers.list', { ok: true, value: papers });
  host.answer('ledger.list', { ok: true, value: { entries, next: null } });
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect.element(page.getByRole('group', { name: 'Germany' })).toBeVisible();
  await expect.element(page.getByRole('row', { name: 'Bought' }).first()).toBeVisible();
  await expect.element(page.getByText('none: no number is kept')).toBeVisible();
  await page.getByRole('textbox', { name: 'Limit per day' }).fill('much');
  await blur(page.getByRole('textbox', { name: 'Limit per day' }));
  await expect.element(page.getByText('An amount such as 5 or 12.50.')).toBeVisible();
  await expectAccessible();
});

test('a late SMS, with what to check', async ({ open }) => {
  const lease = exampleLease({ startedAt: iso(exampleNow - 31_000) });
  const tunnel = { kind: 'ngrok', state: 'degraded', url: null, problem } as const;
  const host = open(exampleState({ leases: [lease], polling: true, tunnel }));
  host.answer('leases.diagnose', { ok: true, value: exampleDiagnosis() });
  await expect.element(page.getByText('The tunnel is down.')).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect.element(page.getByRole('article').getByText('Nothing new at Twilio')).toBeVisible();
  await expectAccessible();
});

test('reception health, with the result of a test', async ({ open }) => {
  const refused = { ...exampleReception().refused, signature: 2, notStored: 1 };
  const host = open(exampleState({ reception: exampleReception({ refused }) }), 'settings');
  host.answer('reception.test', { ok: true, value: exampleSelfTest() });
  await page.getByRole('button', { name: 'Test the webhook' }).click();
  await expect.element(page.getByRole('list', { name: 'Result of the test' }).getByRole('listitem')).toHaveLength(3);
  await expectAccessible(page.getByRole('region', { name: 'Receiving SMS' }));
});

test('inbox', async ({ open }) => {
  open(full, 'inbox');
  await expect.element(page.getByRole('article')).toHaveLength(2);
  await expectAccessible();
});

test('inbox, with filters open and a message that came for no lease', async ({ open }) => {
  open({ ...full, messages: [exampleMessage({ leaseId: null }), ...full.messages.slice(1)] }, 'inbox');
  await page.getByRole('checkbox', { name: 'No lease only' }).click();
  await expect.element(page.getByRole('article')).toHaveLength(1);
  await page.getByRole('button', { name: 'No lease' }).hover();
  await expectAccessible();
  await page.getByRole('combobox', { name: 'Number' }).click();
  await expect.element(page.getByRole('option')).toHaveLength(1);
  await expectAccessible();
});

test('inbox, with nothing found', async ({ open }) => {
  open(full, 'inbox');
  await page.getByRole('searchbox').fill('nothing like it');
  await expect.element(page.getByText('No message matches')).toBeVisible();
  await expectAccessible();
});

test('inbox, with the reasons', async ({ open }) => {
  open(full, 'inbox');
  await page.getByRole('button', { name: 'Why?' }).first().click();
  await expect.element(page.getByRole('table')).toBeVisible();
  await expectAccessible();
});

test('a text that is tried, with rules', async ({ open }) => {
  open(full, 'settings');
  await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, 112233 in 2026');
  await expect.element(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: 'Delete Acme' }).click();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectAccessible();
});

test('teaching the code, both steps', async ({ open }) => {
  const host = open(full, 'settings');
  await page.getByRole('textbox', { name: 'Message text' }).fill('Example code 481920, made in 2026');
  await page.getByRole('button', { name: 'Teach the code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach the code' });
  await dialog.getByRole('button', { name: 'Mark 481920' }).click();
  await expect.poll(() => inside(dialog, 'mark')).toHaveLength(1);
  await expectAccessible(dialog);
  host.answer('settings.update', { ok: false, error: { ...problem, code: 'INVALID_INPUT' } });
  await dialog.getByRole('button', { name: 'Propose a rule' }).click();
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(dialog.getByText('ngrok refused the token.')).toBeVisible();
  await expectAccessible(dialog);
});

test('settings, with an error', async ({ open }) => {
  open(full, 'settings');
  await page.getByRole('textbox', { name: 'Public URL' }).fill('nowhere');
  await blur(page.getByRole('textbox', { name: 'Public URL' }));
  await expect.element(page.getByText('Give the address alone')).toBeVisible();
  await expectAccessible(page.getByRole('region', { name: 'Receiving SMS' }));
});
