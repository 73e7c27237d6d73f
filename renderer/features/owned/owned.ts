import type { Settings } from '../../../electron/contract/settings.ts';
import type { NumberState, OwnedNumber } from '../../../electron/contract/state.ts';
import { notationsOf, searchFor } from '../../state/search.ts';
import { countryName } from '../../ui/countries.ts';
import { countryOfNumber, formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

/** The order of the list; null for numbers that are gone, or in a lease and so on a card. */
const ranks: Record<NumberState, number | null> = {
  idle: 0,
  releasing: 1,
  stray: 2,
  foreign: 3,
  buying: null,
  active: null,
  expired: null,
  released: null,
};

/** The numbers without a lease: waiting ones first, then by country and number. */
export function unleased(numbers: readonly OwnedNumber[]): OwnedNumber[] {
  return numbers
    .filter(({ state }) => ranks[state] !== null)
    .toSorted((a, b) => (ranks[a.state] ?? 0) - (ranks[b.state] ?? 0) || (a.number < b.number ? -1 : 1));
}

/** The host knows the country of its own numbers. */
export function countryOf({ country, number }: OwnedNumber): string | null {
  return country ?? countryOfNumber(number);
}

/** The numbers in the host's monthly total: bought or taken over to be kept, leased or not, and pinned ones. */
export function countKept(numbers: readonly OwnedNumber[]): number {
  return numbers.filter((number) => isHeld(number) && (number.policy !== 'release' || number.pinned)).length;
}

function isHeld({ state, origin }: OwnedNumber): boolean {
  return origin !== null && state !== 'releasing' && state !== 'released';
}

/** Whether giving this number back makes the pool smaller: it is in the pool, and the pool has none to spare. */
export function shrinksPool(
  number: OwnedNumber,
  numbers: readonly OwnedNumber[],
  { country, type, poolSize }: Pick<Settings, 'country' | 'type' | 'poolSize'>,
): boolean {
  const isMember = (one: OwnedNumber) =>
    isHeld(one) && one.policy === 'keep' && one.country === country && (type === null || one.type === type);
  return isMember(number) && numbers.filter(isMember).length <= poolSize;
}

export interface Searchable {
  owned: OwnedNumber;
  words: string;
  digits: string[];
}

/** Built once per list, not with every key press. */
export function searchable(owned: OwnedNumber): Searchable {
  const { number, friendlyName, label, holder, state } = owned;
  const country = countryOf(owned);
  const where = country === null ? '' : countryName(country);
  const parts = [number, formatNumber(number), label, holder, friendlyName, where, strings.money.owned.states[state]];
  return { owned, words: parts.join('\n').toLowerCase(), digits: notationsOf(number) };
}

/** The numbers that contain the text. */
export function filterNumbers(list: readonly Searchable[], text: string): OwnedNumber[] {
  const isWanted = searchFor(text);
  return list.filter(({ words, digits }) => isWanted(words, digits)).map(({ owned }) => owned);
}

/** Until when numbers wait (ISO 8601), by the last lease that had them. */
export function keptUntil(numbers: readonly OwnedNumber[]): Map<string, string> {
  return new Map(
    numbers.flatMap(({ state, leaseId, giveBackAt }) =>
      state === 'idle' && leaseId !== null && giveBackAt !== null ? [[leaseId, giveBackAt]] : [],
    ),
  );
}

/** What a person may do with a number. */
export type OwnedAction = 'take' | 'policy' | 'giveBack' | 'takeOver' | 'letGo';

export function actionsFor({ state, origin }: Pick<OwnedNumber, 'state' | 'origin'>): OwnedAction[] {
  switch (state) {
    case 'idle':
      // A number that was taken over is never given back automatically, so there is no other policy for it.
      return origin === 'takenOver' ? ['take', 'letGo', 'giveBack'] : ['take', 'policy', 'giveBack'];
    case 'stray':
      return ['takeOver', 'giveBack'];
    case 'foreign':
      return ['takeOver'];
    default:
      return [];
  }
}
