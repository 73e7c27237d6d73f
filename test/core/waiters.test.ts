import { describe, expect, it } from 'vitest';
import type { Wait } from '../../electron/core/waits.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startLeased, type CoreOptions } from '../support/coreApp.ts';

async function leased(options: CoreOptions = {}) {
  const core = await startLeased({}, options);
  const wait = (timeoutMs: number, more: Partial<Wait> = {}) =>
    core.app.waitFor({ target: { leaseId: core.id }, awaited: 'code', timeoutMs, ...more });
  return { ...core, to: core.number, wait };
}

describe('waiting for a code', () => {
  it('answers at once when one is there', async () => {
    const { sms, to, wait } = await leased();
    await sms({ to });
    expect(await wait(0)).toMatchObject({ kind: 'came', message: { code: '482913' } });
  });

  it('answers as soon as one comes, and passes over messages without one', async () => {
    const { sms, to, wait } = await leased();
    const waiting = wait(30_000);
    await settle();
    await sms({ to, body: 'Welcome!' });
    await sms({ to });
    expect(await waiting).toMatchObject({ kind: 'came', message: { code: '482913' } });
  });

  it('wants a later code than the one that is known when told so', async () => {
    const { clock, sms, to, wait } = await leased();
    await sms({ to, body: 'Your code is 111111' });
    const after = new Date(clock.now()).toISOString();
    const waiting = wait(30_000, { after: { at: after } });
    await clock.advance(1_000);
    await sms({ to, body: 'Your code is 222222' });
    expect(await waiting).toMatchObject({ message: { code: '222222' } });
  });

  it('wants the code after a message, though both came at the same instant', async () => {
    const { sms, to, wait } = await leased();
    await sms({ to, body: 'Your code is 111111' });
    const first = await wait(0);
    const sid = first.kind === 'came' ? first.message.sid : '';
    const waiting = wait(30_000, { after: { sid } });
    await settle();
    await sms({ to, body: 'Your code is 222222' });
    expect(await waiting).toMatchObject({ message: { code: '222222' } });
    expect(await wait(0, { after: { sid } })).toMatchObject({ message: { code: '222222' } });
  });

  it.each([
    ['a sender', { from: 'lumora' }],
    ['a text', { contains: '222222. ÉTÉ' }],
    ['a service', { service: 'LUMORA' }],
  ])('answers with the code by %s, in upper or lower case, be it there or yet to come', async (_what, wanted) => {
    const { clock, sms, to, wait } = await leased();
    const waiting = wait(30_000, { wanted });
    await settle();
    await sms({ to, from: '+12025550111', body: 'Your Brightpay code is 111111' });
    await sms({ to, from: 'Lumora', body: 'Your Lumora code is 222222. e\u0301te\u0301' });
    await sms({ to, from: '+12025550111', body: 'Your Brightpay code is 333333' });
    expect(await waiting).toMatchObject({ message: { code: '222222' } });
    expect(await wait(0, { wanted })).toMatchObject({ message: { code: '222222' } });
    const other = wait(1_000, { wanted: { ...wanted, from: 'x' } });
    await clock.advance(1_000);
    expect(await other).toEqual({ kind: 'timeout' });
  });

  it('does not take a code from the list for later than itself', async () => {
    const { app, clock, twilio, to, wait } = await leased({ environment: { reception: 'polling', publicUrl: null } });
    twilio.inbound.push(smsOf({ to }, clock));
    await clock.advance(2_500);
    const { messages } = await app.listMessages({ limit: 1 });
    const after = { at: messages[0]?.receivedAt ?? '' };
    const known = clock.until(wait(0, { after }));
    expect(await known).toEqual({ kind: 'timeout' });
  });

  it('ends when the time is up, when the lease ends, and when the caller goes away', async () => {
    const { clock, wait } = await leased();
    const short = wait(5_000);
    const gone = new AbortController();
    const aborted = wait(500_000, { signal: gone.signal });
    const long = wait(500_000);
    await clock.advance(5_000);
    expect(await short).toEqual({ kind: 'timeout' });
    gone.abort();
    expect(await aborted).toEqual({ kind: 'timeout' });
    await clock.advance(60_000);
    expect(await long).toEqual({ kind: 'ended' });
    expect(await wait(500_000)).toEqual({ kind: 'ended' });
  });

  it('still gives the code of a lease that is over', async () => {
    const { clock, sms, to, wait } = await leased();
    await sms({ to });
    await clock.advance(120_000);
    expect(await wait(0)).toMatchObject({ message: { code: '482913' } });
  });

  it('for a lease that does not exist says so', async () => {
    const { app } = await leased();
    await expect(app.waitFor({ target: { leaseId: 'nope' }, awaited: 'code', timeoutMs: 0 })).rejects.toThrow(
      'There is no lease nope.',
    );
  });

  it('leaves no timer behind', async () => {
    const { clock, sms, to, wait } = await leased();
    const before = clock.waiting;
    const waiting = wait(30_000);
    await settle();
    await sms({ to });
    await waiting;
    expect(clock.waiting).toBe(before);
  });
});
