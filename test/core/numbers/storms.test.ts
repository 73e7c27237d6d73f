import { describe, expect, it, vi } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { draw, seeded } from '../../../electron/emulator/random.ts';
import { plainError } from '../../../electron/contract/errors.ts';
import { mobiles, taken, unreachable, type FakeTelephony } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';
import { codeOf } from '../../support/failures.ts';

const limited = () => plainError('RATE_LIMITED', 'Too many.', 'Wait.', { retryable: true });
const troubled = () =>
  plainError('TWILIO_ERROR', 'Trouble.', 'Wait.', {
    retryable: true,
    twilio: { code: 20503, status: 503, message: 'Service unavailable', moreInfo: null },
  });

describe('a purchase that Twilio refuses for the moment', () => {
  it('is tried again, later each time, until it is done once', async () => {
    const { clock, twilio, take } = await startCore();
    twilio.failNext('search', limited(), unreachable());
    twilio.failNext('purchase', limited(), troubled());
    expect(await clock.during(60_000, take())).toMatchObject({ number: '+919000000001' });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is given up after two minutes with the last reason', async () => {
    const { app, clock, twilio, take } = await startCore();
    twilio.failNext('search', ...Array.from({ length: 100 }, limited));
    expect(await clock.during(200_000, codeOf(take()))).toBe('RATE_LIMITED');
    expect(app.listLeases()[0]).toMatchObject({ state: 'failed', problem: { code: 'RATE_LIMITED' } });
  });

  it('can be cancelled while it waits', async () => {
    const { app, clock, twilio, take } = await startCore();
    twilio.failNext('search', limited());
    const starting = codeOf(take());
    await settle();
    expect(app.listLeases()[0]).toMatchObject({ state: 'buying', problem: { code: 'RATE_LIMITED' } });
    await app.leases.end(app.listLeases()[0]?.id ?? '');
    await clock.advance(2_000);
    expect(await starting).toBe('LEASE_ENDED');
    expect(twilio.purchases).toHaveLength(0);
  });

  it('does not stop the app from closing', async () => {
    const { app, clock, twilio, take } = await startCore();
    twilio.failNext('search', limited());
    const starting = codeOf(take());
    await settle();
    await app.stop();
    expect(await starting).toBe('NOT_CONNECTED');
    expect(clock.waiting).toBe(0);
  });
});

describe('a purchase that the disk has no room for', () => {
  const full = () => plainError('STORAGE_FAILED', 'The disk is full.', 'Make room.', { retryable: true });

  it('for longer than anybody waits is its lease’s once there is room, and made once', async () => {
    const { app, clock, history, twilio, take } = await startCore();
    const commit = history.commit.bind(history);
    const refusing = vi
      .spyOn(history, 'commit')
      .mockImplementation((account, change) =>
        change.entries?.length ? Promise.reject(full()) : commit(account, change),
      );
    expect(await clock.during(200_000, codeOf(take({ ttlSeconds: 600 })))).toBe('STORAGE_FAILED');
    refusing.mockRestore();
    await clock.advance(20_000);
    expect(app.listLeases()).toMatchObject([{ state: 'active', number: '+919000000001' }]);
    expect(twilio.purchases).toHaveLength(1);
  });

  it('and that found nothing to buy has failed once there is', async () => {
    const { app, clock, history, twilio, take } = await startCore();
    twilio.failNext('search', plainError('FORBIDDEN', 'No.', 'Ask.'));
    const commit = history.commit.bind(history);
    const refusing = vi
      .spyOn(history, 'commit')
      .mockImplementation((account, change) =>
        change.entries?.length ? Promise.reject(full()) : commit(account, change),
      );
    expect(await clock.during(10_000, codeOf(take()))).toBe('STORAGE_FAILED');
    refusing.mockRestore();
    await clock.advance(20_000);
    expect(app.listLeases()).toMatchObject([{ state: 'failed' }]);
  });
});

