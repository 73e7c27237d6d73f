import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { draw, seeded } from '../../../electron/emulator/random.ts';
import { plainError } from '../../../electron/contract/errors.ts';
import { FakeTelephony, taken, unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';

const limited = () => plainError('RATE_LIMITED', 'Too many.', 'Wait.', { retryable: true });
const troubled = () =>
  plainError('TWILIO_ERROR', 'Trouble.', 'Wait.', {
    retryable: true,
    twilio: { code: 20503, status: 503, message: 'Service unavailable', moreInfo: null },
  });
const failureOf = (thrown: unknown) => (thrown as { failure: { code: string; message: string } }).failure;
const numbersForSale = (count: number) => Array.from({ length: count }, (_, index) => `+91900000${1000 + index}`);

describe('a purchase that Twilio refuses for the moment', () => {
  it('is tried again, later each time, until it is done once', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.failNext('search', limited(), unreachable());
    twilio.failNext('purchase', limited(), troubled());
    const starting = app.leases.start({ requestId: 'r1' });
    await clock.advance(60_000);
    expect((await starting).number).toBe('+919000000001');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is given up after two minutes with the last reason', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.failNext('search', ...Array.from({ length: 100 }, limited));
    const starting = app.leases.start({ requestId: 'r1' }).catch((thrown: unknown) => thrown);
    await clock.advance(200_000);
    expect(failureOf(await starting).code).toBe('RATE_LIMITED');
    expect(app.listLeases()[0]).toMatchObject({ state: 'failed', problem: { code: 'RATE_LIMITED' } });
  });

  it('can be cancelled while it waits', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.failNext('search', limited());
    const starting = app.leases.start({ requestId: 'r1' }).catch((thrown: unknown) => thrown);
    await settle();
    expect(app.listLeases()[0]).toMatchObject({ state: 'buying', problem: { code: 'RATE_LIMITED' } });
    await app.leases.end(app.listLeases()[0]?.id ?? '');
    await clock.advance(2_000);
    expect(failureOf(await starting).code).toBe('LEASE_ENDED');
    expect(twilio.purchases).toHaveLength(0);
  });

  it('whose number turns out to be taken by ourselves is found, and no other is bought', async () => {
    const { app, clock, twilio } = await startCore();
    // The answer is lost and the account does not show the number yet.
    twilio.loseAnswer('purchase');
    const find = twilio.findByFriendlyName;
    let asked = 0;
    twilio.findByFriendlyName = async (name) => ((asked += 1) <= 2 ? [] : find(name));
    const starting = app.leases.start({ requestId: 'r1' });
    await clock.advance(10_000);
    expect((await starting).number).toBe('+919000000001');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('does not stop the app from closing', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.failNext('search', limited());
    const starting = app.leases.start({ requestId: 'r1' }).catch((thrown: unknown) => thrown);
    await settle();
    await app.stop();
    expect(failureOf(await starting).code).toBe('NOT_CONNECTED');
    expect(clock.waiting).toBe(0);
  });
});

