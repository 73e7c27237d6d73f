import type { Lease } from '../../electron/contract/state.ts';
import { countryName } from '../ui/countries.ts';
import { formatNumber } from '../ui/format.ts';
import { groupLeases, type LeaseGroups } from './leases.ts';
import type { LeaseSort } from './leaseSort.ts';
import { notationsOf, searchFor } from './search.ts';

/** With fewer than this nothing has to be looked for. */
export const manyLeases = 7;

/** The leases in which the text occurs, those in use in the wanted order. */
export function listLeases(leases: readonly Lease[], text: string, sort: LeaseSort): LeaseGroups {
  const { current, ended } = groupLeases(filterLeases(leases, text));
  const order = orders[sort];
  // What the order does not tell apart stays as it was.
  return { current: order === null ? current : current.toSorted(order), ended };
}

/** By number, label, country, service, holder or newest code. */
export function filterLeases(leases: readonly Lease[], text: string): readonly Lease[] {
  if (text.trim() === '') return leases;
  const isWanted = searchFor(text);
  return leases.filter((lease) => isWanted(wordsOf(lease), digitsOf(lease)));
}

const orders: Record<LeaseSort, ((a: Lease, b: Lease) => number) | null> = {
  code: null,
  time: (a, b) => endOf(a) - endOf(b),
  newest: (a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt),
  label: (a, b) => Number(a.label === null) - Number(b.label === null) || byName(a.label ?? '', b.label ?? ''),
};

const { compare: byName } = new Intl.Collator(undefined, { numeric: true });

/** What has no end, because it is pinned or not begun, comes last; never a difference of two infinities. */
function endOf({ state, expiresAt }: Lease): number {
  return state === 'active' && expiresAt !== null ? Date.parse(expiresAt) : Number.MAX_SAFE_INTEGER;
}

function wordsOf({ number, label, country, service, holder, latestCode }: Lease): string {
  const written = number === null ? null : `${number}\n${formatNumber(number)}`;
  return [written, label, country, countryName(country), service, holder, latestCode?.code].join('\n').toLowerCase();
}

function digitsOf({ number, latestCode }: Lease): string[] {
  return [...(number === null ? [] : notationsOf(number)), ...(latestCode === null ? [] : [latestCode.code])];
}
