import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';

async function withLeases(count: number) {
  const core = await startCore();
  for (let index = 0; index < count; index += 1) await core.take({ ttlSeconds: 600 });
  await settle();
  return core;
}

describe('the list of leases', () => {
  it('is the same list after a message without a code', async () => {
    const { app, sms } = await withLeases(3);
    const before = app.state().leases;
    await settle(sms({ to: before[1]?.number ?? '', body: 'See you at the harbour' }));
    expect(app.state().messages).toHaveLength(1);
    expect(app.state().leases).toBe(before);
  });

  it('has another lease in it where a code came, and the others as they were', async () => {
    const { app, sms } = await withLeases(3);
    const before = app.state().leases;
    await settle(sms({ to: before[1]?.number ?? '', body: 'Your Lumora code is 482913' }));
    const after = app.state().leases;
    expect(after.map(({ latestCode }) => latestCode?.code)).toEqual([undefined, '482913', undefined]);
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[0]).toBe(before[0]);
    expect(before[1]?.latestCode).toBeNull();
  });

  it('shows a lease that was ended and one that was taken after a code came', async () => {
    const { app, sms, end } = await withLeases(3);
    const [first, second] = app.state().leases;
    await sms({ to: first?.number ?? '', body: 'Your Lumora code is 482913' });
    await end(second?.id ?? '');
    const after = app.state().leases;
    expect(after.find(({ id }) => id === first?.id)?.latestCode?.code).toBe('482913');
    expect(after.find(({ id }) => id === second?.id)?.state).toBe('released');
  });
});
