import type { Page } from 'playwright/test';
import { defaultSettings, type Rule } from '../../../electron/contract/settings.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { exampleMessage, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const acme: Rule = { id: 'acme', name: 'Acme', sender: 'ACME', pattern: 'pin (?<code>\\d{4})' };
const any: Rule = { id: 'any', name: 'Any', sender: null, pattern: 'key (?<code>\\w+)' };
const last: Rule = { id: 'last', name: 'Last', sender: '+14155550199', pattern: '(?<code>\\d+)$' };
const refused = {
  code: 'INVALID_INPUT',
  message: 'The pattern has no group named code.',
  hint: 'Put (?<code>…) around the code.',
  retryable: false,
  twilio: null,
} as const;

function withRules(...rules: Rule[]): AppState {
  return exampleState({ settings: { ...defaultSettings, rules } });
}

function list(page: Page) {
  return page.getByRole('region', { name: 'Your rules' });
}

function names(page: Page) {
  return list(page).getByRole('listitem').locator('p:first-child');
}

async function selectByKeys(page: Page, at: number, length: number): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home');
  for (let done = 0; done < at; done += 1) await page.keyboard.press('ArrowRight');
  for (let done = 0; done < length; done += 1) await page.keyboard.press('Shift+ArrowRight');
}

test('the rules are shown in their order, with sender and pattern', async ({ page, open }) => {
  await open(withRules(acme, any), 'settings');
  await expect(names(page)).toHaveText(['Acme', 'Any']);
  await expect(list(page).getByText('From ACME')).toBeVisible();
  await expect(list(page).getByText('All senders')).toBeVisible();
  await expect(list(page).getByText('pin (?<code>\\d{4})')).toBeVisible();
});

test('a rule is added on top', async ({ page, open }) => {
  const host = await open(withRules(acme), 'settings');
  await list(page).getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a rule' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog.getByText('Give the rule a name.')).toBeVisible();
  await expect(dialog.getByText('Give a pattern.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bank');
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('code (?<code>\\d+)');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(names(page)).toHaveText(['Bank', 'Acme']);
  await expect(list(page).getByRole('button', { name: 'Add rule' })).toBeFocused();
  const bank = { id: expect.any(String), name: 'Bank', sender: null, pattern: 'code (?<code>\\d+)' };
  expect(await host.inputs('settings.update')).toEqual([{ rules: [bank, acme] }]);
});

test('a pattern that the host refuses shows why at its field, and what was typed stays', async ({ page, open }) => {
  const host = await open(withRules(acme), 'settings');
  await host.answer('settings.update', { ok: false, error: refused });
  await list(page).getByRole('button', { name: 'Edit Acme' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the rule' });
  const pattern = dialog.getByRole('textbox', { name: 'Pattern' });
  await pattern.fill('pin \\d+');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(pattern).toHaveAccessibleDescription(/The pattern has no group named code\. Put \(\?<code>…\) around/);
  await expect(pattern).toHaveAttribute('aria-invalid', 'true');
  await expect(pattern).toHaveValue('pin \\d+');
});

test('another failure to save is shown in the dialog', async ({ page, open }) => {
  const host = await open(withRules(acme), 'settings');
  const error = { ...refused, code: 'STORAGE_FAILED', message: 'The disk is full.', hint: 'Make room.' } as const;
  await host.answer('settings.update', { ok: false, error });
  await list(page).getByRole('button', { name: 'Edit Acme' }).click();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('The disk is full.');
});

test('a rule is edited at its place', async ({ page, open }) => {
  await open(withRules(acme, any), 'settings');
  await list(page).getByRole('button', { name: 'Edit Any' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Anybody');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Sender' }).fill('BANK');
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['Acme', 'Anybody']);
  await expect(list(page).getByText('From BANK')).toBeVisible();
});

test('rules are moved with the keyboard, and the focus stays', async ({ page, open }) => {
  await open(withRules(acme, any, last), 'settings');
  const down = list(page).getByRole('button', { name: 'Move Acme down' });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['Any', 'Acme', 'Last']);
  await expect(page.getByRole('status')).toHaveText('Acme is now rule 2 of 3');
  await expect(down).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['Any', 'Last', 'Acme']);
  await expect(down).toBeFocused();
  await expect(down).toHaveAttribute('aria-disabled', 'true');
});

