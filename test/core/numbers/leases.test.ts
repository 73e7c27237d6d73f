import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { plainError, type Failure } from '../../../electron/contract/errors.ts';
import { FakeTelephony, taken, unreachable } from '../../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';

const codeOf = (thrown: unknown) => (thrown as { failure: { code: string } }).failure.code;

describe('taking a number', () => {
  it('buys it with the webhook in the same call, and leases it for 60 seconds', async () => {
    const { app, twilio } = await startCore();
    const lease = await app.leases.start({ requestId: 'r1' });
    expect(lease).toMatchObject({
      state: 'active',
      number: '+919000000001',
      country: 'IN',
      type: 'mobile',
      policy: 'release',
    });
    expect(Date.parse(lease.expiresAt ?? '') - Date.parse(lease.startedAt)).toBe(60_000);
    expect(twilio.purchases).toEqual([
      {
        phoneNumber: '+919000000001',
        friendlyName: `otp-dock ${lease.id} ${app.state().settings.installation}`,
        smsUrl: 'https://hooks.example/webhook',
        papers: null,
      },
    ]);
  });

  it('gives it back when the time is up', async () => {
    const { app, clock, twilio } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await clock.advance(59_999);
    expect(app.lease(id).state).toBe('active');
    await clock.advance(1);
    expect(app.lease(id).state).toBe('released');
    expect(twilio.count('release')).toBe(1);
    expect(twilio.owned.size).toBe(0);
  });

  it('buys once for a double click, and once for the same key later, also after a restart', async () => {
    const [history, twilio] = [openHistory(':memory:'), new FakeTelephony()];
    const { app } = await startCore({ history, twilio });
    const [first, second] = await Promise.all([
      app.leases.start({ requestId: 'r1' }),
      app.leases.start({ requestId: 'r1' }),
    ]);
    const third = await app.leases.start({ requestId: 'r1' });
    const next = await startCore({ history, twilio });
    const fourth = await next.app.leases.start({ requestId: 'r1' });
    expect([second.id, third.id, fourth.id]).toEqual([first.id, first.id, first.id]);
    expect(twilio.purchases).toHaveLength(1);
  });

  it('takes the next number when somebody else was quicker', async () => {
    const { app, twilio } = await startCore();
    twilio.failNext('purchase', taken(), taken());
    expect((await app.leases.start({ requestId: 'r1' })).number).toBe('+919000000003');
  });

  it('looks among local and toll-free numbers when there is no mobile one', async () => {
    const { app, twilio } = await startCore();
    twilio.forSale = new Map([['US tollFree', ['+18005550100']]]);
    expect(await app.leases.start({ requestId: 'r1', country: 'US' })).toMatchObject({
      number: '+18005550100',
      type: 'tollFree',
    });
  });

  it('says why there is none in India, and what to do', async () => {
    const { app, twilio } = await startCore();
    twilio.forSale.clear();
    const failed = await app.leases.start({ requestId: 'r1' }).catch((thrown: unknown) => thrown);
    expect(codeOf(failed)).toBe('NO_NUMBERS_AVAILABLE');
    expect((failed as { failure: Failure }).failure).toMatchObject({
      message: expect.toSay('India'),
      hint: expect.toSay('US'),
    });
    expect(app.listLeases()[0]).toMatchObject({ state: 'failed', number: null });
  });

  it('may be tried again with the same key after it failed', async () => {
    const { app, twilio } = await startCore();
    twilio.failNext('purchase', plainError('INSUFFICIENT_FUNDS', 'No money.', 'Add funds.'));
    await app.leases.start({ requestId: 'r1' }).catch(() => null);
    expect((await app.leases.start({ requestId: 'r1' })).state).toBe('active');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is not possible without an account', async () => {
    const { app } = await startCore({ environment: { credentials: null } });
    expect(codeOf(await app.leases.start({ requestId: 'r1' }).catch((thrown: unknown) => thrown))).toBe(
      'NOT_CONNECTED',
    );
  });
});

