import { page } from 'vitest/browser';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { exampleLease, exampleOwned, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { inputs, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

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
const toggle = () => page.getByRole('button', { name: 'On your account' });
const list = () => page.getByRole('list', { name: 'On your account' });

test('the account is asked for its numbers while they are shown, and not before', async ({ clock, open }) => {
  const host = open(exampleState());
  host.own([exampleOwned()]);
  await expect.element(page.getByText('No numbers yet')).toBeVisible();
  expect(inputs(host, 'numbers.owned')).toEqual([]);
  await toggle().click();
  await expect.element(list().getByText('(415) 555-0150')).toBeVisible();
  await expect.element(list().getByText('goes back Mar 31')).toBeVisible();
  host.own([exampleOwned({ number: '+14155550177' })]);
  await clock.advance(1000);
  await expect.element(list().getByText('(415) 555-0177')).toBeVisible();
  await toggle().click();
  const asked = inputs(host, 'numbers.owned');
  host.own([]);
  await clock.advance(1000);
  expect(inputs(host, 'numbers.owned')).toHaveLength(asked.length);
  await toggle().click();
  await expect.element(page.getByText('No other numbers.')).toBeVisible();
  expect(inputs(host, 'numbers.owned')).toHaveLength(asked.length + 1);
});

test('a kept number says who had it last', async ({ open }) => {
  const host = open(exampleState());
  host.own([exampleOwned({ holder: 'web-ci' }), foreign]);
  await toggle().click();
  await expect.element(list().getByRole('listitem').first()).toMatchTextContent('last used by web-ci');
  await expect.element(list().getByText('last used by')).toHaveLength(1);
});

test('the list stays open over a reload', async ({ open }) => {
  open(exampleState());
  await toggle().click();
  open(exampleState());
  await expect.element(toggle()).toHaveAttribute('aria-expanded', 'true');
});

test('what is kept says what it costs, and until when it is there', async ({ open }) => {
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const state = exampleState({ leases: [exampleLease({ state: 'idle', policy: 'renewal' })] });
  const host = open(state);
  const nextBill = { at: '2026-04-01T12:00:00Z', amount: usd('1.15'), numbers: 1 };
  const money = { ...state.spending, balance: null, limits: { day: null, month: null }, byTwilio: null };
  host.answer('money.summary', { ok: true, value: { ...money, monthly: usd('2.30'), nextBill } });
  host.own([exampleOwned(), exampleOwned({ sid: `PN${'4'.repeat(32)}`, leaseId: null })]);
  await toggle().click();
  await expect.element(page.getByText('2 numbers cost $2.30 a month; next bill Apr 1')).toBeVisible();
  await expect.element(page.getByRole('article').getByText('Kept until Mar 31')).toBeVisible();
});

test('giving back asks first, says what it means for the pool, and the focus is not lost', async ({ open }) => {
  const host = open(exampleState({ settings: { ...defaultSettings, country: 'US', poolSize: 1 } }));
  host.own([exampleOwned({ policy: 'keep', origin: 'pool' })]);
  await toggle().click();
  await page.getByRole('button', { name: 'Give back… (415) 555-0150' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give back (415) 555-0150?' });
  await expect.element(dialog.getByText('gone for good')).toBeVisible();
  await expect.element(dialog.getByText('the pool gets smaller')).toBeVisible();
  await press('Escape');
  await expect.element(page.getByRole('button', { name: 'Give back… (415) 555-0150' })).toHaveFocus();
  await press('Enter');
  await dialog.getByRole('button', { name: 'Give back' }).click();
  await expect.element(page.getByText('No other numbers.')).toBeVisible();
  await expect.element(toggle()).toHaveFocus();
  expect(inputs(host, 'numbers.release')).toEqual([{ sid: exampleOwned().sid }]);
});

test("somebody's number is redirected only by who has read where its messages go", async ({ open }) => {
  const host = open(exampleState());
  host.own([foreign]);
  await toggle().click();
  await page.getByRole('button', { name: 'Take over… (415) 555-0153' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take over' });
  await expect.element(dialog.getByText(webhook)).toBeVisible();
  await dialog.getByRole('button', { name: 'Take over and redirect its messages' }).click();
  await expect.element(list().getByText('Ready')).toBeVisible();
  expect(inputs(host, 'numbers.takeOver')).toEqual([{ sid: foreign.sid, replaceWebhook: true }]);
  await page.getByRole('button', { name: 'Stop managing… (415) 555-0153' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop managing' }).click();
  await expect.element(list().getByText('Not from OTP Dock')).toBeVisible();
});

test('messages that go to an application are redirected only after the host has said so', async ({ open }) => {
  const host = open(exampleState());
  const message = 'Messages go to the application AP1 now.';
  host.own([{ ...foreign, webhook: null }]);
  host.answer('numbers.takeOver', refusal(message, { code: 'CONFLICT' }));
  await toggle().click();
  await page.getByRole('button', { name: 'Take over… (415) 555-0153' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take over' });
  await dialog.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect.element(dialog.getByText(message)).toBeVisible();
  host.answer('numbers.takeOver', { ok: true, value: null });
  await dialog.getByRole('button', { name: 'Take over and redirect its messages' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(inputs(host, 'numbers.takeOver')).toEqual([{ sid: foreign.sid }, { sid: foreign.sid, replaceWebhook: true }]);
});

test('a number from another OTP Dock is taken into the pool without a word about messages it does not get', async ({
  open,
}) => {
  const host = open(exampleState());
  host.own([{ ...foreign, state: 'stray', webhook: null }]);
  await toggle().click();
  await page.getByRole('button', { name: 'Take over… (415) 555-0153' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
  await expect.element(list().getByText('Ready')).toBeVisible();
  expect(inputs(host, 'numbers.takeOver')).toEqual([{ sid: foreign.sid }]);
});

test('the policy of a waiting number is changed where it stands, and goes back when that is refused', async ({
  open,
}) => {
  const host = open(exampleState());
  host.own([exampleOwned()]);
  await toggle().click();
  const policy = page.getByRole('combobox', { name: 'When the time of (415) 555-0150 is up' });
  await policy.selectOptions('keep');
  await expect.element(policy).toHaveValue('keep');
  expect(inputs(host, 'numbers.setPolicy')).toEqual([{ sid: exampleOwned().sid, policy: 'keep' }]);
  host.answer('numbers.setPolicy', refusal('The disk is full.'));
  await policy.selectOptions('renewal');
  await expect.element(page.getByText('The disk is full.')).toBeVisible();
  await expect.element(policy).toHaveValue('keep');
});

test('a waiting number is taken with its own country and policy', async ({ open }) => {
  const idle = [{ country: 'US', type: 'local', policy: 'renewal', count: 1 } as const];
  const host = open(exampleState({ idle }));
  host.own([exampleOwned()]);
  await toggle().click();
  await page.getByRole('button', { name: 'Take a number such as (415) 555-0150' }).click();
  const dialog = page.getByRole('dialog', { name: 'New number' });
  await expect.element(dialog.getByRole('combobox', { name: 'Country' })).toHaveValue('United States');
  await expect.element(dialog.getByText('You have a kept number ready.')).toBeVisible();
});

test('five hundred numbers are shown a page at a time, and found at once', async ({ open }) => {
  const host = open(exampleState());
  const sid = (index: number) => `PN${String(index).padStart(32, '0')}`;
  host.own(
    Array.from({ length: 500 }, (_, index) =>
      exampleOwned({ sid: sid(index), number: `+1415555${1000 + index}`, label: `test ${index}` }),
    ),
  );
  await toggle().click();
  await expect.element(list().getByRole('listitem')).toHaveLength(20);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.element(list().getByRole('listitem')).toHaveLength(70);
  await page.getByRole('searchbox', { name: 'Filter numbers' }).fill('test 499');
  await expect.element(list().getByRole('listitem')).toHaveLength(1);
});

test('a list that cannot be read says why, and is asked for again', async ({ open }) => {
  const host = open(exampleState());
  host.answer('numbers.owned', refusal('Twilio did not answer.'));
  await toggle().click();
  await expect.element(page.getByText('Twilio did not answer.')).toBeVisible();
  host.answer('numbers.owned', { ok: true, value: [exampleOwned()] });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(list().getByText('(415) 555-0150')).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => inputs(host, 'numbers.reconcile')).toHaveLength(1);
});
