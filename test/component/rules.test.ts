import { page } from 'vitest/browser';
import { defaultSettings, type Rule } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { exampleMessage, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { focus, inputs, inside, press, type } from './support/actions.ts';
import { expect, test } from './support/app.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

const acme: Rule = { id: 'acme', name: 'Acme', sender: 'ACME', pattern: 'pin (?<code>\\d{4})' };
const any: Rule = { id: 'any', name: 'Any', sender: null, pattern: 'key (?<code>\\w+)' };
const last: Rule = { id: 'last', name: 'Last', sender: '+14155550199', pattern: '(?<code>\\d+)$' };

function withRules(...rules: Rule[]): AppState {
  return exampleState({ settings: { ...defaultSettings, rules } });
}

const list = page.getByRole('region', { name: 'Your rules' });
/** In which a code is taught. */
const lesson = page.getByRole('dialog', { name: 'Mark the code' });

async function expectRules(...names: string[]): Promise<void> {
  await expect.poll(() => inside(list, 'li p:first-child').map(({ textContent }) => textContent)).toEqual(names);
}

async function teach(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message text' }).fill(text);
  await page.getByRole('button', { name: 'Mark the code' }).click();
}

/** Has a rule proposed for the code that is marked. */
async function propose(code: string): Promise<void> {
  await lesson.getByRole('button', { name: `Select ${code}` }).click();
  await lesson.getByRole('button', { name: 'Continue' }).click();
}

async function selectByKeys(at: number, length: number): Promise<void> {
  await press('ControlOrMeta+Home');
  for (let done = 0; done < at; done += 1) await press('ArrowRight');
  for (let done = 0; done < length; done += 1) await press('Shift+ArrowRight');
}

test('the rules are shown in their order, with sender and pattern', async ({ open }) => {
  open(withRules(acme, any), 'settings/codes');
  await expectRules('Acme', 'Any');
  await expect.element(list.getByText('From ACME')).toBeVisible();
  await expect.element(list.getByText('All senders')).toBeVisible();
  await expect.element(list.getByText('pin (?<code>\\d{4})')).toBeVisible();
});

test('a rule is added on top', async ({ open }) => {
  const host = open(withRules(acme), 'settings/codes');
  await list.getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await expect.element(dialog.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(dialog.getByText('Give the rule a name.')).toBeVisible();
  await expect.element(dialog.getByText('Give a pattern.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bank');
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('code (?<code>\\d+)');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expectRules('Bank', 'Acme');
  await expect.element(list.getByRole('button', { name: 'Add rule' })).toHaveFocus();
  const bank = { id: expect.any(String), name: 'Bank', sender: null, pattern: 'code (?<code>\\d+)' };
  expect(inputs(host, 'settings.update')).toEqual([{ rules: [bank, acme] }]);
});

test('a pattern that the host refuses shows why at its field, and what was typed stays', async ({ open }) => {
  const host = open(withRules(acme), 'settings/codes');
  const hint = 'Put (?<code>…) around the code.';
  host.answer('settings.update', refusal('The pattern has no group named code.', { code: 'INVALID_INPUT', hint }));
  await list.getByRole('button', { name: 'Edit Acme' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit rule' });
  const pattern = dialog.getByRole('textbox', { name: 'Pattern' });
  await pattern.fill('pin \\d+');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect
    .element(pattern)
    .toHaveAccessibleDescription(/The pattern has no group named code\. Put \(\?<code>…\) around/);
  await expect.element(pattern).toHaveAttribute('aria-invalid', 'true');
  await expect.element(pattern).toHaveValue('pin \\d+');
});

test('another failure to save is shown in the dialog', async ({ open }) => {
  const host = open(withRules(acme), 'settings/codes');
  host.answer('settings.update', refusal('The disk is full.'));
  await list.getByRole('button', { name: 'Edit Acme' }).click();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(page.getByRole('dialog').getByRole('alert')).toMatchTextContent('The disk is full.');
});

test('a rule is edited at its place', async ({ open }) => {
  open(withRules(acme, any), 'settings/codes');
  await list.getByRole('button', { name: 'Edit Any' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Anybody');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Sender' }).fill('BANK');
  await press('Enter');
  await expectRules('Acme', 'Anybody');
  await expect.element(list.getByText('From BANK')).toBeVisible();
});

test('rules are moved with the keyboard, and the focus stays', async ({ open }) => {
  open(withRules(acme, any, last), 'settings/codes');
  const down = list.getByRole('button', { name: 'Move Acme down' });
  await focus(down);
  await press('Enter');
  await expectRules('Any', 'Acme', 'Last');
  await expect.element(page.getByRole('status')).toHaveTextContent('Acme is now rule 2 of 3');
  await expect.element(down).toHaveFocus();
  await press('Enter');
  await expectRules('Any', 'Last', 'Acme');
  await expect.element(down).toHaveFocus();
  await expect.element(down).toHaveAttribute('aria-disabled', 'true');
});

test('a deleted rule comes back to its place with Undo', async ({ open }) => {
  open(withRules(acme, any, last), 'settings/codes');
  await list.getByRole('button', { name: 'Delete Any' }).click();
  await expectRules('Acme', 'Last');
  await expect.element(list.getByRole('button', { name: 'Add rule' })).toHaveFocus();
  await expect.element(page.getByText('Rule “Any” deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectRules('Acme', 'Any', 'Last');
  await expect.element(list.getByRole('button', { name: 'Delete Any' })).toHaveFocus();
  await expect.element(page.getByText('Rule “Any” deleted.')).not.toBeInTheDocument();
});

test('a deletion that fails is told', async ({ open }) => {
  const host = open(withRules(acme), 'settings/codes');
  host.answer('settings.update', refusal('It is locked.'));
  await list.getByRole('button', { name: 'Delete Acme' }).click();
  await expect.element(page.getByText('It is locked.')).toBeVisible();
  await expectRules('Acme');
});

test('a code is taught from a message with the keyboard', async ({ open }) => {
  const body = 'Your pass 4819-2 is ready';
  const message = exampleMessage({ body, code: null, candidates: [], reason: verbatim('Nothing fits.') });
  const host = open({ ...withRules(acme), messages: [message] }, 'inbox');
  await page.getByRole('button', { name: 'Mark the code' }).click();
  await expect.element(lesson.getByRole('textbox', { name: 'Select the code here' })).toHaveFocus();
  await expect.element(lesson.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await selectByKeys(9, 7);
  await expect.element(lesson.getByRole('region', { name: 'Selected' }).getByRole('mark')).toHaveTextContent('4819-2');
  await type('x');
  await press('Backspace');
  await expect.element(lesson.getByRole('textbox', { name: 'Select the code here' })).toHaveValue(body);
  const proposed = { id: 'p', name: verbatim('Example'), sender: '+14155550199', pattern: 'pass (?<code>[\\d-]+)' };
  host.answer('rules.propose', { ok: true, value: proposed });
  await lesson.getByRole('button', { name: 'Continue' }).click();
  await expect.element(lesson.getByRole('textbox', { name: 'Name' })).toHaveValue('Example');
  await expect.element(lesson.getByRole('textbox', { name: 'Pattern' })).toHaveValue('pass (?<code>[\\d-]+)');
  expect(inputs(host, 'rules.propose')).toEqual([{ text: body, from: '+14155550199', start: 10, end: 16 }]);
  await lesson.getByRole('textbox', { name: 'Name' }).fill('Passes');
  await lesson.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(lesson).not.toBeInTheDocument();
  await expect
    .element(page.getByText('Rule “Passes” saved. It finds 4819-2 here. Found by your rule "Passes".'))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Mark the code' })).toHaveFocus();
  expect(inputs(host, 'settings.update')).toEqual([
    { rules: [{ ...proposed, id: expect.any(String), name: 'Passes' }, acme] },
  ]);
});

test('a rule that does not find the code is said so, and can be mended or deleted', async ({ open }) => {
  open(withRules(acme), 'settings/codes');
  await teach('Order 123456, pass 777777');
  await propose('777777');
  await lesson.getByRole('textbox', { name: 'Pattern' }).fill('order (?<code>\\d+)');
  await lesson.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(lesson.getByText('123456 is found instead.')).toBeVisible();
  await expect.element(lesson.getByRole('button', { name: 'Delete rule' })).toBeVisible();
  await expectAccessible(lesson);
  await lesson.getByRole('textbox', { name: 'Pattern' }).fill('pass (?<code>\\d+)');
  await lesson.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(lesson).not.toBeInTheDocument();
  await expectRules('Code from anyone', 'Acme');
  await expect
    .element(page.getByRole('region', { name: 'Try a text' }).getByTestId('code'))
    .toHaveTextContent('777777');
});

test('one lesson makes one rule, also when something else is marked after it was saved', async ({ open }) => {
  open(exampleState(), 'settings/codes');
  await teach('Order 123456, pass 777777');
  await propose('777777');
  await lesson.getByRole('textbox', { name: 'Pattern' }).fill('order (?<code>\\d+)');
  await lesson.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(lesson.getByRole('alert')).toBeVisible();
  await lesson.getByRole('button', { name: 'Back' }).click();
  await expect.element(lesson.getByRole('textbox', { name: 'Select the code here' })).toHaveFocus();
  await expect.element(lesson.getByRole('mark')).toHaveTextContent('777777');
  await propose('123456');
  await lesson.getByRole('button', { name: 'Save rule' }).click();
  await expect.element(lesson).not.toBeInTheDocument();
  await expectRules('Code from anyone');
});

test('a mark from which no rule can be made says why', async ({ open }) => {
  const host = open(exampleState(), 'settings/codes');
  host.answer('rules.propose', refusal('Nothing stands around it.', { code: 'INVALID_INPUT' }));
  await teach('777777');
  await propose('777777');
  await expect.element(lesson.getByRole('alert')).toMatchTextContent('Nothing stands around it.');
  await expectAccessible(lesson);
});
