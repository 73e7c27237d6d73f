const places = 6;

/** A decimal text in exact millionths: money is never a float. 0 for any other text. */
function millionths(amount: string): bigint {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(amount.trim()) ?? [];
  return whole === undefined ? 0n : BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
}

export type LimitUse = 'fine' | 'near' | 'reached';

/** How much of a limit is used up: `near` from 80 % on. Both are decimal texts in the same currency. */
export function limitUse(spent: string, limit: string): LimitUse {
  const [used, whole] = [millionths(spent), millionths(limit)];
  if (used >= whole) return 'reached';
  return used * 100n >= whole * 80n ? 'near' : 'fine';
}
