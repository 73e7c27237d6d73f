import { describe, expect, it } from 'vitest';
import type { Message } from '../../electron/contract/state.ts';
import type { IncomingSms } from '../../electron/core/ports.ts';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startLeased } from '../support/coreApp.ts';

/** A lease to whose number a webhook without a text came. `inList`: what Twilio's list says of the same message. */
async function withBlank(more: Partial<IncomingSms> = {}) {
  const core = await startLeased({ ttlSeconds: 3_600 }, { settings: { policy: 'keep' } });
  const told: Message[] = [];
  core.app.on('message', (message) => told.push(message));
  const blank = smsOf({ to: core.number, body: '', ...more }, core.clock);
  const inList = { ...blank, body: 'Your code is 482913', receivedAt: blank.receivedAt.replace(/\.\d+Z/, '.000Z') };
  await settle(core.gate.receive(blank));
  return { ...core, blank, inList, told };
}

describe('a message whose webhook came without its text', () => {
  it('gets the text from Twilio’s list while its lease runs, and whoever waits gets the code, once', async () => {
    const { app, clock, twilio, id, blank, inList, told } = await withBlank();
    const waiting = app.waitFor({ target: { leaseId: id }, awaited: 'code', timeoutMs: 60_000 });
    twilio.inbound.push(inList);
    await clock.advance(2_000);
    expect(await waiting).toMatchObject({ kind: 'came', message: { code: '482913', sid: blank.sid } });
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913', messageSid: blank.sid });
    expect(app.state().messages).toMatchObject([
      { sid: blank.sid, body: inList.body, code: '482913', receivedAt: blank.receivedAt, source: 'webhook' },
    ]);
    expect((await app.listMessages({ limit: 10, search: 'code is 4829' })).messages).toHaveLength(1);
    await clock.advance(120_000);
    expect(told.map(({ sid, code }) => [sid, code])).toEqual([
      [blank.sid, null],
      [blank.sid, '482913'],
    ]);
    expect(twilio.count('messagesTo')).toBe(1);
  });

  it('is looked for a few times, also after a failure, and no longer', async () => {
    const { app, clock, twilio, id, inList } = await withBlank();
    twilio.failNext('messagesTo', unreachable());
    await clock.advance(5_000);
    expect(twilio.count('messagesTo')).toBe(2);
    twilio.inbound.push(inList);
    await clock.advance(10_000);
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913' });
    const { twilio: other, clock: otherClock } = await withBlank();
    await otherClock.advance(600_000);
    expect(other.count('messagesTo')).toBe(4);
  });

  it.each([
    ['has media', { numMedia: 1 }],
    ['is to no number that is leased', { to: '+19995550100' }],
  ])('and which %s is not looked for', async (_what, more) => {
    const { clock, twilio } = await withBlank(more);
    await clock.advance(60_000);
    expect(twilio.count('messagesTo')).toBe(0);
  });

  it('is not looked for while reception is paused, and gets its text at the end of the pause', async () => {
    const { app, clock, twilio, id, inList } = await withBlank();
    await app.requests['reception.pause']({ paused: true });
    twilio.inbound.push(inList);
    await clock.advance(60_000);
    expect(twilio.count('messagesTo')).toBe(0);
    await settle(app.requests['reception.pause']({ paused: false }));
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913' });
  });

  it('gets the text from a second webhook, too', async () => {
    const { app, gate, id, inList, told } = await withBlank();
    expect(await gate.receive(inList)).toBe('completed');
    expect(await gate.receive(inList)).toBe('duplicate');
    await settle();
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913' });
    expect(told).toHaveLength(2);
    expect(app.state().reception).toMatchObject({ accepted: 1 });
  });

  it('gets the text after a restart', async () => {
    const { twilio, id, inList, restart } = await withBlank();
    twilio.inbound.push(inList);
    const { app } = await restart(60_000);
    expect(app.lease(id).latestCode).toMatchObject({ code: '482913' });
    expect(app.state().messages).toHaveLength(1);
  });

  it('does not come back with its text when it was deleted', async () => {
    const { app, clock, twilio, blank, inList, told } = await withBlank();
    await app.deleteMessages([blank.sid]);
    twilio.inbound.push(inList);
    await clock.advance(60_000);
    await app.requests['messages.check']({});
    expect((await app.listMessages({ limit: 10 })).messages).toEqual([]);
    expect(told).toHaveLength(1);
  });
});

it('a text that is known is never replaced', async () => {
  const { app, gate, inList, told } = await withBlank({ body: 'Hello' });
  expect(await gate.receive(inList)).toBe('duplicate');
  expect(app.state().messages).toMatchObject([{ body: 'Hello' }]);
  expect(told).toHaveLength(1);
});
