import { commands, page, type Locator } from 'vitest/browser';
import type { Message } from '../../electron/contract/state.ts';
import { iso } from '../../electron/contract/time.ts';
import { exampleCandidate, exampleLease, exampleMessage, exampleNow, exampleState } from '../fakes/appState.ts';
import { refusal } from '../fakes/failures.ts';
import { expectAccessible } from './support/accessible.ts';
import { blur, focus, inputs, inside, press, texts } from './support/actions.ts';
import { expect, test } from './support/app.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

const search = page.getByRole('searchbox', { name: 'Search messages' });
const messages = page.getByRole('article');
const diskGone = refusal('The disk is gone.');

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

function saying(text: string): Locator {
  return messages.filter({ hasText: text });
}

test('the search asks the host, also for the label, and is emptied by its button', async ({ open }) => {
  const other = exampleMessage({ sid: 'SM2', leaseId: null, body: 'Something else', code: null });
  const leases = [exampleLease({ label: 'checkout' })];
  const host = open(exampleState({ leases, messages: [exampleMessage(), other] }), 'inbox');
  await expect.element(messages).toHaveLength(2);
  await search.fill('CHECK');
  await expect.element(messages).toHaveLength(1);
  await expect.element(page.getByText('1 message', { exact: true })).toBeVisible();
  expect(inputs(host, 'messages.list')).toContainEqual({ search: 'CHECK', limit: 100 });
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect.element(search).toHaveFocus();
  await expect.element(messages).toHaveLength(2);
  await search.fill('nothing like it');
  await expect.element(page.getByText('No messages found')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect.element(messages).toHaveLength(2);
});

test('messages are filtered by number, service, code and lease', async ({ open }) => {
  const list = [
    exampleMessage(),
    exampleMessage({ sid: 'SM2', to: '+14155550124', service: 'Acme' }),
    exampleMessage({ sid: 'SM3', code: null, candidates: [], service: null }),
    exampleMessage({ sid: 'SM4', leaseId: null, service: null }),
  ];
  open(exampleState({ leases: [exampleLease({ label: 'checkout' })], messages: list }), 'inbox');
  await expect.element(messages).toHaveLength(4);
  const choose = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Number', '(415) 555-0123 · checkout');
  await expect.element(messages).toHaveLength(3);
  await choose('Code', 'With code');
  await expect.element(messages).toHaveLength(2);
  await page.getByRole('checkbox', { name: 'Number not in use' }).click();
  await expect.element(messages).toHaveLength(1);
  await expectAccessible();
  await page.getByRole('checkbox', { name: 'Number not in use' }).click();
  await choose('Service', 'Acme');
  await expect.element(page.getByText('No messages found')).toBeVisible();
  await expectAccessible();
  await page.getByRole('combobox', { name: 'Number' }).click();
  await expect.element(page.getByRole('option').first()).toBeVisible();
  await expectAccessible();
});

test('/ and Ctrl+F go to the search; / does not when single keys are switched off', async ({ open }) => {
  open(exampleState({ messages: [exampleMessage()] }), 'inbox');
  await expect.element(messages).toHaveLength(1);
  await press('/');
  await expect.element(search).toHaveFocus();
  await expect.element(search).toHaveValue('');
  await blur(search);
  await press('?');
  await page.getByRole('dialog').getByRole('checkbox').click();
  await press('Escape');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await press('/');
  await expect.element(search).not.toHaveFocus();
  await press('ControlOrMeta+f');
  await expect.element(search).toHaveFocus();
});

test('a message without a code says why, and its text can be copied', async ({ open }) => {
  const reason = '2026 ignored: a year.';
  const candidates = [exampleCandidate({ code: '2026', confidence: 0.1, start: 8, end: 12 })];
  const message = exampleMessage({ code: null, body: 'Welcome 2026', source: 'backfill' });
  open(exampleState({ messages: [{ ...message, reason: verbatim(reason), candidates }] }), 'inbox');
  await expect.element(page.getByText(reason)).toBeVisible();
  await expect.element(page.getByRole('mark')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Copy code' })).not.toBeInTheDocument();
  await expect.element(page.getByText('From Twilio’s list')).toBeVisible();
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('Welcome 2026');
});

test('of 10,000 messages only some are drawn, and scrolling leads to the last', async ({ open }) => {
  const all = many(10_000);
  const host = open(exampleState({ messages: all.slice(0, 100) }));
  host.keep(all.slice(100));
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect.element(page.getByText('10,000 messages')).toBeVisible();
  expect(messages.length).toBeLessThan(60);
  await toTheEnd();
  await expect.element(page.getByText('Message 9999:')).toBeInViewport();
  expect(messages.length).toBeLessThan(60);
});

/** Scrolls on until nothing older is offered. */
async function toTheEnd(): Promise<void> {
  const isEnd = () => page.getByText('No older messages').query() !== null;
  const isThere = () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
  const scroll = () => {
    if (isEnd() && isThere()) return true;
    window.scrollTo(0, document.documentElement.scrollHeight);
    return false;
  };
  await expect.poll(scroll, { interval: 10, timeout: 25_000 }).toBe(true);
}

test('ten messages fit on a screen, each with its code and the button that copies it', async ({ open }) => {
  await page.viewport(1440, 900);
  open(exampleState({ messages: many(30) }), 'inbox');
  await expect.element(page.getByText('30 messages')).toBeVisible();
  const isInSight = (element: Element) => element.getBoundingClientRect().bottom <= window.innerHeight;
  expect(messages.elements().filter(isInSight).length).toBeGreaterThanOrEqual(10);
  expect(page.getByRole('button', { name: 'Copy code' }).elements().filter(isInSight).length).toBeGreaterThanOrEqual(
    10,
  );
});

test('what can be done with a message shows under the mouse, and when the focus comes to it', async ({ open }) => {
  open(exampleState({ messages: many(2) }), 'inbox');
  await expect.element(messages).toHaveLength(2);
  const [first, second] = inside(page.getByRole('main'), '.inbox-actions');
  const opacityOf = (element: Element | undefined) => element && getComputedStyle(element).opacity;
  await page.getByRole('heading', { name: 'Inbox' }).hover();
  expect([opacityOf(first), opacityOf(second)]).toEqual(['0', '0']);
  await saying('Message 1:').hover();
  await expect.poll(() => [opacityOf(first), opacityOf(second)]).toEqual(['0', '1']);
  const copyText = saying('Message 0:').getByRole('button', { name: 'Copy text' });
  await expect.element(copyText).toBeInTheDocument();
  await press('Tab', saying('Message 0:').getByRole('button', { name: 'Copy code' }));
  await expect.element(copyText).toHaveFocus();
  expect(opacityOf(first)).toBe('1');
});

test('older messages that cannot be read are asked for again by a button', async ({ open }) => {
  const all = many(300);
  const host = open(exampleState({ messages: all.slice(0, 100) }));
  host.keep(all.slice(100));
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect.element(page.getByText('300 messages')).toBeVisible();
  host.answer('messages.list', diskGone);
  await press('End');
  await expect.element(page.getByText('The disk is gone.')).toBeVisible();
  host.answer('messages.list', { ok: true, value: { messages: all.slice(100), next: null } });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(page.getByText('The disk is gone.')).not.toBeInTheDocument();
  await expect.element(page.getByText('No older messages')).toBeInTheDocument();
});

/** So many messages at once, the last one the newest. */
function burst(count: number): Message[] {
  return Array.from({ length: count }, (_, index) =>
    exampleMessage({
      sid: `SMburst${index}`,
      body: `Burst ${index} 481920`,
      receivedAt: iso(exampleNow + index),
    }),
  );
}

test('in a burst the newest is shown, none is lost, and the count goes on', async ({ open }) => {
  const host = open(exampleState({ messages: many(5) }), 'inbox');
  await expect.element(page.getByText('5 messages')).toBeVisible();
  for (const message of burst(600)) host.receive(message);
  await expect.element(page.getByText('Burst 599 ')).toBeInViewport();
  expect(
    texts(messages)
      .slice(0, 3)
      .map((text) => /Burst \d+/.exec(text)?.[0]),
  ).toEqual(['Burst 599', 'Burst 598', 'Burst 597']);
  expect(messages.length).toBeLessThan(60);
  await expect.element(page.getByText('605 messages')).toBeVisible();
  await toTheEnd();
  await expect.element(page.getByText('Message 4:')).toBeInViewport();
});

test('a burst does not move what is being read, and is counted', async ({ open }) => {
  const host = open(exampleState({ messages: many(80) }), 'inbox');
  await expect.element(page.getByText('80 messages')).toBeVisible();
  window.scrollTo(0, 1400);
  const read = page.getByText(/^Message 2\d:/).first();
  await expect.element(read).toBeInViewport();
  await settled();
  const name = read.element().textContent.slice(0, 'Message 20:'.length);
  const top = () => page.getByText(name).element().getBoundingClientRect().top;
  const before = top();
  for (const message of burst(1200)) host.receive(message);
  await expect.element(page.getByRole('button', { name: '1,200 new messages' })).toBeVisible();
  expect(Math.abs(top() - before)).toBeLessThanOrEqual(1);
});

test('a message that comes does not move what is being read', async ({ open }) => {
  const host = open(exampleState({ messages: many(80) }), 'inbox');
  await expect.element(page.getByText('Message 0:')).toBeVisible();
  host.receive(exampleMessage({ sid: 'SMnew1', body: 'First to come 481920', receivedAt: iso(exampleNow) }));
  await expect.element(page.getByText('First to come')).toBeInViewport();
  await messages.first().wheel({ delta: { y: 1400 } });
  const read = page.getByText(/^Message 2\d:/).first();
  await expect.element(read).toBeInViewport();
  await settled();
  const name = read.element().textContent.slice(0, 'Message 20:'.length);
  const top = () => page.getByText(name).element().getBoundingClientRect().top;
  const before = top();
  const body = `Second to come 481920 ${'and long '.repeat(60)}`;
  host.receive(exampleMessage({ sid: 'SMnew2', body, receivedAt: iso(exampleNow + 1000) }));
  const fresh = page.getByRole('button', { name: '1 new message' });
  await expect.element(fresh).toBeVisible();
  expect(Math.abs(top() - before)).toBeLessThanOrEqual(1);
  await fresh.click();
  await expect.element(page.getByText('Second to come')).toBeInViewport();
  await expect.element(fresh).not.toBeInTheDocument();
});

/** Waits for five frames in which nothing scrolls. */
async function settled(): Promise<void> {
  for (let still = 0; still < 5;) {
    const before = window.scrollY;
    await new Promise(requestAnimationFrame);
    still = window.scrollY === before ? still + 1 : 0;
  }
}

test('what has the focus keeps it when messages come and when it is scrolled away', async ({ open }) => {
  const host = open(exampleState({ messages: many(80) }), 'inbox');
  const copy = saying('Message 1:').getByRole('button', { name: 'Copy text' });
  await focus(copy);
  host.receive(exampleMessage({ sid: 'SMnew', body: 'It has come 481920', receivedAt: iso(exampleNow) }));
  await expect.element(page.getByText('It has come')).toBeVisible();
  await expect.element(copy).toHaveFocus();
  window.scrollTo(0, 2700);
  await expect.element(page.getByText(/^Message 4\d:/).first()).toBeInViewport();
  await expect.element(copy).toHaveFocus();
});

test('a deleted message is gone at once, and Undo brings it back', async ({ open }) => {
  const host = open(exampleState({ messages: many(3) }), 'inbox');
  await expect.element(messages).toHaveLength(3);
  await saying('Message 1:')
    .getByRole('button', { name: /^Delete message/ })
    .click();
  await expect.element(saying('Message 1:')).not.toBeInTheDocument();
  await expect.element(page.getByText('Message deleted.')).toBeVisible();
  await expect.element(saying('Message 2:').getByRole('button', { name: /^Delete message/ })).toHaveFocus();
  expect(inputs(host, 'messages.delete')).toEqual([{ sids: ['SM1000001'] }]);
  // The deletion does not wait: another page, and it is still gone.
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect.element(messages).toHaveLength(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(messages).toHaveLength(3);
  await expect.element(messages.nth(1)).toMatchTextContent('Message 1:');
});

test('a message that cannot be deleted stays, and it is said why', async ({ open }) => {
  const host = open(exampleState({ messages: many(1) }), 'inbox');
  host.answer('messages.delete', diskGone);
  await page.getByRole('button', { name: /^Delete message/ }).click();
  await expect.element(page.getByText('The disk is gone.')).toBeVisible();
  await expect.element(messages).toHaveLength(1);
});

test('what is found is exported as CSV and JSON, all pages of it', async ({ open }) => {
  const all = many(1200);
  const formula = exampleMessage({ sid: 'SMother', body: '=1+1', code: null, receivedAt: iso(exampleNow) });
  const host = open(exampleState({ messages: [formula, ...all.slice(0, 99)] }));
  host.keep(all.slice(99));
  await page.getByRole('link', { name: 'Inbox' }).click();
  const exported = async (name: string) => {
    const saving = commands.nextDownload();
    await page.getByRole('button', { name }).click();
    return saving;
  };
  const csv = await exported('Export CSV');
  expect(csv.name).toBe('otp-dock-messages-2026-03-02.csv');
  const lines = csv.text.split('\r\n');
  expect(lines[0]).toBe('receivedAt,from,to,code,service,body,sid,leaseId,sentBy,media');
  expect(lines[1]).toContain(",'=1+1,SMother,");
  expect(lines).toHaveLength(1203);
  await search.fill('Message 119');
  await expect.element(page.getByText('12 messages')).toBeVisible();
  const json = await exported('Export JSON');
  const found = JSON.parse(json.text) as Message[];
  expect(found.map(({ body }) => body.split(':')[0])).toEqual(
    [119, 1119, ...Array.from({ length: 10 }, (_, index) => 1190 + index)].map((index) => `Message ${index}`),
  );
});

test('the days stand above their messages', async ({ open }) => {
  const ago = (hours: number, sid: string) => exampleMessage({ sid, receivedAt: iso(exampleNow - hours * 3_600_000) });
  open(exampleState({ messages: [ago(0, 'SM1'), ago(30, 'SM2'), ago(31, 'SM3'), ago(24 * 20, 'SM4')] }), 'inbox');
  const days = ['Today', 'Yesterday', expect.stringMatching(/10/)];
  await expect.poll(() => texts(page.getByRole('heading', { level: 2 }))).toEqual(days);
});

test('nothing moves at the end of a long list while nobody looks there', async ({ open }) => {
  await commands.emulateMedia({ reducedMotion: 'no-preference' });
  const list = many(900);
  const host = open(exampleState({ messages: list.slice(0, 100) }));
  host.keep(list.slice(100));
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect.poll(() => document.querySelector('.inbox-tail')).not.toBeNull();
  await expect.poll(() => document.getAnimations()).toHaveLength(0);
});
