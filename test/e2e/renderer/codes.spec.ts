import type { Page } from 'playwright/test';
import type { Extraction } from '../../../electron/contract/state.ts';
import { exampleCandidate, exampleMessage, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const year = exampleCandidate({ code: '2026', confidence: 0.1, reason: 'It is a year.', start: 36, end: 40 });
const several = exampleMessage({
  body: 'Use 7781 on the web or 481920 in app. 2026',
  reason: 'It follows “or”.',
  candidates: [
    exampleCandidate({ start: 23, end: 29 }),
    exampleCandidate({ code: '7781', confidence: 0.6, reason: 'It follows “use”.', start: 4, end: 8 }),
    { ...year, start: 38, end: 42 },
  ],
});

function trial(page: Page) {
  return page.getByRole('region', { name: 'Try a text' });
}

test('the code is marked where it stands, another likely one lightly', async ({ page, open }) => {
  await open(exampleState({ messages: [several] }), 'inbox');
  await expect(page.locator('mark.message-code')).toHaveText(['481920']);
  await expect(page.locator('mark.message-other')).toHaveText(['7781']);
});

test('a message with several likely codes has a copy button for each, the best one large', async ({ page, open }) => {
  await open(exampleState({ messages: [several] }), 'inbox');
  const others = page.getByRole('list', { name: 'Other codes in this message' }).getByRole('button');
  await expect(others).toHaveText(['7781']);
  await expect(page.locator('.inbox-hero')).toHaveText('481920');
  await page.getByRole('button', { name: 'Copy code', exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('481920');
  await page.getByRole('button', { name: 'Copy code 7781' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(2);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('7781');
});

test('a message without a code says why', async ({ page, open }) => {
  const reason = '2026 is not taken for a code: it is a year.';
  const message = exampleMessage({ code: null, body: 'See you in January 2026', reason, candidates: [year] });
  await open(exampleState({ messages: [message] }), 'inbox');
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy code' })).toHaveCount(0);
});

test('"Why?" shows each candidate with how sure it is and its reason', async ({ page, open }) => {
  await open(exampleState({ messages: [several] }), 'inbox');
  const why = page.getByRole('button', { name: 'Why?' });
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('It follows “or”.')).toBeVisible();
  const rows = page.getByRole('table', { name: 'What may be a code here' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('481920certain');
  await expect(rows.nth(2)).toContainText('7781likelyIt follows “use”.');
  await expect(rows.nth(3)).toContainText('2026unlikelyIt is a year.');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(0);
});

test('a text is tried as one types', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  await expect(trial(page)).toContainText('Paste a message here');
  await trial(page).getByRole('textbox', { name: 'Sender' }).fill('Example');
  await trial(page)
    .getByRole('textbox', { name: 'Message text' })
    .fill('Example: 481920, made in 2026\n@example.com #481920');
  await expect(trial(page).getByTestId('code')).toHaveText('481920');
  await expect(page.getByRole('status')).toHaveText('Code 481920');
  await expect(trial(page).getByRole('definition')).toHaveText(['Example', 'example.com']);
  await expect(trial(page).locator('mark').first()).toHaveText('481920');
  await expect(trial(page).getByRole('row').last()).toContainText('2026unlikelyIt may be a year.');
  expect((await host.inputs('texts.try')).at(-1)).toEqual({
    text: 'Example: 481920, made in 2026\n@example.com #481920',
    from: 'Example',
  });
  await trial(page).getByRole('button', { name: 'Copy code' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('481920');
});

test('a text without a code says why', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  await trial(page).getByRole('textbox', { name: 'Message text' }).fill('Hello');
  await expect(trial(page).getByText('Nothing in the message has the shape of a code.')).toBeVisible();
  await expect(trial(page).getByText('Nothing in this text comes close to a code.')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('No code. Nothing in the message has the shape of a code.');
});

test('an answer to a text that has changed since is dropped', async ({ page, open }) => {
  await open(exampleState(), 'settings');
  const answerLate = () => {
    const { fakeBridge } = window;
    const request = fakeBridge.request.bind(fakeBridge);
    let release = () => {};
    const later = new Promise<void>((resolve) => (release = resolve));
    Object.assign(window, { release });
    fakeBridge.request = async (name, input) => {
      const result = await request(name, input);
      if (name === 'texts.try' && (input as { text: string }).text.includes('111111')) await later;
      return result;
    };
  };
  await page.evaluate(answerLate);
  const field = trial(page).getByRole('textbox', { name: 'Message text' });
  const asked = (text: string) => page.evaluate((text) => JSON.stringify(window.fakeBridge.calls).includes(text), text);
  await field.fill('Code 111111');
  await expect.poll(() => asked('111111')).toBe(true);
  await field.fill('Code 222222');
  await expect(trial(page).getByTestId('code')).toHaveText('222222');
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await field.fill('Code 333333');
  await expect(trial(page).getByTestId('code')).toHaveText('333333');
  await expect(trial(page).getByText('111111')).toHaveCount(0);
});

test('a text that cannot be tried says so', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const error = { code: 'INTERNAL', message: 'It went wrong.', hint: 'Try again.', retryable: true, twilio: null };
  await host.answer('texts.try', { ok: false, error: { ...error, code: 'INTERNAL' } });
  await trial(page).getByRole('textbox', { name: 'Message text' }).fill('Hello');
  await expect(trial(page).getByText('It went wrong.')).toBeVisible();
});

test('markup in a text that is tried is shown as the text that it is', async ({ page, open }) => {
  const host = await open(exampleState(), 'settings');
  const text = '<img src=x onerror="document.title=1"><b>1</b>';
  const found: Extraction = {
    code: '1',
    confidence: 1,
    candidates: [exampleCandidate({ code: '1', start: 41, end: 42, reason: '<b>bold</b>' })],
    service: '<i>Example</i>',
    domain: null,
    reason: '<b>why</b>',
  };
  await host.answer('texts.try', { ok: true, value: found });
  await trial(page).getByRole('textbox', { name: 'Message text' }).fill(text);
  await expect(trial(page).getByText('<b>why</b>')).toBeVisible();
  await expect(trial(page).locator('img, b, i')).toHaveCount(0);
  await expect(page).toHaveTitle('OTP Dock');
});

test('a message is tried from the inbox, and is filled in only once', async ({ page, open }) => {
  await open(exampleState({ messages: [exampleMessage()] }), 'inbox');
  await page.getByRole('button', { name: 'Why?' }).click();
  await page.getByRole('button', { name: 'Try this text…' }).click();
  const field = trial(page).getByRole('textbox', { name: 'Message text' });
  await expect(field).toHaveValue(exampleMessage().body);
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await expect(trial(page).getByRole('textbox', { name: 'Sender' })).toHaveValue('+14155550199');
  await expect(trial(page).getByTestId('code')).toHaveText('481920');
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(field).toHaveValue('');
});
