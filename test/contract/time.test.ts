import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTime, countdown, iso, remainingMs, remainingShare } from '../../electron/contract/time.ts';

it('instants are put in order as they are, whatever their digits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 })), (instants) => {
      const sorted = instants.map(iso).toSorted(byTime);
      expect(sorted).toEqual(instants.toSorted((a, b) => a - b).map(iso));
    }),
  );
});

describe('the countdown', () => {
  it.each([
    [60_000, '1:00'],
    [59_999, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [725_000, '12:05'],
    [3_600_000, '1:00:00'],
    [90_061_000, '25:01:01'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(countdown(ms)).toBe(text);
  });

  it('is never below zero, and its share is between 1 and 0', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (start, length, now) => {
        const [from, to] = [iso(start), iso(start + length)];
        expect(remainingMs(to, now)).toBeGreaterThanOrEqual(0);
        expect(remainingShare(from, to, now)).toBeGreaterThanOrEqual(0);
        expect(remainingShare(from, to, now)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
