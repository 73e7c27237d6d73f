import type { Settings } from '../../../electron/contract/settings.ts';
import type { NumberState, OwnedNumber } from '../../../electron/contract/state.ts';
import { notationsOf, searchFor } from '../../state/search.ts';
import { countryName } from '../../ui/countries.ts';
import { countryOfNumber, formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

/** Where a number stands in the list; null for those that are with a lease, which has a card, or gone. */
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

/** The numbers that no lease has now: first what waits, then by country and number. */
export function unleased(numbers: readonly OwnedNumber[]): OwnedNumber[] {
  return numbers
    .filter(({ state }) => ranks[state] !== null)
    .toSorted((a, b) => (ranks[a.state] ?? 0) - (ranks[b.state] ?? 0) || (a.number < b.number ? -1 : 1));
}

/** The host knows it of its own numbers. */
export function countryOf({ country, number }: OwnedNumber): string | null {
  return country ?? countryOfNumber(number);
}

/** The numbers whose monthly cost the host adds up: bought or taken over to be kept, leased or not, and pinned ones. */
export function countKept(numbers: readonly OwnedNumber[]): number {
  return numbers.filter((number) => isHeld(number) && (number.policy !== 'release' || number.pinned)).length;
}

function isHeld({ state, origin }: OwnedNumber): boolean {
  return origin !== null && state !== 'releasing' && state !== 'released';
}

/** Whether giving it back makes the pool smaller: it belongs to the pool, which has none too many. */
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

/** Put together once for each list, not with each key that is typed. */
export function searchable(owned: OwnedNumber): Searchable {
  const { number, friendlyName, label, holder, state } = owned;
  const country = countryOf(owned);
  const where = country === null ? '' : countryName(country);
  const parts = [number, formatNumber(number), label, holder, friendlyName, where, strings.money.owned.states[state]];
  return { owned, words: parts.join('\n').toLowerCase(), digits: notationsOf(number) };
}

/** Those in which the text occurs. */
export function filterNumbers(list: readonly Searchable[], text: string): OwnedNumber[] {
  const isWanted = searchFor(text);
  return list.filter(({ words, digits }) => isWanted(words, digits)).map(({ owned }) => owned);
}

/** Until when numbers wait (ISO 8601), by the lease that had them last. */
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
      // What was somebody's before never goes back by itself, so that it has no other policy.
      return origin === 'takenOver' ? ['take', 'letGo', 'giveBack'] : ['take', 'policy', 'giveBack'];
    case 'stray':
      return ['takeOver', 'giveBack'];
    case 'foreign':
      return ['takeOver'];
    default:
      return [];
  }
}
