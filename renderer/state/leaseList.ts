import type { Lease } from '../../electron/contract/state.ts';
import { countryName } from '../ui/countries.ts';
import { formatNumber } from '../ui/format.ts';
import { groupLeases, type LeaseGroups } from './leases.ts';
import type { LeaseSort } from './leaseSort.ts';
import { notationsOf, searchFor } from './search.ts';

/** With fewer leases than this, no search is needed. */
export const manyLeases = 7;

/** The leases that contain the text; those in use are in the requested order. */
export function listLeases(leases: readonly Lease[], text: string, sort: LeaseSort): LeaseGroups {
  const { current, ended } = groupLeases(filterLeases(leases, text));
  const order = orders[sort];
  // The sort is stable, so equal leases keep their order.
  return { current: order === null ? current : current.toSorted(order), ended };
}

/** Searches number, label, country, service, holder and newest code. */
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

/** Leases with no end (pinned or not begun) come last. Not Infinity: Infinity - Infinity is NaN. */
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