describe('a purchase in trouble', () => {
  it('repeats what failed, and keeps what it has found', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.failNext('search', troubled(), limited(), unreachable());
    twilio.failNext('purchase', ...Array.from({ length: 8 }, troubled));
    const starting = app.leases.start({ requestId: 'r1' });
    await clock.advance(20_000);
    expect((await starting).number).toBe('+919000000001');
    expect(twilio.count('search')).toBe(4);
    expect(twilio.purchases).toHaveLength(1);
  });

  it('looks up in place what may have been bought', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.loseAnswer('purchase');
    twilio.failNext('findByFriendlyName', unreachable(), troubled(), limited());
    const starting = app.leases.start({ requestId: 'r1' });
    await clock.advance(1_500);
    expect((await starting).state).toBe('active');
    expect(twilio.count('purchase')).toBe(1);
  });

  it('takes a redirect for an answer that tells nothing, and looks the number up', async () => {
    const { app, twilio } = await startCore();
    const { purchase } = twilio;
    twilio.purchase = async (order) => {
      await purchase(order);
      throw plainError('TWILIO_ERROR', 'Moved.', 'Look.', {
        twilio: { code: null, status: 302, message: 'HTTP status 302', moreInfo: null },
      });
    };
    expect((await app.leases.start({ requestId: 'r1' })).number).toBe('+919000000001');
    expect(twilio.purchases).toHaveLength(1);
  });

  it('does not take another number when the one that is taken may be its own', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.loseAnswer('purchase');
    const find = twilio.findByFriendlyName;
    let asked = 0;
    twilio.findByFriendlyName = async (name) => ((asked += 1) <= 3 ? [] : find(name));
    const starting = app.leases.start({ requestId: 'r1' });
    await clock.advance(10_000);
    expect((await starting).number).toBe('+919000000001');
    expect(twilio.purchases).toHaveLength(1);
  });

  it.each([
    ['429', limited],
    ['503', troubled],
    ['cut connections', unreachable],
  ])('gets all of five numbers within a minute while two of three answers are %s', async (_, failure) => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const chance = seeded(seed);
      const { app, clock, twilio } = await startCore();
      twilio.forSale.set('IN mobile', numbersForSale(10));
      for (const call of ['search', 'monthlyPrices', 'purchase', 'findByFriendlyName'] as const) {
        twilio.failNext(call, ...Array.from({ length: 500 }, () => (draw(chance) < 2 / 3 ? failure() : null)));
      }
      const starting = Promise.all(
        Array.from({ length: 5 }, (__, index) => app.leases.start({ requestId: `r${index}` })),
      );
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
    twilio.forSale.set(
      'GB mobile',
      numbersForSale(60).map((number) => number.replace('+91', '+44')),
    );
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
    const { app, clock, twilio } = await startCore();
    stuckBy(twilio, call, answer);
    for (let index = 0; index < 40; index += 1)
      app.leases.start({ requestId: `stuck${index}`, country: 'GB' }).catch(() => undefined);
    await clock.advance(5_000);
    const healthy = app.leases.start({ requestId: 'healthy' });
    await clock.advance(1_000);
    expect(app.listLeases().find(({ country }) => country === 'IN')?.state).toBe('active');
    await healthy;
  });

  it('has the full patience from its turn on', async () => {
    const { app, clock, twilio } = await startCore();
    // Each purchase takes so long that the last of the wishes waits for minutes.
    const { purchase } = twilio;
    twilio.forSale.set('IN mobile', numbersForSale(40));
    twilio.purchase = async (order) => {
      await new Promise<void>((resolve) => clock.after(19_000, resolve));
      return purchase(order);
    };
    const starting = Promise.all(
      Array.from({ length: 20 }, (_, index) => app.leases.start({ requestId: `r${index}` })),
    );
    await clock.advance(100_000);
    twilio.failNext('purchase', ...Array.from({ length: 6 }, troubled));
    await clock.advance(300_000);
    expect(await starting).toHaveLength(20);
  });
});

