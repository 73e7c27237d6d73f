import { page } from 'vitest/browser';
import type { Result } from '../../electron/contract/errors.ts';
import type { Extraction } from '../../electron/contract/state.ts';
import { exampleCandidate, exampleMessage, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { inputs, inside, press, texts } from './support/actions.ts';
import { expect, test } from './support/app.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

const trial = page.getByRole('region', { name: 'Try a text' });
const tried = trial.getByRole('textbox', { name: 'Message text' });

const year = { code: '2026', confidence: 0.1, reason: verbatim('It is a year.') };
const several = exampleMessage({
  body: 'Use 7781 on the web or 481920 in app. 2026',
  reason: verbatim('It follows “or”.'),
  candidates: [
    exampleCandidate({ start: 23, end: 29 }),
    exampleCandidate({ code: '7781', confidence: 0.6, reason: verbatim('It follows “use”.'), start: 4, end: 8 }),
    exampleCandidate({ ...year, start: 38, end: 42 }),
  ],
});

function found(patch: Partial<Extraction>): Extraction {
  return {
    code: null,
    confidence: 1,
    candidates: [],
    service: null,
    domain: null,
    links: [],
    reason: verbatim('It looks so.'),
    ...patch,
  };
}

test('of several likely codes the best is marked and large, each can be copied, and “Details” shows how sure it is', async ({
  open,
}) => {
  open(exampleState({ messages: [several] }), 'inbox');
  const marks = page.getByRole('mark');
  await expect.poll(() => texts(marks)).toEqual(['7781', '481920']);
  await expect.element(marks.nth(0)).toHaveClass('message-other', { exact: true });
  await expect.element(marks.nth(1)).toHaveClass('message-code', { exact: true });
  const others = page.getByRole('list', { name: 'Other codes in this message' }).getByRole('button');
  expect(texts(others)).toEqual(['7781']);
  expect(inside(page.getByRole('article'), '.inbox-hero').map(({ textContent }) => textContent)).toEqual(['481920']);
  await page.getByRole('button', { name: 'Copy code', exact: true }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe('481920');
  await page.getByRole('button', { name: 'Copy code 7781' }).click();
  await expect.element(page.getByRole('button', { name: 'Copied' })).toHaveLength(2);
  await expect.poll(() => navigator.clipboard.readText()).toBe('7781');
  const why = page.getByRole('button', { name: 'Details' });
  await expect.element(why).toHaveAttribute('aria-expanded', 'false');
  await press('Enter', why);
  await expect.element(why).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByText('It follows “or”.')).toBeVisible();
  const rows = page.getByRole('table', { name: 'Possible codes' }).getByRole('row');
  await expect.element(rows.nth(1)).toMatchTextContent('481920certain');
  await expect.element(rows.nth(2)).toMatchTextContent('7781likelyIt follows “use”.');
  await expect.element(rows.nth(3)).toMatchTextContent('2026unlikelyIt is a year.');
  await press('Enter', why);
  await expect.element(rows).not.toBeInTheDocument();
});

test('a text is tried as one types', async ({ open }) => {
  const host = open(exampleState(), 'settings/codes');
  await expect.element(trial).toMatchTextContent('Paste a message');
  await trial.getByRole('textbox', { name: 'Sender' }).fill('Example');
  await tried.fill('Example: 481920, made in 2026\n@example.com #481920');
  await expect.element(trial.getByTestId('code')).toHaveTextContent('481920');
  await expect.element(page.getByRole('status')).toHaveTextContent('Code 481920');
  await expect.poll(() => texts(trial.getByRole('definition'))).toEqual(['Example', 'example.com']);
  await expect.element(trial.getByRole('mark').first()).toHaveTextContent('481920');
  await expect.element(trial.getByRole('row').last()).toMatchTextContent('2026unlikelyIt may be a year.');
  expect(inputs(host, 'texts.try').at(-1)).toEqual({
    text: 'Example: 481920, made in 2026\n@example.com #481920',
    from: 'Example',
  });
  await trial.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => navigator.clipboard.readText()).toBe('481920');
});

test('a text without a code says why', async ({ open }) => {
  open(exampleState(), 'settings/codes');
  await tried.fill('Hello');
  await expect.element(trial.getByText('Nothing looks like a code.')).toBeVisible();
  await expect.element(trial.getByText('Nothing here looks like a code.')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('No code. Nothing looks like a code.');
});

test('an answer to a text that has changed since is dropped', async ({ clock, open }) => {
  const host = open(exampleState(), 'settings/codes');
  const late = Promise.withResolvers<Result<Extraction>>();
  host.answer('texts.try', late.promise);
  await tried.fill('Code 111111');
  await expect.poll(() => inputs(host, 'texts.try')).toEqual([{ text: 'Code 111111' }]);
  host.answer('texts.try', { ok: true, value: found({ code: '222222' }) });
  await tried.fill('Code 222222');
  await clock.advance(1000);
  await expect.element(trial.getByTestId('code')).toHaveTextContent('222222');
  late.resolve({ ok: true, value: found({ code: '111111' }) });
  await clock.advance(0);
  host.update({ notices: [{ id: 'n', message: verbatim('Seen after both'), hint: verbatim('') }] });
  await expect.element(page.getByText('Seen after both')).toBeVisible();
  await expect.element(trial.getByTestId('code')).toHaveTextContent('222222');
});

test('a text that cannot be tried says so', async ({ open }) => {
  const host = open(exampleState(), 'settings/codes');
  host.answer('texts.try', refusal('It went wrong.'));
  await tried.fill('Hello');
  await expect.element(trial.getByText('It went wrong.')).toBeVisible();
});

test('markup in a text that is tried is shown as the text that it is', async ({ open }) => {
  const { title } = document;
  const host = open(exampleState(), 'settings/codes');
  const candidates = [exampleCandidate({ code: '1', start: 41, end: 42, reason: verbatim('<b>bold</b>') })];
  const value = found({ code: '1', candidates, service: '<i>Example</i>', reason: verbatim('<b>why</b>') });
  host.answer('texts.try', { ok: true, value });
  await tried.fill('<img src=x onerror="document.title=1"><b>1</b>');
  await expect.element(trial.getByText('<b>why</b>')).toBeVisible();
  expect(inside(trial, 'img, b, i')).toEqual([]);
  expect(document.title).toBe(title);
});

test('a message is tried from the inbox, and is filled in only once', async ({ open }) => {
  open(exampleState({ messages: [exampleMessage()] }), 'inbox');
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Try this text' }).click();
  await expect.element(tried).toHaveValue(exampleMessage().body);
  await expect.element(tried).toHaveFocus();
  await expect.element(tried).toBeInViewport();
  await expect.element(trial.getByRole('textbox', { name: 'Sender' })).toHaveValue('+14155550199');
  await expect.element(trial.getByTestId('code')).toHaveTextContent('481920');
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Finding codes' }).click();
  await expect.element(tried).toHaveValue('');
});
