import { counter } from '../../../electron/contract/plural.ts';
import type { NumberType } from '../../../electron/contract/settings.ts';
import type { LeaseState } from '../../../electron/contract/state.ts';
import type { LeaseSort } from '../../state/leaseSort.ts';

const counted = counter('en');

const leaseStates: Record<LeaseState, string> = {
  buying: 'Buying…',
  active: 'Active',
  expired: 'Time is up',
  releasing: 'Giving back…',
  released: 'Given back',
  idle: 'Kept for reuse',
  failed: 'Failed',
};

const numberTypes: Record<NumberType, string> = { mobile: 'Mobile', local: 'Local', tollFree: 'Toll-free' };

const leaseSorts: Record<LeaseSort, string> = {
  code: 'Newest code',
  time: 'Time left',
  newest: 'Newest',
  label: 'Label',
};

function billed(price: string | null): string {
  return price === null ? 'is billed each month' : `costs ${price} each month`;
}

/** Everything about the numbers in use, and those that are over. */
export const numbers = {
  title: 'Numbers',
  newNumber: 'New number',
  unnamed: 'New number on its way',
  emptyTitle: 'No number yet',
  emptyText: 'Take a number, give it to the app under test, and its code shows up here.',
  current: 'In use',
  ended: 'Ended',
  showMore: (count: number) => `Show ${count} more`,
  states: leaseStates,
  types: numberTypes,
  heldBy: (holder: string) => `Taken by ${holder}`,
  waitingRequests: counted({
    one: '# request waits for a free number',
    other: '# requests wait for a free number',
  }),
  copyNumber: (number: string) => `Copy number ${number}`,
  timeLeft: 'Time left',
  waiting: 'Waiting for an SMS',
  noCode: 'No code',
  code: 'Newest code',
  otherCodes: 'Other codes',
  perMonth: (price: string) => `${price} a month`,
  extend: '+60 s',
  extendLabel: 'Extend by 60 seconds',
  clientGone: 'Ended: its client went away',
  giveBack: 'Give back',
  givingBack: (name: string) => `Giving back ${name}…`,
  ending: (name: string) => `Ending ${name}…`,
  undoEnd: 'Undo',
  pin: {
    pin: 'Pin',
    hint: (price: string | null) => `Stop its time: the number stays, and ${billed(price)}.`,
    unpinHint: 'Let its time go on.',
    limited: 'Not while leases have a time limit (Settings, Defaults and numbers).',
    note: (price: string | null) => `Pinned: it stays until you unpin or end it, and ${billed(price)}.`,
  },
  list: {
    filter: 'Filter numbers in use and ended ones',
    noMatch: 'No number in use and none that ended contains this.',
    sort: 'Sort by',
    sorts: leaseSorts,
  },
  buyProblem: 'Not bought yet; it is tried again by itself',
  releaseProblem: 'Not given back yet; it is tried again by itself',
  otherCountry: 'Choose another country',
};