describe('many wishes at once', () => {
  it('buy two at a time', async () => {
    const { app, twilio } = await startCore();
    twilio.forSale.set('IN mobile', numbersForSale(10));
    const letGo = twilio.hold('purchase');
    const starting = Promise.all(Array.from({ length: 6 }, (_, index) => app.leases.start({ requestId: `r${index}` })));
    await settle();
    expect(twilio.count('purchase')).toBe(2);
    letGo();
    const leases = await starting;
    expect(new Set(leases.map(({ number }) => number)).size).toBe(6);
  });

  it('in a storm of 429 and 503 are served once each', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.forSale.set('IN mobile', numbersForSale(60));
    twilio.failNext('search', ...Array.from({ length: 15 }, limited));
    twilio.failNext('purchase', ...Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? taken() : troubled())));
    const starting = Promise.all(
      Array.from({ length: 20 }, (_, index) => app.leases.start({ requestId: `r${index}`, ttlSeconds: 3_600 })),
    );
    await clock.advance(600_000);
    expect(new Set((await starting).map(({ numberSid }) => numberSid)).size).toBe(20);
    expect(twilio.purchases).toHaveLength(20);
  });

  it('are all given back at once, and each release is tried until it is done', async () => {
    const { app, clock, twilio } = await startCore();
    twilio.forSale.set('IN mobile', numbersForSale(20));
    await Promise.all(Array.from({ length: 20 }, (_, index) => app.leases.start({ requestId: `r${index}` })));
    twilio.failNext('release', ...Array.from({ length: 9 }, unreachable));
    await app.leases.endAll();
    await clock.advance(30_000);
    expect(twilio.owned.size).toBe(0);
    expect(app.listLeases().every(({ state }) => state === 'released')).toBe(true);
  });
});

it('a release that fails three times is told once', async () => {
  const twilio = new FakeTelephony();
  const { app, clock } = await startCore({ twilio });
  const { id } = await app.leases.start({ requestId: 'r1' });
  twilio.failNext('release', ...Array.from({ length: 5 }, unreachable));
  await app.leases.end(id);
  await clock.advance(6_000);
  expect(app.state().notices.filter(({ id: notice }) => notice.startsWith('release'))).toHaveLength(1);
  await clock.advance(120_000);
  expect(twilio.owned.size).toBe(0);
});

it('an app that is stopped while it starts leaves no timer behind', async () => {
  const { app, clock } = await startCore({ unstarted: true });
  const starting = app.start();
  await app.stop();
  await starting.catch(() => null);
  await settle();
  expect(clock.waiting).toBe(0);
});

describe('closing the app with running leases', () => {
  it('can end them first, and tries their release again for a while', async () => {
    const { app, clock, twilio } = await startCore();
    await app.leases.start({ requestId: 'r1' });
    twilio.failNext('release', unreachable());
    const stopping = app.stop({ endLeases: true });
    await clock.advance(3_000);
    await stopping;
    expect(twilio.owned.size).toBe(0);
  });

  it('does not wait for ever for a Twilio that does not answer', async () => {
    const { app, clock, twilio } = await startCore();
    await app.leases.start({ requestId: 'r1' });
    twilio.failNext('release', ...Array.from({ length: 20 }, unreachable));
    const stopping = app.stop({ endLeases: true });
    await clock.advance(10_000);
    await stopping;
    expect(clock.waiting).toBe(0);
  });

  it('leaves them running otherwise', async () => {
    const { app, twilio } = await startCore();
    await app.leases.start({ requestId: 'r1' });
    await app.stop();
    expect(twilio.owned.size).toBe(1);
  });
});

it('a number is not given back while an earlier request for it may still buy it anew', async () => {
  const { app, clock, twilio } = await startCore();
  // It gets no answer, and nothing is bought yet; the second one does.
  twilio.failNext('purchase', unreachable());
  const starting = app.leases.start({ requestId: 'r1' });
  await clock.advance(2_000);
  const { id } = await starting;
  await app.leases.end(id);
  await clock.advance(25_000);
  expect(app.lease(id).state).toBe('expired');
  await clock.advance(10_000);
  expect(app.lease(id).state).toBe('released');
});

it('a purchase that begins while interrupted ones are looked for is left to those who make it', async () => {
  const history = openHistory(':memory:');
  const { app, twilio } = await startCore({ history, unstarted: true });
  const [start, purchase] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const commit = history.commit.bind(history);
  history.commit = async (account, change) => {
    await commit(account, change);
    await (change.leases?.length ? purchase : start).promise;
  };
  await app.start();
  const starting = app.leases.start({ requestId: 'r1' });
  await settle();
  start.resolve();
  await settle();
  purchase.resolve();
  expect(await starting).toMatchObject({ state: 'active' });
  expect(twilio.purchases).toHaveLength(1);
});
