import { describe, expect, it } from 'vitest';
import { durationError, formatDuration, leaseRange, parseDuration, understood } from '../../renderer/ui/duration.ts';

describe('a duration', () => {
  it('is read as people write it', () => {
    const written = ['5 min', '2 h', '90s', '1 h 30 min', '1.5 hours', '0,5 h', '7 Days', '1 Std'];
    expect(written.map(parseDuration)).toEqual([300, 7200, 90, 5400, 5400, 1800, 604_800, null]);
    expect(['५ मिनट', '2 घंटे', '10 सेकंड', '1 हफ़्ता'].map(parseDuration)).toEqual([300, 7200, 10, 604_800]);
  });

  it('is in seconds without a unit, and none at all where it makes no sense', () => {
    expect(parseDuration(' 90 ')).toBe(90);
    expect(['', 'soon', '5 5', '1 h 30', '-5 min', '0.5 s', '1:30', '5 parsecs'].map(parseDuration)).toEqual(
      Array(8).fill(null),
    );
  });

  it('is written so that it is read as the same', () => {
    const lengths = [10, 90, 300, 5400, 86_400, 604_800, 90_061];
    expect(lengths.map((seconds) => parseDuration(formatDuration(seconds)))).toEqual(lengths);
    expect(formatDuration(90_061)).toBe('1 day 1 h 1 min 1 s');
  });

  it('says how it is understood unless it is written that way', () => {
    expect(['5 min', '300', 'soon'].map(understood)).toEqual([null, '= 5 min', null]);
  });

  it('of a number is from ten seconds to a week', () => {
    const says = 'Use 10 s to 7 days, such as 5 min.';
    expect(['9 s', '10 s', '7 d', '8 d'].map((typed) => durationError(typed, leaseRange))).toEqual([
      says,
      null,
      null,
      says,
    ]);
  });
});
