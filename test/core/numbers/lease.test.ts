import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endReasons } from '../../../electron/contract/lease.ts';
import { toFailure } from '../../../electron/contract/errors.ts';
import { advanceLease, isPinned, type LeaseEvent, type LeaseLife } from '../../../electron/core/numbers/lease.ts';
import type { LeasedNumber } from '../../../electron/core/recordFields.ts';
import { forAll } from '../../support/runs.ts';
import { livesOf } from './lives.ts';

const leased: LeasedNumber = { number: '+12025550123', numberSid: 'PN1', type: 'local', monthlyPrice: null };
const failure = toFailure(null);
const buying: LeaseLife = { state: 'buying', endWanted: false };

const anyEvent: fc.Arbitrary<LeaseEvent> = fc.oneof(
  fc.record({ type: fc.constant('bought' as const), leased: fc.constant(leased), expiresAt: fc.nat(), at: fc.nat() }),
  fc.record({ type: fc.constant('purchaseFailed' as const), failure: fc.constant(failure), at: fc.nat() }),
  fc.record({ type: fc.constant('extended' as const), ms: fc.nat() }),
  fc.record({ type: fc.constantFrom('pinned' as const, 'unpinned' as const), at: fc.nat() }),
  fc.record({ type: fc.constant('ended' as const), at: fc.nat(), because: fc.constantFrom(...endReasons) }),
);

const order = ['buying', 'active', 'ended'];

describe('the life of a lease', () => {
  it('goes forward only, whatever happens in whatever order', () =>
    forAll(100, [fc.array(anyEvent)], (events) => {
      const steps = livesOf(events, buying, advanceLease)
        .map(({ state }) => state)
        .filter((state) => state !== 'failed')
        .map((state) => order.indexOf(state));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }));

  it('changes nothing once it is over', async () => {
    const over: LeaseLife[] = [
      { state: 'ended', leased, expiresAt: 1 },
      { state: 'failed', failure, failedAt: 1 },
    ];
    await forAll(100, [fc.constantFrom(...over), anyEvent], (life, event) => {
      expect(advanceLease(life, event)).toBeNull();
    });
  });

  it('is over at once when its end was asked for while its number was being bought', () => {
    const ended = advanceLease(buying, { type: 'ended', at: 1, because: 'onRequest' });
    expect(ended).toEqual({ state: 'buying', endWanted: true });
    const bought = advanceLease(ended as LeaseLife, { type: 'bought', leased, at: 7, expiresAt: 9 });
    expect(bought).toEqual({ state: 'ended', leased, expiresAt: 7, because: 'onRequest' });
  });
});

/** What a person does to a lease while it runs, each so many milliseconds after what was before. */
const anyDeed = fc.record({
  deed: fc.constantFrom('pinned' as const, 'unpinned' as const, 'extended' as const),
  after: fc.nat(50_000),
  ms: fc.nat(100_000),
});

describe('a pinned lease', () => {
  it('has the time again that it had, whatever was done to it and however long it was pinned', () =>
    forAll(100, [fc.array(anyDeed), fc.nat(100_000)], (deeds, length) => {
      let [life, now]: [LeaseLife, number] = [{ state: 'active', leased, expiresAt: length }, 0];
      /** The plain account of it: what is left, and whether that runs. */
      const model = { left: length, pinned: false };
      for (const { deed, after, ms } of deeds) {
        now += after;
        if (!model.pinned) model.left -= after;
        if (deed === 'extended') model.left += ms;
        if (deed === 'pinned' && !model.pinned) model.left = Math.max(60_000, model.left);
        if (deed !== 'extended') model.pinned = deed === 'pinned';
        life = advanceLease(life, deed === 'extended' ? { type: deed, ms } : { type: deed, at: now }) ?? life;
      }
      expect(isPinned(life)).toBe(model.pinned);
      const running = advanceLease(life, { type: 'unpinned', at: now }) ?? life;
      expect(running).toEqual({ state: 'active', leased, expiresAt: now + model.left });
    }));

  it('ends by hand at the moment in which it is ended', () => {
    const pinned: LeaseLife = { state: 'active', leased, expiresAt: null, leftMs: 60_000 };
    const because = 'onRequest';
    const ended = advanceLease(pinned, { type: 'ended', at: 9, because });
    expect(ended).toEqual({ state: 'ended', leased, expiresAt: 9, because });
  });
});
