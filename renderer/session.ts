import { tokenInHash } from './token.ts';

/** The token in what a person pasted: it alone, or the address that the host printed. */
export function tokenIn(pasted: string): string {
  const [, hash] = pasted.trim().split('#');
  return (hash === undefined ? null : tokenInHash(hash)) ?? pasted.trim();
}
