import type { Page } from 'playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { exampleLease, exampleOwned, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const webhook = 'https://shop.example.com/sms';
const foreign = exampleOwned({
  sid: `PN${'3'.repeat(32)}`,
  number: '+14155550153',
  state: 'foreign',
  origin: null,
  policy: null,
  label: null,
  webhook,
});
const toggle = (page: Page) => page.getByRole('button', { name: 'On your account' });
const list = (page: Page) => page.getByRole('list', { name: 'On your account' });

test('the account is asked for its numbers while they are shown, and not before', async ({ page, open }) => {
  const host = await open(exampleState());
  await host.own([exampleOwned()]);
  await expect(page.getByText('No number yet')).toBeVisible();
  expect(await host.inputs('numbers.owned')).toEqual([]);
  await toggle(page).click();
  await expect(list(page).getByText('(415) 555-0150')).toBeVisible();
  await expect(list(page).getByText('goes back Mar 31')).toBeVisible();
  await host.own([exampleOwned({ number: '+14155550177' })]);
  await expect(list(page).getByText('(415) 555-0177')).toBeVisible();
  await toggle(page).click();
  const asked = await host.inputs('numbers.owned');
  await host.own([]);
  await page.clock.runFor(1000);
  expect(await host.inputs('numbers.owned')).toHaveLength(asked.length);
  await toggle(page).click();
  await expect(page.getByText('Every number of the account is in use')).toBeVisible();
  expect(await host.inputs('numbers.owned')).toHaveLength(asked.length + 1);
});

test('a kept number says who had it last', async ({ page, open }) => {
  const host = await open(exampleState());
  await host.own([exampleOwned({ holder: 'web-ci' }), { ...foreign }]);
  await toggle(page).click();
  await expect(list(page).getByRole('listitem').first()).toContainText('last taken by web-ci');
  await expect(list(page).getByText('last taken by')).toHaveCount(1);
});

test('the list stays open over a reload', async ({ page, open }) => {
  await open(exampleState());
  await toggle(page).click();
  await page.reload();
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'true');
});

test('what is kept says what it costs, and until when it is there', async ({ page, open }) => {
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const state = exampleState({ leases: [exampleLease({ state: 'idle', policy: 'renewal' })] });
  const host = await open(state);
  const nextBill = { at: '2026-04-01T12:00:00Z', amount: usd('1.15'), numbers: 1 };
  const money = { ...state.spending, balance: null, limits: { day: null, month: null }, byTwilio: null };
  await host.answer('money.summary', { ok: true, value: { ...money, monthly: usd('2.30'), nextBill } });
  await host.own([exampleOwned(), exampleOwned({ sid: `PN${'4'.repeat(32)}`, leaseId: null })]);
  await toggle(page).click();
  await expect(page.getByText('2 numbers cost $2.30 a month; next bill Apr 1')).toBeVisible();
  await expect(page.getByRole('article').getByText('Kept for reuse until Mar 31')).toBeVisible();
});

