import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import type { Message } from '../../../electron/contract/state.ts';
import { iso } from '../../../electron/contract/time.ts';
import { exampleLease, exampleMessage, exampleNow, exampleState } from '../../fakes/appState.ts';
import { expect, test } from '../support/rendererTest.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search messages' });
const messages = (page: Page) => page.getByRole('article');

/** So many messages, newest first, a minute apart; each says which one it is. */
function many(count: number): Message[] {
  return Array.from({ length: count }, (_, index) =>
    exampleMessage({
      sid: `SM${1_000_000 + index}`,
      body: `Message ${index}: your code is 481920.${' It has a second sentence, and a third.'.repeat(index % 4)}`,
      receivedAt: iso(exampleNow - 60_000 * (index + 1)),
    }),
  );
}

test('markup in a message is shown as the text that it is', async ({ page, open }) => {
  const body = '<img src=x onerror="document.title=1"><b>code</b> 481920';
  await open(exampleState({ messages: [exampleMessage({ body })] }), 'inbox');
  await expect(messages(page)).toContainText('<b>code</b>');
  await expect(messages(page).locator('img, b')).toHaveCount(0);
  await expect(messages(page).locator('mark')).toHaveText('481920');
  await expect(page).toHaveTitle('OTP Dock');
});

test('the search asks the host, also for the label, and is emptied by its button', async ({ page, open }) => {
  const other = exampleMessage({ sid: 'SM2', leaseId: null, body: 'Something else', code: null });
  const leases = [exampleLease({ label: 'checkout' })];
  const host = await open(exampleState({ leases, messages: [exampleMessage(), other] }), 'inbox');
  await expect(messages(page)).toHaveCount(2);
  await search(page).fill('CHECK');
  await expect(messages(page)).toHaveCount(1);
  await expect(page.getByText('1 message', { exact: true })).toBeVisible();
  expect(await host.inputs('messages.list')).toContainEqual({ search: 'CHECK', limit: 100 });
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(search(page)).toBeFocused();
  await expect(messages(page)).toHaveCount(2);
  await search(page).fill('nothing like it');
  await expect(page.getByText('No message matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(messages(page)).toHaveCount(2);
});

test('messages are filtered by number, service, code and lease', async ({ page, open }) => {
  const list = [
    exampleMessage(),
    exampleMessage({ sid: 'SM2', to: '+14155550124', service: 'Acme' }),
    exampleMessage({ sid: 'SM3', code: null, candidates: [], service: null }),
    exampleMessage({ sid: 'SM4', leaseId: null, service: null }),
  ];
  await open(exampleState({ leases: [exampleLease({ label: 'checkout' })], messages: list }), 'inbox');
  await expect(messages(page)).toHaveCount(4);
  const choose = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Number', '(415) 555-0123 · checkout');
  await expect(messages(page)).toHaveCount(3);
  await choose('Code', 'With code');
  await expect(messages(page)).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'No lease only' }).check();
  await expect(messages(page)).toHaveCount(1);
  await expect(messages(page).getByRole('button', { name: 'No lease' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'No lease only' }).uncheck();
  await choose('Service', 'Acme');
  await expect(page.getByText('No message matches')).toBeVisible();
});

test('/ and Ctrl+F go to the search; / does not when single keys are switched off', async ({ page, open }) => {
  await open(exampleState({ messages: [exampleMessage()] }), 'inbox');
  await expect(messages(page)).toHaveCount(1);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');
  await search(page).blur();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await expect(search(page)).not.toBeFocused();
  await page.keyboard.press('ControlOrMeta+f');
  await expect(search(page)).toBeFocused();
});

test('a message without a code says so, and its text can be copied', async ({ page, open }) => {
  const message = exampleMessage({ code: null, body: 'Welcome', reason: '', source: 'backfill' });
  await open(exampleState({ messages: [message] }), 'inbox');
  await expect(page.getByText('No code found in this message')).toBeVisible();
  await expect(page.getByText('Read from Twilio’s list')).toBeVisible();
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Welcome');
});

test('of 10,000 messages only some are drawn, and scrolling leads to the last', async ({ page, open }) => {
  const all = many(10_000);
  const host = await open(exampleState({ messages: all.slice(0, 100) }));
  await host.keep(all.slice(100));
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(page.getByText('10,000 messages')).toBeVisible();
  expect(await messages(page).count()).toBeLessThan(60);
  await toTheEnd(page);
  await expect(page.getByText('Message 9999:')).toBeInViewport();
  expect(await messages(page).count()).toBeLessThan(60);
});

/** Scrolls on, frame by frame, until nothing older is offered. */
async function toTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isEnd = () => document.body.innerText.includes('There are no older messages.');
    const isThere = () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    while (!isEnd() || !isThere()) {
      window.scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((done) => requestAnimationFrame(done));
    }
  });
}

