import type { LeaseInput } from '../../contract/api.ts';
import type { NumberType, Policy, Settings } from '../../contract/settings.ts';
import { isFree, isOwned, type NumberRecord } from './number.ts';

export interface LeaseTerms extends Pick<
  LeaseInput,
  'areaCode' | 'contains' | 'locality' | 'capabilities' | 'fresh' | 'service'
> {
  country: string;
  /** null: any. */
  type: NumberType | null;
  policy: Policy;
}

/** What is asked for, with the defaults for the rest. A made-up number costs nothing, so that no lease reuses one. */
export function termsOf(
  input: LeaseInput,
  settings: Pick<Settings, 'country' | 'type' | 'policy'>,
  isMadeUp = false,
): LeaseTerms {
  const { areaCode, contains, locality, capabilities, fresh, service, country, type, policy } = input;
  return {
    ...{ areaCode, contains, locality, capabilities, fresh, service },
    country: country ?? settings.country,
    type: type ?? settings.type,
    policy: isMadeUp ? 'release' : (policy ?? settings.policy),
  };
}

/** The numbers that could serve such a lease now, longest unused first; see keptNumbersFor. */
export function freeNumbersFor(terms: LeaseTerms, numbers: NumberRecord[], now: number): NumberRecord[] {
  return keptNumbersFor(terms, numbers).filter((number) => isFree(number, now));
}

/**
 * The kept numbers that could serve such a lease, now or once they are free; of the idle ones, the longest unused comes
 * first. One with the policy `keep` serves every lease; one with `renewal` serves all leases but those with `release`.
 */
export function keptNumbersFor(terms: LeaseTerms, numbers: NumberRecord[]): NumberRecord[] {
  // Twilio's list says this only of numbers for sale; it is unknown for bought ones.
  if (terms.locality !== undefined || (terms.capabilities?.length ?? 0) > 0) return [];
  return numbers
    .filter((number) => serves(number, terms))
    .sort((a, b) => idleSince(a) - idleSince(b) || a.createdAt - b.createdAt);
}

function serves({ country, policy, leases, origin, life }: NumberRecord, terms: LeaseTerms): boolean {
  if (!isOwned(life) || country !== terms.country) return false;
  if (policy === 'release' || (policy === 'renewal' && terms.policy === 'release')) return false;
  if (terms.type !== null && life.holding.type !== terms.type) return false;
  // What a taken-over number served before is unknown.
  if (terms.fresh && terms.service === undefined && (leases > 0 || origin === 'takenOver')) return false;
  return hasDigits(life.holding.number, terms);
}

function idleSince({ life }: NumberRecord): number {
  return life.state === 'idle' ? life.since : 0;
}

/** Whether a number (E.164) has the digits asked for. */
export function hasDigits(number: string, { areaCode, contains }: Pick<LeaseTerms, 'areaCode' | 'contains'>): boolean {
  if (areaCode !== undefined && !number.startsWith(`+1${areaCode}`)) return false;
  if (contains === undefined) return true;
  const pattern = onKeypad(contains).replace('+', '\\+').replaceAll('*', '\\d');
  return new RegExp(pattern).test(number);
}

const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** The digits on whose keys the letters are. */
export function onKeypad(text: string): string {
  return text.replace(/[a-z]/gi, keypadDigit);
}

function keypadDigit(letter: string): string {
  return String(keypad.findIndex((letters) => letters.includes(letter.toLowerCase())) + 2);
}

const strength: Record<Policy, number> = { release: 0, renewal: 1, keep: 2 };

/** The policy of a number whose lease has another one: the one that keeps it longer wins. */
export function strongerPolicy(a: Policy, b: Policy): Policy {
  return strength[a] >= strength[b] ? a : b;
}
