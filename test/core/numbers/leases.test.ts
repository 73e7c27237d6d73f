import { describe, expect, it, vi } from 'vitest';
import { plainError, toFailure } from '../../../electron/contract/errors.ts';
import { taken, unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import type { Policy } from '../../../electron/contract/settings.ts';
import { startCore, startLeased, type CoreApp } from '../../support/coreApp.ts';
import { codeOf, failureOf } from '../../support/failures.ts';

describe('taking a number', () => {
  it('buys it with the webhook in the same call, and leases it for 60 seconds', async () => {
    const { app, twilio, lease } = await startLeased();
    const number = '+919000000001';
    expect(lease).toMatchObject({ state: 'active', number, country: 'IN', type: 'mobile', policy: 'release' });
    expect(Date.parse(lease.expiresAt ?? '') - Date.parse(lease.startedAt)).toBe(60_000);
    expect(twilio.purchases).toEqual([
      {
        phoneNumber: number,
        friendlyName: `otp-dock ${lease.id} ${app.state().settings.installation}`,
        smsUrl: 'https://hooks.example/webhook',
        papers: null,
      },
    ]);
  });

  it('gives it back when the time is up', async () => {
    const { twilio, lasts, id } = await startLeased();
    expect(await lasts(id, 60_000)).toMatchObject({ state: 'released' });
    expect(twilio.count('release')).toBe(1);
    expect(twilio.owned.size).toBe(0);
  });

  it('buys once for a double click, and once for the same key later, also after a restart', async () => {
    const { twilio, take, restart } = await startCore();
    const key = { requestId: 'r1' };
    const [first, second] = await Promise.all([take(key), take(key)]);
    const [third, fourth] = [await take(key), await (await restart()).take(key)];
    expect([second.id, third.id, fourth.id]).toEqual([first.id, first.id, first.id]);
    expect(twilio.purchases).toHaveLength(1);
  });

  it('takes the next number when somebody else was quicker', async () => {
    const { twilio, take } = await startCore();
    twilio.failNext('purchase', taken(), taken());
    expect((await take()).number).toBe('+919000000003');
  });

  it('looks among local and toll-free numbers when there is no mobile one', async () => {
    const { twilio, take } = await startCore();
    twilio.forSale = new Map([['US tollFree', ['+18005550100']]]);
    expect(await take({ country: 'US' })).toMatchObject({ number: '+18005550100', type: 'tollFree' });
  });

  it('says why there is none in India, and what to do', async () => {
    const { app, twilio, take } = await startCore();
    twilio.forSale.clear();
    expect(await failureOf(take())).toMatchObject({
      code: 'NO_NUMBERS_AVAILABLE',
      message: expect.toSay('India'),
      hint: expect.toSay('US'),
    });
    expect(app.listLeases()[0]).toMatchObject({ state: 'failed', number: null });
  });

  it('may be tried again with the same key after it failed', async () => {
    const { twilio, take } = await startCore();
    twilio.failNext('purchase', plainError('INSUFFICIENT_FUNDS', 'No money.', 'Add funds.'));
    expect(await codeOf(take({ requestId: 'r1' }))).toBe('INSUFFICIENT_FUNDS');
    expect((await take({ requestId: 'r1' })).state).toBe('active');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is not possible without an account', async () => {
    const { take } = await startCore({ environment: { credentials: null } });
    expect(await codeOf(take())).toBe('NOT_CONNECTED');
  });
});

/** While Twilio was asked for the number, which it has sold, or not. */
async function crashedWhileBuying(carriedOut: boolean) {
  const { app, twilio, take, restart } = await startCore();
  twilio.hold('purchase');
  void take({ requestId: 'r1' });
  await settle();
  const { id = '' } = app.listLeases()[0] ?? {};
  const friendlyName = `otp-dock ${id} ${app.state().settings.installation}`;
  if (carriedOut) twilio.own({ phoneNumber: '+919000000001', friendlyName, boughtAt: '' });
  return { id, twilio, restart };
}

describe('a purchase whose answer is lost', () => {
  it('is found on the account, and not bought again', async () => {
    const { twilio, take } = await startCore();
    twilio.loseAnswer('purchase');
    expect((await take()).state).toBe('active');
    expect(twilio.purchases).toHaveLength(1);
    expect(twilio.owned.size).toBe(1);
  });

  it('is told as unknown when the account cannot be asked for minutes, and goes on when it can', async () => {
    const { app, clock, twilio, take } = await startCore();
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', ...Array.from({ length: 300 }, unreachable));
    expect(await clock.during(140_000, codeOf(take({ ttlSeconds: 600 })))).toBe('TWILIO_UNREACHABLE');
    expect(app.listLeases()[0]?.state).toBe('buying');
    twilio.heal();
    await clock.advance(15_000);
    expect(app.listLeases()[0]?.state).toBe('active');
    expect(twilio.purchases).toHaveLength(1);
  });

  it.each([
    ['goes on at the next start when it had been carried out', true, 'active'],
    ['has failed at the next start when it had not', false, 'failed'],
  ])('because the app crashed in the middle %s', async (_, carriedOut, state) => {
    const { id, twilio, restart } = await crashedWhileBuying(carriedOut);
    const next = await restart();
    await next.clock.advance(5_000);
    expect(next.app.lease(id).state).toBe(state);
    expect(twilio.purchases).toHaveLength(0);
  });

  it.each([
    ['gets the lease when it had been carried out', true],
    ['buys another number when it had not', false],
  ])('because the app crashed: whoever asks again with the same key %s', async (_, carriedOut) => {
    const { id, twilio, restart } = await crashedWhileBuying(carriedOut);
    const next = await restart();
    // What the crashed run asked stays without an answer.
    twilio.hold('purchase')();
    const again = next.take({ requestId: 'r1' });
    await next.clock.advance(6_000);
    const lease = await again;
    expect(lease.state).toBe('active');
    expect(lease.id === id).toBe(carriedOut);
    expect(twilio.owned.size).toBe(1);
  });
});

describe('ending a lease', () => {
  it('is tried again until Twilio takes the number back, also after a restart', async () => {
    const { app, clock, twilio, end, restart, id } = await startLeased();
    twilio.failNext('release', unreachable(), unreachable());
    expect(await end(id)).toMatchObject({ state: 'releasing', problem: { code: 'TWILIO_UNREACHABLE' } });
    await clock.advance(2_000);
    expect(app.lease(id).state).toBe('releasing');
    const next = await restart();
    expect(next.app.lease(id).state).toBe('released');
    expect(twilio.owned.size).toBe(0);
  });

  it('while the number is being bought gives it back as soon as it is there', async () => {
    const { app, twilio, take } = await startCore();
    const letGo = twilio.hold('purchase');
    const starting = take();
    await settle();
    const id = app.listLeases()[0]?.id ?? '';
    expect((await app.leases.end(id)).state).toBe('buying');
    letGo();
    await settle(starting);
    expect(app.lease(id).state).toBe('released');
    expect(twilio.owned.size).toBe(0);
  });

  it('twice gives the number back once', async () => {
    const { app, twilio, id } = await startLeased();
    await settle(Promise.all([app.leases.end(id), app.leases.end(id)]));
    expect(twilio.count('release')).toBe(1);
  });

  it('is tried again once a second while the disk refuses, however many are due, and no more after a stop', async () => {
    const core = await startCore();
    await core.takeMany(4);
    const commits = vi.spyOn(core.history, 'commit').mockRejectedValue(new Error('disk full'));
    await core.clock.advance(70_000);
    const after70 = commits.mock.calls.length;
    expect(after70).toBeGreaterThanOrEqual(4 * 10);
    expect(after70).toBeLessThan(4 * 15);
    commits.mockRestore();
    await core.clock.advance(2_000);
    expect(core.app.listLeases().map(({ state }) => state)).toEqual(Array(4).fill('released'));
    vi.spyOn(core.history, 'commit').mockRejectedValue(new Error('disk full'));
    await core.app.stop();
    expect(core.clock.waiting).toBe(0);
  });

  it('that ran out while the app was off happens at the next start', async () => {
    const { restart, id } = await startLeased();
    const next = await restart(3_600_000);
    expect(next.app.lease(id).state).toBe('released');
  });
});

describe('cancelling while the number is being bought', () => {
  /** Orders a number and cancels that. `outcome`: what the request ends with, the lease's state or an error's code. */
  async function cancelled(core: CoreApp, policy: Policy = 'release') {
    const outcome = core.take({ policy, label: 'cancelled' }).then(
      ({ state }) => state,
      (thrown: unknown) => toFailure(thrown).code,
    );
    await settle();
    const { id = '' } = core.app.listLeases().find(({ label }) => label === 'cancelled') ?? {};
    await core.app.leases.end(id);
    await settle();
    return { outcome, lease: () => core.app.lease(id) };
  }

  it('before Twilio was asked for one buys nothing, at once, even while Twilio does not answer', async () => {
    const core = await startCore();
    const answer = core.twilio.hold('search');
    const { outcome, lease } = await cancelled(core);
    expect(await outcome).toBe('LEASE_ENDED');
    expect(lease()).toMatchObject({ state: 'failed', problem: { code: 'LEASE_ENDED' } });
    answer();
    await core.clock.advance(60_000);
    expect(core.twilio.count('purchase')).toBe(0);
  });

  it('before its turn to ask Twilio has come buys nothing', async () => {
    const core = await startCore();
    const answer = core.twilio.hold('purchase');
    const others = core.takeMany(2);
    await settle();
    const { outcome } = await cancelled(core);
    answer();
    await others;
    expect(await outcome).toBe('LEASE_ENDED');
    expect(core.twilio.purchases).toHaveLength(2);
  });

  it.each(['renewal', 'keep'] as const)('after Twilio was asked keeps the number (%s)', async (policy) => {
    const core = await startCore();
    const answer = core.twilio.hold('purchase');
    const { lease } = await cancelled(core, policy);
    expect(lease()).toMatchObject({ state: 'buying', cancelled: true });
    answer();
    await settle();
    expect(lease()).toMatchObject({ state: 'idle', cancelled: false });
    expect(core.twilio.purchases).toHaveLength(1);
  });

  it.each([
    ['gives the number back when it had been bought', true, 'released'],
    ['is over when it had not', false, 'failed'],
  ])('while Twilio’s answer is missing asks for it, and %s', async (_, isBought, state) => {
    const core = await startCore();
    const { clock, twilio } = core;
    if (isBought) twilio.loseAnswer('purchase');
    else twilio.failNext('purchase', unreachable());
    twilio.failNext('findByFriendlyName', ...Array.from({ length: 3 }, unreachable), ...(isBought ? [] : [null]));
    const { outcome, lease } = await cancelled(core);
    expect(lease()).toMatchObject({ state: 'buying', cancelled: true });
    await clock.advance(5_000);
    expect(await outcome).toBe('LEASE_ENDED');
    expect(lease()).toMatchObject({ state: 'buying', cancelled: true });
    twilio.heal();
    await clock.advance(60_000);
    expect(lease()).toMatchObject({ state, cancelled: false });
    expect(twilio.count('purchase')).toBe(1);
    expect(twilio.owned.size).toBe(0);
  });
});

describe('extending a lease', () => {
  it('moves its end', async () => {
    const { app, clock, lasts, id } = await startLeased();
    await clock.advance(59_000);
    await app.leases.extend(id, 60);
    expect(await lasts(id, 61_000)).toMatchObject({ state: 'released' });
  });

  it('is refused when it is over', async () => {
    const { app, id } = await startLeased();
    await app.leases.end(id);
    expect(await codeOf(app.leases.extend(id, 60))).toBe('LEASE_ENDED');
    expect(await codeOf(app.leases.extend('none', 60))).toBe('NOT_FOUND');
  });
});