test('older messages that cannot be read are asked for again by a button', async ({ page, open }) => {
  const all = many(300);
  const host = await open(exampleState({ messages: all }), 'inbox');
  await expect(page.getByText('Message 0:')).toBeVisible();
  const error = {
    code: 'STORAGE_FAILED',
    message: 'The disk is gone.',
    hint: 'Plug it in.',
    retryable: true,
    twilio: null,
  };
  await host.answer('messages.list', { ok: false, error: { ...error, code: 'STORAGE_FAILED' } });
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.getByText('The disk is gone.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await host.answer('messages.list', { ok: true, value: { messages: all.slice(100), next: null } });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('The disk is gone.')).toBeHidden();
});

test('a message that comes does not move what is being read', async ({ page, open }) => {
  const host = await open(exampleState({ messages: many(80) }), 'inbox');
  await expect(page.getByText('Message 0:')).toBeVisible();
  await host.receive(exampleMessage({ sid: 'SMnew1', body: 'First to come 481920', receivedAt: iso(exampleNow) }));
  await expect(page.getByText('First to come')).toBeInViewport();
  await page.mouse.move(300, 400);
  await page.mouse.wheel(0, 3000);
  const read = page.getByText(/^Message 2\d:/).first();
  await expect(read).toBeInViewport();
  await settled(page);
  const name = ((await read.textContent()) ?? '').slice(0, 11);
  const top = () => page.getByText(name).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  const body = `Second to come 481920 ${'and long '.repeat(60)}`;
  await host.receive(exampleMessage({ sid: 'SMnew2', body, receivedAt: iso(exampleNow + 1000) }));
  const fresh = page.getByRole('button', { name: '1 new message' });
  await expect(fresh).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  await fresh.click();
  await expect(page.getByText('Second to come')).toBeInViewport();
  await expect(fresh).toBeHidden();
});

/** Two frames in which nothing scrolls. */
async function settled(page: Page): Promise<void> {
  await expect(async () => {
    const moved = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const start = window.scrollY;
      for (let i = 0; i < 5; i += 1) await frame();
      return window.scrollY - start;
    });
    expect(moved).toBe(0);
  }).toPass();
}

test('what has the focus keeps it when messages come and when it is scrolled away', async ({ page, open }) => {
  const host = await open(exampleState({ messages: many(80) }), 'inbox');
  const copy = messages(page).filter({ hasText: 'Message 1:' }).getByRole('button', { name: 'Copy text' });
  await copy.focus();
  await host.receive(exampleMessage({ sid: 'SMnew', body: 'It has come 481920', receivedAt: iso(exampleNow) }));
  await expect(page.getByText('It has come')).toBeVisible();
  await expect(copy).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, 6000));
  await expect(page.getByText(/^Message 4\d:/).first()).toBeInViewport();
  await expect(copy).toBeFocused();
});

test('a deleted message is gone at once, and Undo brings it back', async ({ page, open }) => {
  const host = await open(exampleState({ messages: many(3) }), 'inbox');
  await expect(messages(page)).toHaveCount(3);
  const second = messages(page).filter({ hasText: 'Message 1:' });
  await second.getByRole('button', { name: /^Delete the message/ }).click();
  await expect(second).toHaveCount(0);
  await expect(page.getByText('The message is deleted.')).toBeVisible();
  await expect(
    messages(page)
      .filter({ hasText: 'Message 2:' })
      .getByRole('button', { name: /^Delete the message/ }),
  ).toBeFocused();
  expect(await host.inputs('messages.delete')).toEqual([{ sids: ['SM1000001'] }]);
  // The deletion does not wait: another page, and it is still gone.
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(messages(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(messages(page)).toHaveCount(3);
  await expect(messages(page).nth(1)).toContainText('Message 1:');
});

test('a message that cannot be deleted stays, and it is said why', async ({ page, open }) => {
  const host = await open(exampleState({ messages: many(1) }), 'inbox');
  const error = {
    code: 'STORAGE_FAILED',
    message: 'The disk is full.',
    hint: 'Make room.',
    retryable: true,
    twilio: null,
  };
  await host.answer('messages.delete', { ok: false, error: { ...error, code: 'STORAGE_FAILED' } });
  await page.getByRole('button', { name: /^Delete the message/ }).click();
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await expect(messages(page)).toHaveCount(1);
});

test('what is found is exported as CSV and JSON, all pages of it', async ({ page, open }) => {
  const all = many(1200);
  const formula = exampleMessage({ sid: 'SMother', body: '=1+1', code: null, receivedAt: iso(exampleNow) });
  const host = await open(exampleState({ messages: [formula, ...all.slice(0, 99)] }));
  await host.keep(all.slice(99));
  await page.getByRole('link', { name: 'Inbox' }).click();
  const exported = async (name: string) => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await saving;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const csv = await exported('Export CSV');
  expect(csv.name).toBe('otp-dock-messages-2026-03-02.csv');
  const lines = csv.text.split('\r\n');
  expect(lines[0]).toBe('receivedAt,from,to,code,service,body,sid,leaseId');
  expect(lines[1]).toContain(",'=1+1,SMother,");
  expect(lines).toHaveLength(1203);
  await search(page).fill('Message 119');
  await expect(page.getByText('12 messages')).toBeVisible();
  const json = await exported('Export JSON');
  const found = JSON.parse(json.text) as Message[];
  expect(found.map(({ body }) => body.split(':')[0])).toEqual(
    [119, 1119, ...Array.from({ length: 10 }, (_, index) => 1190 + index)].map((index) => `Message ${index}`),
  );
});

test('the days stand above their messages', async ({ page, open }) => {
  const ago = (hours: number, sid: string) => exampleMessage({ sid, receivedAt: iso(exampleNow - hours * 3_600_000) });
  await open(exampleState({ messages: [ago(0, 'SM1'), ago(30, 'SM2'), ago(31, 'SM3'), ago(24 * 20, 'SM4')] }), 'inbox');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Today', 'Yesterday', /10/]);
});

test('nothing moves at the end of a long list while nobody looks there', async ({ page, open }) => {
  const list = many(900);
  const host = await open(exampleState({ messages: list.slice(0, 100) }));
  await host.keep(list.slice(100));
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(page.locator('.inbox-tail')).toBeAttached();
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
});
