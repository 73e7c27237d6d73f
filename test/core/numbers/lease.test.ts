import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/errors.ts';
import {
  advance,
  friendlyNameOf,
  leaseIdOf,
  type Holding,
  type Life,
  type LifeEvent,
} from '../../../electron/core/numbers/lease.ts';

const holding: Holding = { number: '+12025550123', numberSid: 'PN1', type: 'local', monthlyPrice: null, smsUrl: null };
const failure = toFailure(null);
const buying: Life = { state: 'buying', endWanted: false };

const anyEvent: fc.Arbitrary<LifeEvent> = fc.oneof(
  fc.record({ type: fc.constant('bought' as const), holding: fc.constant(holding), expiresAt: fc.nat() }),
  fc.record({ type: fc.constant('purchaseFailed' as const), failure: fc.constant(failure), at: fc.nat() }),
  fc.record({ type: fc.constant('extended' as const), ms: fc.nat() }),
  fc.record({ type: fc.constant('rerouted' as const), smsUrl: fc.webUrl() }),
  fc.record({ type: fc.constant('ended' as const), at: fc.nat() }),
  fc.constant({ type: 'releaseStarted' as const }),
  fc.constant({ type: 'releaseFailed' as const, failure }),
  fc.record({ type: fc.constant('released' as const), at: fc.nat() }),
);

function livesOf(events: LifeEvent[]): Life[] {
  return events.reduce<Life[]>(
    (lives, event) => {
      const next = advance(lives.at(-1) ?? buying, event);
      return next ? [...lives, next] : lives;
    },
    [buying],
  );
}

const order = ['buying', 'active', 'expired', 'releasing', 'released'];

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

  it('never loses a number that was bought: it stays in the record until it is released', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const lives = livesOf(events);
        const boughtAt = lives.findIndex((life) => 'holding' in life);
        if (boughtAt >= 0) expect(lives.slice(boughtAt).every((life) => 'holding' in life)).toBe(true);
      }),
    );
  });

  it('changes nothing once it is over', () => {
    const over: Life[] = [
      { state: 'released', holding, expiresAt: 1, releasedAt: 2 },
      { state: 'failed', failure, failedAt: 1 },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...over), anyEvent, (life, event) => {
        expect(advance(life, event)).toBeNull();
      }),
    );
  });

  it('gives a number back that was bought after its lease had been ended', () => {
    const ended = advance(buying, { type: 'ended', at: 1 });
    expect(ended).toEqual({ state: 'buying', endWanted: true });
    expect(advance(ended as Life, { type: 'bought', holding, expiresAt: 9 })?.state).toBe('expired');
  });
});

describe('the FriendlyName', () => {
  it('carries the lease id there and back, within Twilio’s 64 characters', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(leaseIdOf(friendlyNameOf(id))).toBe(id);
        expect(friendlyNameOf(id).length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('of somebody else is not ours', () => {
    expect(leaseIdOf('(202) 555-0123')).toBeNull();
  });
});
