import type * as Crypto from 'node:crypto';
import { timingSafeEqual } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { hasBearer } from '../../electron/api/guard.ts';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});

test('a token is compared in a time that tells nothing of how much of it was right', () => {
  const token = 'x'.repeat(43);
  for (const given of ['', 'y', 'x'.repeat(42), token]) {
    vi.mocked(timingSafeEqual).mockClear();
    expect(hasBearer({ headers: { authorization: `Bearer ${given || '-'}` } }, token)).toBe(given === token);
    expect(timingSafeEqual).toHaveBeenCalledOnce();
  }
});