test('giving back asks first, says what it means for the pool, and the focus is not lost', async ({ page, open }) => {
  const host = await open(exampleState({ settings: { ...defaultSettings, country: 'US', poolSize: 1 } }));
  await host.own([exampleOwned({ policy: 'keep', origin: 'pool' })]);
  await toggle(page).click();
  await page.getByRole('button', { name: 'Give back (415) 555-0150…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give back (415) 555-0150?' });
  await expect(dialog.getByText('gone for good')).toBeVisible();
  await expect(dialog.getByText('the pool gets smaller')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Give back (415) 555-0150…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Give back now' }).click();
  await expect(page.getByText('Every number of the account is in use')).toBeVisible();
  await expect(toggle(page)).toBeFocused();
  expect(await host.inputs('numbers.release')).toEqual([{ sid: exampleOwned().sid }]);
});

test("somebody's number is redirected only by who has read where its messages go", async ({ page, open }) => {
  const host = await open(exampleState());
  await host.own([foreign]);
  await toggle(page).click();
  await page.getByRole('button', { name: 'Take over (415) 555-0153…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take over' });
  await expect(dialog.getByText(webhook)).toBeVisible();
  await dialog.getByRole('button', { name: 'Take over and redirect its messages' }).click();
  await expect(list(page).getByText('Ready for the next lease')).toBeVisible();
  expect(await host.inputs('numbers.takeOver')).toEqual([{ sid: foreign.sid, replaceWebhook: true }]);
  await page.getByRole('button', { name: 'Let go of (415) 555-0153…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let go' }).click();
  await expect(list(page).getByText('Not from OTP Dock')).toBeVisible();
});

test('messages that go to an application are redirected only after the host has said so', async ({ page, open }) => {
  const host = await open(exampleState());
  const message = 'Messages go to the application AP1 now.';
  const conflict = { code: 'CONFLICT', message, hint: 'Confirm it.', retryable: false, twilio: null } as const;
  await host.own([{ ...foreign, webhook: null }]);
  await host.answer('numbers.takeOver', { ok: false, error: conflict });
  await toggle(page).click();
  await page.getByRole('button', { name: 'Take over (415) 555-0153…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take over' });
  await dialog.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(dialog.getByText(message)).toBeVisible();
  await host.answer('numbers.takeOver', { ok: true, value: null });
  await dialog.getByRole('button', { name: 'Take over and redirect its messages' }).click();
  await expect(dialog).toBeHidden();
  expect(await host.inputs('numbers.takeOver')).toEqual([
    { sid: foreign.sid },
    { sid: foreign.sid, replaceWebhook: true },
  ]);
});

test('a number from another OTP Dock is taken into the pool without a word about messages it does not get', async ({
  page,
  open,
}) => {
  const host = await open(exampleState());
  await host.own([{ ...foreign, state: 'stray', webhook: null }]);
  await toggle(page).click();
  await page.getByRole('button', { name: 'Take (415) 555-0153 into the pool…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
  await expect(list(page).getByText('Ready for the next lease')).toBeVisible();
  expect(await host.inputs('numbers.takeOver')).toEqual([{ sid: foreign.sid }]);
});

test('the policy of a waiting number is changed where it stands, and goes back when that is refused', async ({
  page,
  open,
}) => {
  const host = await open(exampleState());
  await host.own([exampleOwned()]);
  await toggle(page).click();
  const policy = page.getByRole('combobox', { name: 'When a lease of (415) 555-0150 ends' });
  await policy.selectOption('keep');
  await expect(policy).toHaveValue('keep');
  expect(await host.inputs('numbers.setPolicy')).toEqual([{ sid: exampleOwned().sid, policy: 'keep' }]);
  const error = {
    code: 'STORAGE_FAILED',
    message: 'The disk is full.',
    hint: '',
    retryable: true,
    twilio: null,
  } as const;
  await host.answer('numbers.setPolicy', { ok: false, error });
  await policy.selectOption('renewal');
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await expect(policy).toHaveValue('keep');
});

test('a waiting number is taken with its own country and policy', async ({ page, open }) => {
  const idle = [{ country: 'US', type: 'local', policy: 'renewal', count: 1 } as const];
  const host = await open(exampleState({ idle }));
  await host.own([exampleOwned()]);
  await toggle(page).click();
  await page.getByRole('button', { name: 'Take a lease such as (415) 555-0150' }).click();
  const dialog = page.getByRole('dialog', { name: 'New number' });
  await expect(dialog.getByRole('combobox', { name: 'Country' })).toHaveValue('United States');
  await expect(dialog.getByText('this lease costs nothing')).toBeVisible();
});

test('five hundred numbers are shown a page at a time, and found at once', async ({ page, open }) => {
  const host = await open(exampleState());
  const sid = (index: number) => `PN${String(index).padStart(32, '0')}`;
  await host.own(
    Array.from({ length: 500 }, (_, index) =>
      exampleOwned({ sid: sid(index), number: `+1415555${1000 + index}`, label: `test ${index}` }),
    ),
  );
  await toggle(page).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(20);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(70);
  await page.getByRole('searchbox', { name: 'Filter numbers' }).fill('test 499');
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
});

test('a list that cannot be read says why, and is asked for again', async ({ page, open }) => {
  const host = await open(exampleState());
  const error = { code: 'TWILIO_UNREACHABLE', message: 'Twilio did not answer.', hint: '', retryable: true } as const;
  await host.answer('numbers.owned', { ok: false, error: { ...error, twilio: null } });
  await toggle(page).click();
  await expect(page.getByText('Twilio did not answer.')).toBeVisible();
  await host.answer('numbers.owned', { ok: true, value: [exampleOwned()] });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(list(page).getByText('(415) 555-0150')).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => host.inputs('numbers.reconcile')).toHaveLength(1);
});
