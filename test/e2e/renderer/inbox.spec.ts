import { exampleLease, exampleMessage, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

test('markup in a message is shown as the text that it is', async ({ page, open }) => {
  const body = '<img src=x onerror="document.title=1"><b>code</b> 481920';
  await open(exampleState({ messages: [exampleMessage({ body })] }), 'inbox');
  const message = page.getByRole('article');
  await expect(message).toContainText('<b>code</b>');
  await expect(message.locator('img, b')).toHaveCount(0);
  await expect(message.locator('mark')).toHaveText('481920');
  await expect(page).toHaveTitle('OTP Dock');
});

test('the filter finds by label', async ({ page, open }) => {
  const other = exampleMessage({ sid: 'SM2', leaseId: null, body: 'Something else', code: null });
  const state = exampleState({ leases: [exampleLease({ label: 'checkout' })], messages: [exampleMessage(), other] });
  await open(state, 'inbox');
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Filter messages' }).fill('CHECK');
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('older messages are added below', async ({ page, open }) => {
  const host = await open(exampleState({ messages: [exampleMessage()] }), 'inbox');
  const older = exampleMessage({ sid: 'SM0', body: 'From last week' });
  await host.answer('messages.list', { ok: true, value: { messages: [exampleMessage(), older], next: null } });
  await page.getByRole('button', { name: 'Load older' }).click();
  await expect(page.getByRole('article').nth(1)).toContainText('From last week');
  await expect(page.getByText('There are no older messages.')).toBeVisible();
});

test('a message without a code says so, and its text can be copied', async ({ page, open }) => {
  const message = exampleMessage({ code: null, body: 'Welcome', reason: '', source: 'backfill' });
  await open(exampleState({ messages: [message] }), 'inbox');
  await expect(page.getByText('No code found in this message')).toBeVisible();
  await expect(page.getByText("Read from Twilio's list")).toBeVisible();
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Welcome');
});
