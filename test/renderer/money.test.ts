import { describe, expect, it } from 'vitest';
import { limitUse } from '../../renderer/ui/decimal.ts';
import { formatAge, formatDay } from '../../renderer/ui/format.ts';

describe('a limit', () => {
  it('is near from 80 % on, to the last digit', () => {
    expect(limitUse('7.9999', '10')).toBe('fine');
    expect(limitUse('8', '10.00')).toBe('near');
    expect(limitUse('10.0000', '10')).toBe('reached');
    expect(limitUse('0', '0')).toBe('reached');
  });

  it('is compared without rounding', () => {
    expect(limitUse('9007199254740992.999999', '9007199254740993')).toBe('near');
  });
});

describe('days and ages', () => {
  const now = Date.parse('2026-03-02T10:00:00Z');

  it('name the year when it is not this one', () => {
    expect(formatDay('2026-12-01T12:00:00Z', now)).not.toContain('2026');
    expect(formatDay('2027-01-01T12:00:00Z', now)).toContain('2027');
  });

  it('are said once they matter', () => {
    const old = 3 * 60_000;
    expect(formatAge('2026-03-02T09:58:00Z', now, old)).toBeNull();
    expect(formatAge('2026-03-02T09:55:00Z', now, old)).toMatch(/\b5\b/);
    expect(formatAge('2026-03-02T07:30:00Z', now, old)).toMatch(/\b2\b/);
    expect(formatAge('no time', now, old)).toBeNull();
  });
});