describe('a purchase in trouble', () => {
  it('repeats what failed, and keeps what it has found', async () => {
    const { clock, twilio, take } = await startCore();
    twilio.failNext('search', troubled(), limited(), unreachable());
    twilio.failNext('purchase', ...Array.from({ length: 8 }, troubled));
    expect(await clock.during(20_000, take())).toMatchObject({ number: '+919000000001' });
    expect(twilio.count('search')).toBe(4);
    expect(twilio.purchases).toHaveLength(1);
  });

  it('looks up in place what may have been bought', async () => {
    const { clock, twilio, take } = await startCore();
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', unreachable(), troubled(), limited());
    expect(await clock.during(1_500, take())).toMatchObject({ state: 'active' });
    expect(twilio.count('purchase')).toBe(1);
  });

  it('takes a redirect for an answer that tells nothing, and looks the number up', async () => {
    const { twilio, take } = await startCore();
    const { purchase } = twilio;
    twilio.purchase = async (order) => {
      await purchase(order);
      throw plainError('TWILIO_ERROR', 'Moved.', 'Look.', {
        twilio: { code: null, status: 302, message: 'HTTP status 302', moreInfo: null },
      });
    };
    expect((await take()).number).toBe('+919000000001');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('does not take another number when the one that is taken may be its own', async () => {
    const { clock, twilio, take } = await startCore();
    // The answer is lost, and the account does not show the number yet.
    twilio.loseAnswer('purchase');
    const find = twilio.findByFriendlyName;
    let asked = 0;
    twilio.findByFriendlyName = async (name) => ((asked += 1) <= 3 ? [] : find(name));
    expect(await clock.during(10_000, take())).toMatchObject({ number: '+919000000001' });
    expect(twilio.purchases).toHaveLength(1);
  });

  it.each([
    ['429', limited],
    ['503', troubled],
    ['cut connections', unreachable],
  ])('gets all of five numbers within a minute while two of three answers are %s', async (_, failure) => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const chance = seeded(seed);
      const { app, clock, twilio, takeMany } = await startCore();
      for (const call of ['search', 'monthlyPrices', 'purchase', 'findByFriendlyName'] as const) {
        twilio.failNext(call, ...Array.from({ length: 500 }, () => (draw(chance) < 2 / 3 ? failure() : null)));
      }
      const starting = takeMany(5);
      await clock.advance(60_000);
      expect(app.listLeases().map(({ number }) => number)).not.toContain(null);
      await starting;
      expect(twilio.purchases).toHaveLength(5);
      await app.stop();
    }
  });
});

describe('a country in trouble', () => {
  const stuckBy = (twilio: FakeTelephony, call: 'search' | 'purchase', answer: () => Promise<never>) => {
    const british = mobiles(60).map((number) => number.replace('+91', '+44'));
    twilio.forSale.set('GB mobile', british);
    const { search, purchase } = twilio;
    if (call === 'search') twilio.search = (query) => (query.country === 'GB' ? answer() : search(query));
    else twilio.purchase = (order) => (order.phoneNumber.startsWith('+44') ? answer() : purchase(order));
  };

  it.each([
    ['is refused', 'search', () => Promise.reject(limited())],
    ['gets no answer', 'search', () => new Promise<never>(() => undefined)],
    ['is refused its purchases', 'purchase', () => Promise.reject(troubled())],
    ['gets no answer to its purchases', 'purchase', () => new Promise<never>(() => undefined)],
  ] as const)('that %s keeps no other one waiting', async (_, call, answer) => {
    const { app, clock, twilio, take } = await startCore();
    stuckBy(twilio, call, answer);
    for (let index = 0; index < 40; index += 1) take({ country: 'GB' }).catch(() => undefined);
    await clock.advance(5_000);
    const healthy = take();
    await clock.advance(1_000);
    expect(app.listLeases().find(({ country }) => country === 'IN')?.state).toBe('active');
    await healthy;
  });

  it('has the full patience from its turn on', async () => {
    const { clock, twilio, takeMany } = await startCore();
    // Each purchase takes so long that the last of the wishes waits for minutes.
    const { purchase } = twilio;
    twilio.purchase = async (order) => {
      await new Promise<void>((resolve) => clock.after(19_000, resolve));
      return purchase(order);
    };
    const starting = takeMany(20);
    await clock.advance(100_000);
    twilio.failNext('purchase', ...Array.from({ length: 6 }, troubled));
    await clock.advance(300_000);
    expect(await starting).toHaveLength(20);
  });
});

