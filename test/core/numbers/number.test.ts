import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/errors.ts';
import {
  advanceNumber,
  friendlyNameOf,
  isFree,
  markOf,
  restsUntil,
  wanted,
  type Holding,
  type NumberEvent,
  type NumberLife,
} from '../../../electron/core/numbers/number.ts';
import { forAll } from '../../support/runs.ts';
import { livesOf } from './lives.ts';

const holding: Holding = {
  number: '+12025550123',
  numberSid: 'PN1',
  type: 'local',
  monthlyPrice: null,
  smsUrl: null,
  boughtAt: 0,
  nextBillAt: null,
  before: null,
  diverted: false,
  holdUntil: null,
};
const failure = toFailure(null);

const anyRest = fc.option(fc.record({ until: fc.nat(), ms: fc.nat() }));

const waysToGo = ['released', 'vanished', 'letGo'] as const;
const anyEvent: fc.Arbitrary<NumberEvent> = fc.oneof(
  fc.constant({ type: 'asked', candidate: '+12025550123', numberType: 'local', price: null, at: 1 } as const),
  fc.constant({ type: 'bought', holding } as const),
  fc.constant({ type: 'delayed', failure, unansweredAt: 3 } as const),
  fc.constant({ type: 'purchaseFailed', failure, at: 1 } as const),
  fc.constant({ type: 'leased' } as const),
  fc.record({ type: fc.constant('idle' as const), at: fc.constant(2), rest: anyRest }),
  fc.constant({ type: 'rerouted', smsUrl: 'https://hooks.example/webhook', diverted: false } as const),
  fc.record({ type: fc.constant('billed' as const), nextBillAt: fc.option(fc.nat()) }),
  fc.constant({ type: 'releaseStarted' } as const),
  fc.constant({ type: 'releaseTried' } as const),
  fc.constant({ type: 'releaseFailed', failure } as const),
  fc.record({ type: fc.constant('gone' as const), at: fc.nat(), how: fc.constantFrom(...waysToGo) }),
);

const numberLives = (events: NumberEvent[]) => livesOf(events, wanted as NumberLife, advanceNumber);
const anyLives = fc.array(anyEvent).map(numberLives);
/** Each life with the one before it. */
const anySteps = anyLives.map((lives) => lives.slice(1).map((life, index) => ({ life, before: lives[index]! })));

describe('the life of a number', () => {
  it('never loses one that was bought: it stays in the record from then on', () =>
    forAll(100, [anyLives], (lives) => {
      const boughtAt = lives.findIndex((life) => 'holding' in life);
      if (boughtAt >= 0) expect(lives.slice(boughtAt).every((life) => 'holding' in life)).toBe(true);
    }));

  it('is released only by way of “releasing”, or because it is gone', () =>
    forAll(100, [anySteps], (steps) => {
      for (const { life, before } of steps)
        if (life.state === 'released') expect(['released', 'releasing', 'leased', 'idle']).toContain(before.state);
    }));

  it('never goes back to Twilio while it is leased', () =>
    forAll(100, [anySteps], (steps) => {
      for (const { life, before } of steps)
        if (life.state === 'releasing') expect(['idle', 'released', 'releasing']).toContain(before.state);
    }));

  it('rests only while nobody leases it', () =>
    forAll(100, [anyLives, fc.nat()], (lives, now) => {
      for (const life of lives) {
        const isResting = restsUntil({ life }, now) !== null;
        expect(isResting && isFree({ life }, now)).toBe(false);
        if (isResting) expect(life.state).toBe('idle');
      }
    }));

  it('can turn out to be bought although that seemed to have failed', () => {
    const events: NumberEvent[] = [
      { type: 'purchaseFailed', failure, at: 1 },
      { type: 'bought', holding },
    ];
    expect(numberLives(events).map(({ state }) => state)).toEqual(['buying', 'failed', 'leased']);
  });
});

describe('the FriendlyName', () => {
  it('carries id and installation there and back, within Twilio’s 64 characters', () =>
    forAll(100, [fc.uuid(), fc.stringMatching(/^[0-9a-z]{8}$/)], (id, installation) => {
      expect(markOf(friendlyNameOf(id, installation))).toEqual({ id, installation });
      expect(friendlyNameOf(id, installation).length).toBeLessThanOrEqual(64);
    }));

  it('from before there were installations is known too', () => {
    expect(markOf('otp-dock 0b4f')).toEqual({ id: '0b4f', installation: null });
  });

  it.each(['(202) 555-0123', 'otp-dock', 'otp-dock a b c', ''])('of somebody else is not ours: %j', (name) => {
    expect(markOf(name)).toBeNull();
  });
});