describe('a purchase whose answer is lost', () => {
  it('is found on the account, and not bought again', async () => {
    const { app, twilio } = await startCore();
    twilio.loseAnswer('purchase');
    expect((await app.leases.start({ requestId: 'r1' })).state).toBe('active');
    expect(twilio.purchases).toHaveLength(1);
    expect(twilio.owned.size).toBe(1);
  });

  it('is looked up later when the account cannot be asked either', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', unreachable());
    const starting = app.leases.start({ requestId: 'r1' });
    await settle();
    expect(app.listLeases()[0]?.state).toBe('buying');
    await clock.advance(1_000);
    expect((await starting).state).toBe('active');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is told as unknown when the account cannot be asked for minutes, and goes on when it can', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', ...Array.from({ length: 300 }, unreachable));
    const starting = app.leases.start({ requestId: 'r1', ttlSeconds: 600 }).catch((thrown: unknown) => thrown);
    await clock.advance(140_000);
    expect(codeOf(await starting)).toBe('TWILIO_UNREACHABLE');
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
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const crashing = await startCore({ history, clock, twilio });
    twilio.hold('purchase');
    void crashing.app.leases.start({ requestId: 'r1' });
    await settle();
    const { id } = crashing.app.listLeases()[0] ?? { id: '' };
    const { installation } = crashing.app.state().settings;
    if (carriedOut)
      twilio.own({ phoneNumber: '+919000000001', friendlyName: `otp-dock ${id} ${installation}`, boughtAt: '' });
    const next = await startCore({ history, clock, twilio });
    await clock.advance(5_000);
    expect(next.app.lease(id).state).toBe(state);
    expect(twilio.purchases).toHaveLength(0);
  });
});

describe('ending a lease', () => {
  it('is tried again until Twilio takes the number back, also after a restart', async () => {
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const first = await startCore({ history, clock, twilio });
    const { id } = await first.app.leases.start({ requestId: 'r1' });
    twilio.failNext('release', unreachable(), unreachable());
    await first.app.leases.end(id);
    await settle();
    expect(first.app.lease(id)).toMatchObject({ state: 'releasing', problem: { code: 'TWILIO_UNREACHABLE' } });
    await clock.advance(2_000);
    expect(first.app.lease(id).state).toBe('releasing');
    const second = await startCore({ history, clock, twilio });
    expect(second.app.lease(id).state).toBe('released');
    expect(twilio.owned.size).toBe(0);
  });

  it('while the number is being bought gives it back as soon as it is there', async () => {
    const { app, twilio } = await startCore();
    const letGo = twilio.hold('purchase');
    const starting = app.leases.start({ requestId: 'r1' });
    await settle();
    const id = app.listLeases()[0]?.id ?? '';
    expect((await app.leases.end(id)).state).toBe('buying');
    letGo();
    await starting;
    await settle();
    expect(app.lease(id).state).toBe('released');
    expect(twilio.owned.size).toBe(0);
  });

  it('twice gives the number back once', async () => {
    const { app, twilio } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await Promise.all([app.leases.end(id), app.leases.end(id)]);
    await settle();
    expect(twilio.count('release')).toBe(1);
  });

  it('that ran out while the app was off happens at the next start', async () => {
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const first = await startCore({ history, clock, twilio });
    const { id } = await first.app.leases.start({ requestId: 'r1' });
    const later = new ManualClock(clock.now() + 3_600_000);
    const second = await startCore({ history, clock: later, twilio });
    await settle();
    expect(second.app.lease(id).state).toBe('released');
  });
});

describe('extending a lease', () => {
  it('moves its end', async () => {
    const { app, clock } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await clock.advance(59_000);
    await app.leases.extend(id, 60);
    await clock.advance(60_000);
    expect(app.lease(id).state).toBe('active');
    await clock.advance(1_000);
    expect(app.lease(id).state).toBe('released');
  });

  it('is refused when it is over', async () => {
    const { app } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await app.leases.end(id);
    expect(codeOf(await app.leases.extend(id, 60).catch((thrown: unknown) => thrown))).toBe('LEASE_ENDED');
    expect(codeOf(await app.leases.extend('none', 60).catch((thrown: unknown) => thrown))).toBe('NOT_FOUND');
  });
});
