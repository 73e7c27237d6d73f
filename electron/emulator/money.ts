/** Millionths of a US dollar. Integers, because cents are too coarse for the price of one SMS and floats drift. */
export type MicroUsd = number;

const microsPerDollar = 1_000_000;

/**
 * Parses a decimal amount such as `"1.15"` or `"-0.0083"`.
 * @returns null when it is not a plain decimal with at most six places.
 */
export function parseUsd(text: string): MicroUsd | null {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) return null;
  const micros = Number(match[2]) * microsPerDollar + Number((match[3] ?? '').padEnd(6, '0'));
  return match[1] === '-' && micros !== 0 ? -micros : micros;
}

/** Formats an amount with at least `minPlaces` decimals, and more only if they are not zero: `1.15`, `0.0083`. */
export function formatUsd(amount: MicroUsd, minPlaces = 2): string {
  const absolute = Math.abs(amount);
  const fraction = String(absolute % microsPerDollar)
    .padStart(6, '0')
    .replace(/0+$/, '')
    .padEnd(minPlaces, '0');
  const whole = Math.floor(absolute / microsPerDollar);
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : '.' + fraction}`;
}
