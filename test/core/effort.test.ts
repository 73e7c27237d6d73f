import { describe, expect, it } from 'vitest';
import { smsOf, startCore } from '../support/coreApp.ts';

const minute = 60_000;

async function polled() {
  const core = await startCore({ environment: { reception: 'polling', publicUrl: null } });
  const lease = await core.take({ ttlSeconds: 3_600 });
  const readsIn = async (ms: number) => {
    const before = core.twilio.count('messagesTo');
    await core.clock.advance(ms);
    return core.twilio.count('messagesTo') - before;
  };
  return { ...core, lease, readsIn };
}

describe('Twilio’s list', () => {
  it('is read half as often on battery once a lease is a minute old, and as often before', async () => {
    const { app, readsIn } = await polled();
    app.setEffort('saving');
    expect(await readsIn(minute)).toBeGreaterThanOrEqual(29);
    await readsIn(10_000);
    const saving = await readsIn(2 * minute);
    app.setEffort('full');
    const full = await readsIn(minute);
    expect(saving).toBe(12);
    expect(full).toBeGreaterThanOrEqual(12);
  });

  it('is left alone while the computer is about to sleep, and read when it wakes up', async () => {
    const { app, clock, twilio, lease, readsIn } = await polled();
    app.setEffort('asleep');
    expect(app.state().polling).toBe(false);
    await readsIn(1_000);
    twilio.inbound.push(smsOf({ to: lease.number ?? '' }, clock));
    expect(await readsIn(5 * minute)).toBe(0);
    // The clock tells of it, or the system does.
    await app.wake();
    await readsIn(1_000);
    expect(app.lease(lease.id).latestCode?.code).toBe('482913');
    expect(app.state().polling).toBe(true);
  });
});
