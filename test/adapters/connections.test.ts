import { describe, expect, test } from 'vitest';
import { leastClaim, type Place } from '../../electron/adapters/connections.ts';

const now = 60_000;
const place = (name: string, more: Partial<Place> = {}) => ({
  name,
  trust: 'stranger' as const,
  underWay: 0,
  restingSince: 0,
  ...more,
});
const chosen = (...places: ReturnType<typeof place>[]) => leastClaim(places, now)?.name ?? null;

describe('who makes way for another connection', () => {
  test('is the oldest stranger that rests', () => {
    expect(chosen(place('busy', { underWay: 1 }), place('first'), place('second'))).toBe('first');
  });

  test('is the oldest stranger when all of them are at work, or have just come', () => {
    const fresh = { restingSince: now - 10 };
    expect(chosen(place('fresh', fresh), place('busy', { underWay: 1 }))).toBe('fresh');
    expect(chosen(place('busy', { underWay: 1 }), place('fresh', fresh))).toBe('busy');
  });

  test('is a stranger before any whose token is known', () => {
    const guest = place('guest', { trust: 'guest' });
    const owner = place('owner', { trust: 'trusted' });
    expect(chosen(guest, owner, place('stranger', { underWay: 1 }))).toBe('stranger');
  });

  test('is a guest that rests before the owner, and the owner that rests before a guest that waits for a code', () => {
    const waiting = place('waiting guest', { trust: 'guest', underWay: 1 });
    const owner = place('owner', { trust: 'trusted' });
    expect(chosen(waiting, owner, place('guest', { trust: 'guest' }))).toBe('guest');
    expect(chosen(waiting, owner)).toBe('owner');
  });

  test('is never who is trusted and at work', () => {
    const owner = place('owner', { trust: 'trusted', underWay: 1 });
    expect(chosen(owner)).toBeNull();
    expect(chosen(owner, place('waiting guest', { trust: 'guest', underWay: 1 }))).toBe('waiting guest');
  });
});