test('a deleted rule comes back to its place with Undo', async ({ page, open }) => {
  await open(withRules(acme, any, last), 'settings');
  await list(page).getByRole('button', { name: 'Delete Any' }).click();
  await expect(names(page)).toHaveText(['Acme', 'Last']);
  await expect(list(page).getByRole('button', { name: 'Add rule' })).toBeFocused();
  await expect(page.getByText('The rule “Any” is deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names(page)).toHaveText(['Acme', 'Any', 'Last']);
  await expect(list(page).getByRole('button', { name: 'Delete Any' })).toBeFocused();
  await expect(page.getByText('The rule “Any” is deleted.')).toBeHidden();
});

test('a deletion that fails is told', async ({ page, open }) => {
  const host = await open(withRules(acme), 'settings');
  await host.answer('settings.update', { ok: false, error: { ...refused, message: 'It is locked.' } });
  await list(page).getByRole('button', { name: 'Delete Acme' }).click();
  await expect(page.getByText('It is locked.')).toBeVisible();
  await expect(names(page)).toHaveText(['Acme']);
});

test('a code is taught from a message with the keyboard', async ({ page, open }) => {
  const body = 'Your pass 4819-2 is ready';
  const message = exampleMessage({ body, code: null, candidates: [], reason: 'Nothing fits.' });
  const host = await open({ ...withRules(acme), messages: [message] }, 'inbox');
  await page.getByRole('button', { name: 'Teach the code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach the code' });
  await expect(dialog.getByRole('textbox', { name: 'Select the code here' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Propose a rule' })).toBeDisabled();
  await selectByKeys(page, 9, 7);
  await expect(dialog.getByRole('region', { name: 'Marked' }).locator('mark')).toHaveText('4819-2');
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await expect(dialog.getByRole('textbox', { name: 'Select the code here' })).toHaveValue(body);
  const proposed: Rule = { id: 'p', name: 'Example', sender: '+14155550199', pattern: 'pass (?<code>[\\d-]+)' };
  await host.answer('rules.propose', { ok: true, value: proposed });
  await dialog.getByRole('button', { name: 'Propose a rule' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Example');
  await expect(dialog.getByRole('textbox', { name: 'Pattern' })).toHaveValue('pass (?<code>[\\d-]+)');
  expect(await host.inputs('rules.propose')).toEqual([{ text: body, from: '+14155550199', start: 10, end: 16 }]);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Passes');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText('The rule “Passes” is saved. In this text 4819-2 is found. Your rule “Passes” found it.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Teach the code…' })).toBeFocused();
  expect(await host.inputs('settings.update')).toEqual([
    { rules: [{ ...proposed, id: expect.any(String), name: 'Passes' }, acme] },
  ]);
});

test('a rule that does not find the code is said so, and can be mended or deleted', async ({ page, open }) => {
  await open(withRules(acme), 'settings');
  await page.getByRole('textbox', { name: 'Message text' }).fill('Order 123456, pass 777777');
  await page.getByRole('button', { name: 'Teach the code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach the code' });
  await dialog.getByRole('button', { name: 'Mark 777777' }).click();
  await dialog.getByRole('button', { name: 'Propose a rule' }).click();
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('order (?<code>\\d+)');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog.getByText('In this text 123456 is found instead.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete the rule' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('pass (?<code>\\d+)');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(names(page)).toHaveText(['Code from anyone', 'Acme']);
  await expect(page.getByRole('region', { name: 'Try a text' }).getByTestId('code')).toHaveText('777777');
});

test('another part can be marked after a rule was proposed', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  await page.getByRole('textbox', { name: 'Message text' }).fill('Order 123456, pass 777777');
  await page.getByRole('button', { name: 'Teach the code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach the code' });
  await dialog.getByRole('button', { name: 'Mark 123456' }).click();
  await dialog.getByRole('button', { name: 'Propose a rule' }).click();
  await dialog.getByRole('button', { name: 'Mark something else' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Select the code here' })).toBeFocused();
  await expect(dialog.locator('mark')).toHaveText('123456');
});

test('one lesson makes one rule, also when something else is marked after it was saved', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  await page.getByRole('textbox', { name: 'Message text' }).fill('Order 123456, pass 777777');
  await page.getByRole('button', { name: 'Teach the code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach the code' });
  await dialog.getByRole('button', { name: 'Mark 777777' }).click();
  await dialog.getByRole('button', { name: 'Propose a rule' }).click();
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('order (?<code>\\d+)');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Mark something else' }).click();
  await dialog.getByRole('button', { name: 'Mark 123456' }).click();
  await dialog.getByRole('button', { name: 'Propose a rule' }).click();
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(names(page)).toHaveText(['Code from anyone']);
});

test('a mark from which no rule can be made says why', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  await host.answer('rules.propose', { ok: false, error: { ...refused, message: 'Nothing stands around it.' } });
  await page.getByRole('textbox', { name: 'Message text' }).fill('777777');
  await page.getByRole('button', { name: 'Teach the code…' }).click();
  await page.getByRole('button', { name: 'Mark 777777' }).click();
  await page.getByRole('button', { name: 'Propose a rule' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Nothing stands around it.');
});