describe('many wishes at once', () => {
  it('buy two at a time', async () => {
    const { twilio, takeMany } = await startCore();
    const letGo = twilio.hold('purchase');
    const starting = takeMany(6);
    await settle();
    expect(twilio.count('purchase')).toBe(2);
    letGo();
    const leases = await starting;
    expect(new Set(leases.map(({ number }) => number)).size).toBe(6);
  });

  it('in a storm of 429 and 503 are served once each', async () => {
    const { clock, twilio, takeMany } = await startCore();
    twilio.failNext('search', ...Array.from({ length: 15 }, limited));
    twilio.failNext('purchase', ...Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? taken() : troubled())));
    const leases = await clock.during(600_000, takeMany(20, { ttlSeconds: 3_600 }));
    expect(new Set(leases.map(({ numberSid }) => numberSid)).size).toBe(20);
    expect(twilio.purchases).toHaveLength(20);
  });

  it('are all given back at once, and each release is tried until it is done', async () => {
    const { app, clock, twilio, takeMany } = await startCore();
    await takeMany(20);
    twilio.failNext('release', ...Array.from({ length: 9 }, unreachable));
    await app.leases.endAll();
    await clock.advance(30_000);
    expect(twilio.owned.size).toBe(0);
    expect(app.listLeases().every(({ state }) => state === 'released')).toBe(true);
  });
});

it('an app that is stopped while it starts leaves no timer behind', async () => {
  const { app, clock } = await startCore({ unstarted: true });
  const starting = app.start();
  await app.stop();
  await settle(starting.catch(() => null));
  expect(clock.waiting).toBe(0);
});

describe('closing the app with running leases', () => {
  it('can end them first, and tries their release again for a while', async () => {
    const { app, clock, twilio, take } = await startCore();
    await take();
    twilio.failNext('release', unreachable());
    await clock.during(3_000, app.stop({ endLeases: true }));
    expect(twilio.owned.size).toBe(0);
  });

  it('does not wait for ever for a Twilio that does not answer', async () => {
    const { app, clock, twilio, take } = await startCore();
    await take();
    twilio.failNext('release', ...Array.from({ length: 20 }, unreachable));
    await clock.during(10_000, app.stop({ endLeases: true }));
    expect(clock.waiting).toBe(0);
  });

  it('leaves them running otherwise', async () => {
    const { app, twilio, take } = await startCore();
    await take();
    await app.stop();
    expect(twilio.owned.size).toBe(1);
  });
});

it('a number is not given back while an earlier request for it may still buy it anew', async () => {
  const { app, clock, twilio, take } = await startCore();
  // It gets no answer, and nothing is bought yet; the second one does.
  twilio.failNext('purchase', unreachable());
  const { id } = await clock.during(2_000, take());
  await app.leases.end(id);
  await clock.advance(25_000);
  expect(app.lease(id).state).toBe('expired');
  await clock.advance(10_000);
  expect(app.lease(id).state).toBe('released');
});

it('a purchase that begins while interrupted ones are looked for is left to those who make it', async () => {
  const history = openHistory(':memory:');
  const { app, twilio, take } = await startCore({ history, unstarted: true });
  const [start, purchase] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const commit = history.commit.bind(history);
  history.commit = async (account, change) => {
    await commit(account, change);
    await (change.leases?.length ? purchase : start).promise;
  };
  await app.start();
  const starting = take();
  await settle();
  start.resolve();
  await settle();
  purchase.resolve();
  expect(await starting).toMatchObject({ state: 'active' });
  expect(twilio.purchases).toHaveLength(1);
});
