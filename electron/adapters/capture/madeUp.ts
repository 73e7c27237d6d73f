import type { CountryCode } from 'libphonenumber-js/max';
import type { NumberType } from '../../contract/settings.ts';
import type { NumberSearch } from '../../core/ports.ts';
import { hasDigits, onKeypad } from '../../core/numbers/allocate.ts';
import { fitting, type Pick } from './fitting.ts';

/** In North America mobile and landline numbers look the same. */
const kinds: Record<NumberType, string[]> = {
  mobile: ['MOBILE', 'FIXED_LINE'],
  local: ['FIXED_LINE'],
  tollFree: ['TOLL_FREE'],
};

/** The library's own numbering plan; its type declarations leave this out. */
interface Plan {
  callingCode(): string;
  type(kind: string): { pattern(): string } | undefined;
}

/** How many attempts one number is worth: a wish for certain digits fits few. */
const attemptsEach = 40;

/** E.164: at most fifteen digits. */
const writable = /^\+\d{7,15}$/;

/**
 * Valid numbers of a country and type with the wanted digits (E.164), each once, in random order: as many as asked for
 * if there are that many. None if the country has no such numbers. In North America they are fictional ones
 * (555-01xx, ATIS-0300115) as far as those fit. Some small countries have no numbers that are theirs alone.
 */
export async function madeUpNumbers(wish: NumberSearch, pick: Pick): Promise<string[]> {
  const [{ Metadata, isSupportedCountry, parsePhoneNumberFromString }, { default: examples }] = await Promise.all([
    import('libphonenumber-js/max'),
    import('libphonenumber-js/mobile/examples'),
  ]);
  const country = wish.country as CountryCode;
  if (!isSupportedCountry(country)) return [];
  const plan = planOf(new Metadata(), country);
  const pattern = kinds[wish.type].map((kind) => plan.type(kind)?.pattern()).find(Boolean);
  if (!pattern) return [];
  const make = fitting(pattern, pick);
  const typical = wish.type === 'mobile' ? examples[country] : undefined;
  const found = new Set<string>();
  const attempts = wish.limit * attemptsEach;
  for (let attempt = 0; attempt < attempts && found.size < wish.limit; attempt += 1) {
    const isPicky = attempt < attempts / 2;
    const national = isPicky ? like(typical, make()) : make();
    const plain = `+${plan.callingCode()}${national}`;
    const number = withDigits(isPicky ? fictional(plain) : plain, wish, pick);
    if (!writable.test(number) || !hasDigits(number, wish)) continue;
    const parsed = parsePhoneNumberFromString(number);
    if (!parsed?.isValid() || parsed.number !== number) continue;
    const fits = parsed.country === country && (typical === undefined || parsed.getType()?.endsWith('MOBILE') === true);
    if (fits || !isPicky) found.add(number);
  }
  return [...found];
}

function planOf(
  metadata: { selectNumberingPlan(country: CountryCode): void; numberingPlan?: unknown },
  country: CountryCode,
) {
  metadata.selectNumberingPlan(country);
  return metadata.numberingPlan as Plan;
}

/** Apps know how mobile numbers of their country begin better than plans that reserve some for other uses. */
function like(typical: string | undefined, made: string): string {
  return typical?.length === made.length ? typical.slice(0, 2) + made.slice(2) : made;
}

function fictional(number: string): string {
  return number.replace(/^(?<area>\+1\d{3})\d{5}(?=\d\d$)/, '$<area>55501');
}

/** The number with the wanted digits written over its own: those of `contains` anywhere, or in front after a plus. */
function withDigits(number: string, { areaCode, contains }: NumberSearch, pick: Pick): string {
  const local = areaCode === undefined ? number : number.replace(/^\+1\d{3}/, `+1${areaCode}`);
  if (contains === undefined) return local;
  const wanted = onKeypad(contains);
  const at = wanted.startsWith('+') ? 0 : 1 + pick(Math.max(1, local.length - wanted.length));
  const digits = [...wanted].map((digit, index) => (digit === '*' ? (local[at + index] ?? '') : digit)).join('');
  return local.slice(0, at) + digits + local.slice(at + digits.length);
}
