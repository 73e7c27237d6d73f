import type { LeaseInput } from '../../contract/api.ts';
import type { NumberType, Policy, Settings } from '../../contract/settings.ts';
import { isOwned, type NumberRecord } from './number.ts';

export interface Wish extends Pick<
  LeaseInput,
  'areaCode' | 'contains' | 'locality' | 'capabilities' | 'fresh' | 'service'
> {
  country: string;
  /** null: any. */
  type: NumberType | null;
  policy: Policy;
}

/** What is asked for, with the defaults for what is not. */
export function wishOf(input: LeaseInput, settings: Pick<Settings, 'country' | 'type' | 'policy'>): Wish {
  const { areaCode, contains, locality, capabilities, fresh, service, country, type, policy } = input;
  return {
    ...{ areaCode, contains, locality, capabilities, fresh, service },
    country: country ?? settings.country,
    type: type ?? settings.type,
    policy: policy ?? settings.policy,
  };
}

/** The idle numbers that could serve the wish, longest unused first; see keptNumbersFor. */
export function idleNumbersFor(wish: Wish, numbers: NumberRecord[]): NumberRecord[] {
  return keptNumbersFor(wish, numbers).filter(({ life }) => life.state === 'idle');
}

/**
 * The kept numbers that could serve the wish, now or when they are free; of those that are, the longest unused comes
 * first. One with the policy `keep` serves every lease; one that waits for its renewal serves those whose number is not
 * to be given back at once.
 */
export function keptNumbersFor(wish: Wish, numbers: NumberRecord[]): NumberRecord[] {
  // What Twilio's list tells of a number for sale is not known of one that was bought.
  if (wish.locality !== undefined || (wish.capabilities?.length ?? 0) > 0) return [];
  return numbers
    .filter((number) => serves(number, wish))
    .sort((a, b) => idleSince(a) - idleSince(b) || a.createdAt - b.createdAt);
}

function serves({ country, policy, leases, origin, life }: NumberRecord, wish: Wish): boolean {
  if (!isOwned(life) || country !== wish.country) return false;
  if (policy === 'release' || (policy === 'renewal' && wish.policy === 'release')) return false;
  if (wish.type !== null && life.holding.type !== wish.type) return false;
  // What a number of another owner served before is not known.
  if (wish.fresh && wish.service === undefined && (leases > 0 || origin === 'takenOver')) return false;
  return hasDigits(life.holding.number, wish);
}

function idleSince({ life }: NumberRecord): number {
  return life.state === 'idle' ? life.since : 0;
}

/** Whether a number (E.164) has the digits that are asked for. */
function hasDigits(number: string, { areaCode, contains }: Pick<Wish, 'areaCode' | 'contains'>): boolean {
  if (areaCode !== undefined && !number.startsWith(`+1${areaCode}`)) return false;
  if (contains === undefined) return true;
  const pattern = contains.replace(/[a-z]/gi, keypadDigit).replace('+', '\\+').replaceAll('*', '\\d');
  return new RegExp(pattern).test(number);
}

const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

function keypadDigit(letter: string): string {
  return String(keypad.findIndex((letters) => letters.includes(letter.toLowerCase())) + 2);
}

const strength: Record<Policy, number> = { release: 0, renewal: 1, keep: 2 };

/** The policy of a number that serves a lease with another: whoever wants it kept wins. */
export function strongerPolicy(a: Policy, b: Policy): Policy {
  return strength[a] >= strength[b] ? a : b;
}
