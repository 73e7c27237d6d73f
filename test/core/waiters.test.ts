import { describe, expect, it } from 'vitest';
import { settle } from '../fakes/manualClock.ts';
import { startCore } from '../support/coreApp.ts';

async function leased() {
  const core = await startCore();
  const lease = await core.app.leases.start({ requestId: 'r1' });
  return { ...core, lease, to: lease.number ?? '' };
}

describe('waiting for a code', () => {
  it('answers at once when one is there', async () => {
    const { app, sms, lease, to } = await leased();
    await sms({ to });
    expect(await app.waitForCode({ leaseId: lease.id, timeoutMs: 0 })).toMatchObject({ kind: 'code', code: '482913' });
  });

  it('answers as soon as one comes, and passes over messages without one', async () => {
    const { app, sms, lease, to } = await leased();
    const waiting = app.waitForCode({ leaseId: lease.id, timeoutMs: 30_000 });
    await settle();
    await sms({ to, body: 'Welcome!' });
    await sms({ to });
    expect(await waiting).toMatchObject({ kind: 'code', code: '482913' });
  });

  it('wants a later code than the one that is known when told so', async () => {
    const { app, clock, sms, lease, to } = await leased();
    await sms({ to, body: 'Your code is 111111' });
    const after = new Date(clock.now()).toISOString();
    const waiting = app.waitForCode({ leaseId: lease.id, timeoutMs: 30_000, after: { at: after } });
    await clock.advance(1_000);
    await sms({ to, body: 'Your code is 222222' });
    expect(await waiting).toMatchObject({ code: '222222' });
  });

  it('wants the code after a message, though both came at the same instant', async () => {
    const { app, sms, lease, to } = await leased();
    await sms({ to, body: 'Your code is 111111' });
    const first = await app.waitForCode({ leaseId: lease.id, timeoutMs: 0 });
    const sid = first.kind === 'code' ? first.message.sid : '';
    const waiting = app.waitForCode({ leaseId: lease.id, timeoutMs: 30_000, after: { sid } });
    await settle();
    await sms({ to, body: 'Your code is 222222' });
    expect(await waiting).toMatchObject({ code: '222222' });
    expect(await app.waitForCode({ leaseId: lease.id, timeoutMs: 0, after: { sid } })).toMatchObject({
      code: '222222',
    });
  });

  it('ends when the time is up, when the lease ends, and when the caller goes away', async () => {
    const { app, clock, lease } = await leased();
    const short = app.waitForCode({ leaseId: lease.id, timeoutMs: 5_000 });
    const gone = new AbortController();
    const aborted = app.waitForCode({ leaseId: lease.id, timeoutMs: 500_000, signal: gone.signal });
    const long = app.waitForCode({ leaseId: lease.id, timeoutMs: 500_000 });
    await clock.advance(5_000);
    expect(await short).toEqual({ kind: 'timeout' });
    gone.abort();
    expect(await aborted).toEqual({ kind: 'timeout' });
    await clock.advance(60_000);
    expect(await long).toEqual({ kind: 'ended' });
    expect(await app.waitForCode({ leaseId: lease.id, timeoutMs: 500_000 })).toEqual({ kind: 'ended' });
  });

  it('still gives the code of a lease that is over', async () => {
    const { app, clock, sms, lease, to } = await leased();
    await sms({ to });
    await clock.advance(120_000);
    expect(await app.waitForCode({ leaseId: lease.id, timeoutMs: 0 })).toMatchObject({ code: '482913' });
  });

  it('for a lease that does not exist says so', async () => {
    const { app } = await leased();
    await expect(app.waitForCode({ leaseId: 'nope', timeoutMs: 0 })).rejects.toThrow('There is no lease nope.');
  });

  it('leaves no timer behind', async () => {
    const { app, clock, sms, lease, to } = await leased();
    const before = clock.waiting;
    const waiting = app.waitForCode({ leaseId: lease.id, timeoutMs: 30_000 });
    await settle();
    await sms({ to });
    await waiting;
    expect(clock.waiting).toBe(before);
  });
});
