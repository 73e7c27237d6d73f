import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/errors.ts';
import {
  advanceLease,
  type LeasedNumber,
  type LeaseEvent,
  type LeaseLife,
} from '../../../electron/core/numbers/lease.ts';

const leased: LeasedNumber = { number: '+12025550123', numberSid: 'PN1', type: 'local', monthlyPrice: null };
const failure = toFailure(null);
const buying: LeaseLife = { state: 'buying', endWanted: false };

const anyEvent: fc.Arbitrary<LeaseEvent> = fc.oneof(
  fc.record({ type: fc.constant('bought' as const), leased: fc.constant(leased), expiresAt: fc.nat(), at: fc.nat() }),
  fc.record({ type: fc.constant('purchaseFailed' as const), failure: fc.constant(failure), at: fc.nat() }),
  fc.record({ type: fc.constant('extended' as const), ms: fc.nat() }),
  fc.record({ type: fc.constant('ended' as const), at: fc.nat() }),
);

function livesOf(events: LeaseEvent[]): LeaseLife[] {
  return events.reduce<LeaseLife[]>(
    (lives, event) => {
      const next = advanceLease(lives.at(-1) ?? buying, event);
      return next ? [...lives, next] : lives;
    },
    [buying],
  );
}

const order = ['buying', 'active', 'ended'];

describe('the life of a lease', () => {
  it('goes forward only, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const steps = livesOf(events)
          .map(({ state }) => state)
          .filter((state) => state !== 'failed')
          .map((state) => order.indexOf(state));
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
    );
  });

  it('changes nothing once it is over', () => {
    const over: LeaseLife[] = [
      { state: 'ended', leased, expiresAt: 1 },
      { state: 'failed', failure, failedAt: 1 },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...over), anyEvent, (life, event) => {
        expect(advanceLease(life, event)).toBeNull();
      }),
    );
  });

  it('is over at once when its end was asked for while its number was being bought', () => {
    const ended = advanceLease(buying, { type: 'ended', at: 1 });
    expect(ended).toEqual({ state: 'buying', endWanted: true });
    expect(advanceLease(ended as LeaseLife, { type: 'bought', leased, at: 7, expiresAt: 9 })).toEqual({
      state: 'ended',
      leased,
      expiresAt: 7,
    });
  });
});
