import type * as Crypto from 'node:crypto';
import { timingSafeEqual } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { bearerOf } from '../../electron/api/guard.ts';
import { identifier } from '../../electron/api/holder.ts';
import { hashOf } from '../../electron/adapters/secretToken.ts';
import type { App } from '../../electron/core/app.ts';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});

const own = 'x'.repeat(43);
const named = 'n'.repeat(43);

function identify() {
  const hashes = () => [
    { name: 'ci', hash: hashOf(named) },
    { name: 'web', hash: hashOf('w'.repeat(43)) },
  ];
  return identifier(own, { sharing: { hashes } } as unknown as Pick<App, 'sharing'>);
}

test('a token is compared in a time that tells nothing of how much of it was right, nor of whose it is', () => {
  for (const given of ['y', 'x'.repeat(42), `${own}x`, own.toUpperCase(), own, named]) {
    vi.mocked(timingSafeEqual).mockClear();
    const holder = { [own]: { holder: null }, [named]: { holder: 'ci' } }[given] ?? null;
    expect(identify()(bearerOf({ headers: { authorization: `Bearer ${given}` } })), given).toEqual(holder);
    expect(timingSafeEqual).toHaveBeenCalledTimes(3);
  }
});

test('whoever sends no token is nobody', () => {
  for (const authorization of ['', 'Bearer ', `Basic ${own}`, undefined])
    expect(identify()(bearerOf({ headers: { authorization } }))).toBeNull();
});
