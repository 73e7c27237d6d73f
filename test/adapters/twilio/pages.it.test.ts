import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Telephony } from '../../../electron/core/ports.ts';
import { codeOf } from '../../support/failures.ts';
import anyEntry from './entry.json' with { type: 'json' };
import { failureOf, json, listLogger, someAccount, telephonyAt } from '../harness.ts';

const since = '2026-03-01T00:00:00.000Z';

type Page = { items: object[]; next: string | null };

/** An account whose lists have the pages that `pageAt` gives for the number of the request. */
async function accountPaging(pageAt: (asked: number) => Page) {
  const requests: string[] = [];
  const log = listLogger();
  const answer: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '', 'http://twilio.test');
    requests.push(url.search);
    const { items, next } = pageAt(requests.length - 1);
    const link = next === null ? null : `${url.pathname}?Page=${next}`;
    const meta = { key: 'items', next_page_url: link && `https://x.twilio.com${link}` };
    const body = { ...(/v1|v2/.test(url.pathname) ? { meta } : { next_page_uri: link }), items };
    json(200, body)(request, response);
  };
  return { requests, log, telephony: await telephonyAt(answer, { log }) };
}

/** Fits each of the lists. */
function entry(index: number): object {
  const phone_number = `+1415555${String(index).padStart(4, '0')}`;
  const own = { sid: `XX${index}`, account_sid: someAccount.accountSid, friendly_name: `otp-dock ${index}` };
  return { ...anyEntry, ...own, phone_number };
}

type List = [name: string, read: (twilio: Telephony) => Promise<unknown[]>];

const lists: List[] = [
  ['messages to a number', (twilio) => twilio.messagesTo('+14155550000', since)],
  ['messages', (twilio) => twilio.messagesSince(since)],
  ['errors', (twilio) => twilio.alerts(since)],
  ['numbers for sale', (twilio) => twilio.search({ country: 'US', type: 'local', limit: 20 })],
  ['papers', async (twilio) => (await twilio.papers()).addresses],
];

const numberLists: List[] = [
  ['numbers on the account', (twilio) => twilio.ownedNumbers()],
  ['numbers of a name', (twilio) => twilio.findByFriendlyName('otp-dock lost')],
];

const shapes: [shape: string, pageAt: (asked: number) => Page, found: number, most: number][] = [
  ['points to itself', () => ({ items: [entry(0)], next: '0' }), 1, 2],
  ['goes back to an earlier page', (n) => ({ items: [entry(n % 3)], next: String((n + 1) % 3) }), 3, 5],
  ['has a new name for the same page each time', (n) => ({ items: [entry(0)], next: `t${n}` }), 1, 2],
];

describe('a list that leads in a circle', () => {
  describe.each(shapes)('and %s', (_shape, pageAt, found, most) => {
    it.each(lists)('is used as far as it was read, each entry once, and told in the log: %s', async (name, read) => {
      const { telephony, requests, log } = await accountPaging(pageAt);
      expect(await read(telephony)).toHaveLength(found);
      await read(telephony);
      // Papers are two lists, and a bundle's regulation is looked up; messages to a number are two lists.
      const times = name === 'papers' ? 6 : name === 'messages to a number' ? 4 : 2;
      expect(requests.length).toBeLessThanOrEqual(times * most);
      expect(log.lines).toEqual([expect.stringMatching(/^warn Twilio's list of .+ leads in a circle/)]);
    });

    it.each(numberLists)('is an error, because nothing may be concluded from a part: %s', async (_name, read) => {
      const { telephony, requests } = await accountPaging(pageAt);
      const failure = await failureOf(read(telephony));
      expect(failure).toMatchObject({ code: 'TWILIO_ERROR', retryable: true, message: expect.toSay('never ends') });
      expect(requests.length).toBeLessThanOrEqual(most);
    });
  });

  it('still has what was looked for by its name', async () => {
    const { telephony } = await accountPaging(() => ({ items: [entry(7)], next: '0' }));
    expect(await telephony.findByFriendlyName('otp-dock 7')).toMatchObject([{ sid: 'XX7' }]);
  });
});

describe('a list without an end', () => {
  it.each([
    ['of empty pages', (n: number) => ({ items: [], next: `t${n}` }), 11],
    ['of ever new entries', (n: number) => ({ items: [entry(n)], next: `t${n}` }), 500],
  ])('%s is given up', async (_what, pageAt, most) => {
    const { telephony, requests } = await accountPaging(pageAt);
    expect(await codeOf(telephony.ownedNumbers())).toBe('TWILIO_ERROR');
    expect(requests.length).toBeLessThanOrEqual(most);
  });

  it('does not make up that nothing was spent', async () => {
    const { telephony } = await accountPaging((n) => ({ items: [], next: `t${n}` }));
    expect(await codeOf(telephony.usage('2026-03-01', '2026-03-02'))).toBe('TWILIO_ERROR');
  });
});

describe('a list of several pages', () => {
  it('is read to its end, over a page that is empty', async () => {
    const pages: Page[] = [
      { items: [entry(0), entry(1)], next: '1' },
      { items: [], next: '2' },
      { items: [entry(1), entry(2)], next: null },
    ];
    const { telephony, requests, log } = await accountPaging((n) => pages[n] ?? { items: [], next: null });
    expect((await telephony.ownedNumbers()).map(({ sid }) => sid)).toEqual(['XX0', 'XX1', 'XX2']);
    expect(requests).toEqual(['?PageSize=1000', '?Page=1', '?Page=2']);
    expect(log.lines).toEqual([]);
  });

  it('ends where enough was read', async () => {
    const { telephony, requests } = await accountPaging((n) => ({
      items: [entry(2 * n), entry(2 * n + 1)],
      next: `${n + 1}`,
    }));
    expect(await telephony.search({ country: 'US', type: 'local', limit: 3 })).toHaveLength(3);
    expect(requests).toHaveLength(2);
  });
});
