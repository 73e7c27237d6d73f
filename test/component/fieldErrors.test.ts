import { page } from 'vitest/browser';
import { exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { blur, press } from './support/actions.ts';
import { expect, test } from './support/app.ts';

/** An error beside a field goes as soon as what it says is no longer true, before the field is left. */
const fields = [
  { at: 'settings/money', name: 'Limit per day', wrong: '12,5', error: 'An amount such as', right: '12.5' },
  { at: 'settings/money', name: 'Numbers at once', wrong: '5000', error: 'A whole number from 1', right: '50' },
  { at: 'settings/money', name: 'Longest duration', wrong: '5 s', error: 'Use 1 min to 30 days', right: '5 min' },
  { at: 'settings/defaults', name: 'Duration', wrong: '5 s', error: 'Use 10 s to 7 days', right: '5 min' },
  { at: 'settings/kept', name: 'Pool size', wrong: '900', error: 'A whole number from 0', right: '9' },
  {
    at: 'settings/reception',
    name: 'Public URL',
    wrong: 'example.com',
    error: 'Give the',
    right: 'https://example.com',
  },
  {
    at: 'settings/twilio',
    name: 'Account SID',
    wrong: 'AC1',
    error: 'An Account SID is',
    right: `AC${'1'.repeat(32)}`,
  },
] as const;

for (const { at, name, wrong, error, right } of fields) {
  test(`“${name}” on ${at}: typing a right value takes the error away`, async ({ open }) => {
    open(exampleState(), at);
    const field = page.getByRole('textbox', { name });
    await field.fill(wrong);
    await blur(field);
    await expect.element(page.getByText(error)).toBeVisible();
    await field.fill(`${wrong}${wrong}`);
    await field.fill(right);
    await expect.element(page.getByText(error)).not.toBeInTheDocument();
  });
}

test('an error goes with its field when another choice hides it', async ({ open }) => {
  open(exampleState(), 'settings/reception');
  const url = page.getByRole('textbox', { name: 'Public URL' });
  await url.fill('example.com');
  await blur(url);
  await expect.element(page.getByText('Give the address alone')).toBeVisible();
  await page.getByRole('radio', { name: 'ngrok', exact: true }).click();
  await expect.element(url).not.toBeInTheDocument();
  await page.getByRole('radio', { name: 'Your own URL' }).click();
  await expect.element(url).toHaveValue('');
  await expect.element(page.getByText('Give the address alone')).not.toBeInTheDocument();
});

test('what the host or Twilio refused is said until something else is typed', async ({ open }) => {
  const host = open(exampleState(), 'settings/money');
  host.answer('settings.update', refusal('The disk is full.'));
  const limit = page.getByRole('textbox', { name: 'Limit per day' });
  await limit.fill('12');
  await press('Enter', limit);
  await expect.element(page.getByText('The disk is full.')).toBeVisible();
  await limit.fill('13');
  await expect.element(page.getByText('The disk is full.')).not.toBeInTheDocument();
  window.location.hash = 'settings/twilio';
  host.answer('account.connect', refusal('Twilio refused.'));
  const token = page.getByLabelText('Auth Token');
  await token.fill('c'.repeat(32));
  await press('Enter', token);
  await expect.element(page.getByText('Twilio refused.')).toBeVisible();
  await token.fill('d'.repeat(32));
  await expect.element(page.getByText('Twilio refused.')).not.toBeInTheDocument();
});

test('in a new order a reason against one country is gone with another; so is a country that does not exist', async ({
  open,
}) => {
  const host = open(exampleState());
  host.answer('leases.start', refusal('India has none.', { code: 'NO_NUMBERS_AVAILABLE' }));
  await page.getByRole('button', { name: 'New number' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take number' }).click();
  await expect.element(dialog.getByText('India has none.')).toBeVisible();
  const country = dialog.getByRole('combobox', { name: 'Country' });
  await country.fill('xyzzy');
  await press('Tab', country);
  await expect.element(dialog.getByText('No country is called “xyzzy”.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use United States' }).click();
  await expect.element(dialog.getByText('No country is called “xyzzy”.')).not.toBeInTheDocument();
  await expect.element(dialog.getByText('India has none.')).not.toBeInTheDocument();
});

test('in the dialog of a rule a refusal goes with the next change', async ({ open }) => {
  const host = open(exampleState(), 'settings/codes');
  host.answer('settings.update', refusal('The disk is full.'));
  await page.getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByText('Give the rule a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Acme');
  await expect.element(dialog.getByText('Give the rule a name.')).not.toBeInTheDocument();
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('(?<code>\\d{6})');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByText('The disk is full.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Acme 2');
  await expect.element(dialog.getByText('The disk is full.')).not.toBeInTheDocument();
});
