import { page } from 'vitest/browser';
import { exampleLease, exampleMessage, exampleOwned, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { inputs, press, type } from './support/actions.ts';
import { expect, test } from './support/app.ts';

const messages = page.getByRole('article');
const capture = { baseUrl: 'http://127.0.0.1:4010', accountSid: `AC${'c'.repeat(32)}`, faults: [] };
const [phone, other] = ['+14155550188', '+14155550177'];
const captured = [
  exampleMessage({ sid: 'SM3', source: 'capture', leaseId: null, to: phone, from: 'Lumora' }),
  exampleMessage({ sid: 'SM2', source: 'capture', leaseId: null, to: other, from: 'Lumora' }),
  exampleMessage({ sid: 'SM1', source: 'capture', leaseId: null, to: phone, from: 'Acme', code: null, candidates: [] }),
];
const sent = exampleState({ capture, messages: captured });
const title = page.getByText('Messages to (415) 555-0188');
const all = page.getByRole('button', { name: 'Show all messages' });
const clear = page.getByRole('button', { name: 'Clear all' });
const dialog = page.getByRole('dialog');

test('a message leads to all messages of its number, and there is a way back', async ({ open }) => {
  const host = open(sent, 'inbox');
  await messages.first().getByRole('link', { name: '+1 415 555 0188' }).click();
  await expect.element(messages).toHaveLength(2);
  await expect.element(title).toBeVisible();
  host.receive(exampleMessage({ sid: 'SM4', source: 'capture', leaseId: null, to: phone }));
  await expect.element(messages).toHaveLength(3);
  await expectAccessible();
  await all.click();
  await expect.element(messages).toHaveLength(4);
  await expect.element(title).not.toBeInTheDocument();
  await messages.first().getByRole('link', { name: '+1 415 555 0188' }).click();
  await expect.element(title).toBeVisible();
  window.history.back();
  await expect.element(messages).toHaveLength(4);
});

test('the number is the filter’s, too; other filters stay when it is chosen there', async ({ open }) => {
  open(sent, 'inbox');
  await page.getByRole('combobox', { name: 'Code' }).click();
  await page.getByRole('option', { name: 'With code', exact: true }).click();
  await expect.element(clear).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: 'Number' }).click();
  await page.getByRole('option', { name: '(415) 555-0188' }).click();
  await expect.element(messages).toHaveLength(1);
  await expect.element(title).toBeVisible();
  expect(window.location.hash).toBe(`#inbox/${phone}`);
  await all.click();
  await expect.element(messages).toHaveLength(3);
});

test('a number’s messages are found from its card, from the account’s list, and when it is over', async ({ open }) => {
  const ended = exampleLease({ id: 'lease-2', number: other, state: 'released', endReason: 'timeUp' });
  const host = open(exampleState({ leases: [exampleLease({ label: 'checkout' }), ended], messages: captured }));
  host.own([exampleOwned({ number: phone })]);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Show messages' }).click();
  await expect.element(page.getByText('SMS to this number show up here.')).toBeVisible();
  await expectAccessible();
  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await page.getByRole('link', { name: '(415) 555-0177' }).click();
  await expect.element(messages).toHaveLength(1);
  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await page.getByRole('button', { name: 'On your account' }).click();
  await page.getByRole('link', { name: '(415) 555-0188' }).click();
  await expect.element(messages).toHaveLength(2);
});

test('any number that is typed into the palette leads to its messages', async ({ open }) => {
  open(sent);
  await expect.element(page.getByRole('main')).toBeVisible();
  await press('ControlOrMeta+k');
  await expect.element(dialog.getByRole('textbox')).toHaveFocus();
  await type('+1 (415) 555-0188');
  await expect.element(dialog.getByRole('button', { name: `Messages to ${phone}` })).toBeVisible();
  await press('Enter');
  await expect.element(title).toBeVisible();
  await expect.element(messages).toHaveLength(2);
});

test('all messages are cleared when asked again, with how many there are by then', async ({ open }) => {
  const host = open(sent, 'inbox');
  await clear.click();
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expect.element(dialog.getByRole('button', { name: 'Delete 3 messages' })).toBeVisible();
  await expect.element(dialog).not.toMatchTextContent('Twilio');
  await expectAccessible(dialog);
  host.receive(exampleMessage({ sid: 'SM4' }));
  await expect.element(dialog.getByRole('button', { name: 'Delete 4 messages' })).toBeVisible();
  await press('Escape');
  await expect.element(messages).toHaveLength(4);
  expect(inputs(host, 'messages.deleteAll')).toEqual([]);
  await clear.click();
  await dialog.getByRole('button', { name: 'Delete 4 messages' }).click();
  await expect.element(page.getByText('4 messages deleted.')).toBeVisible();
  await expect.element(page.getByText('No messages yet')).toBeVisible();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(inputs(host, 'messages.deleteAll')).toEqual([{}]);
});

test('a number’s messages are cleared alone; a failure is told, and nothing is gone', async ({ open }) => {
  const host = open({ ...sent, capture: null }, `inbox/${phone}`);
  host.answer('messages.deleteAll', refusal('The disk is gone.'));
  await clear.click();
  await expect.element(dialog).toMatchTextContent('Delete all messages to (415) 555-0188?');
  await expect.element(dialog).toMatchTextContent('Twilio keeps its own list.');
  await dialog.getByRole('button', { name: 'Delete 2 messages' }).click();
  await expect.element(page.getByText('The disk is gone.')).toBeVisible();
  expect(inputs(host, 'messages.deleteAll')).toEqual([{ number: phone }]);
  await press('Escape');
  await expect.element(messages).toHaveLength(2);
});
