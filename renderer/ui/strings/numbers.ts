import type { NumberType } from '../../../electron/contract/settings.ts';
import type { LeaseState } from '../../../electron/contract/state.ts';

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
  copyNumber: (number: string) => `Copy number ${number}`,
  timeLeft: 'Time left',
  waiting: 'Waiting for an SMS',
  noCode: 'No code',
  code: 'Newest code',
  otherCodes: 'Other codes',
  perMonth: (price: string) => `${price} a month`,
  extend: '+60 s',
  extendLabel: 'Extend by 60 seconds',
  giveBack: 'Give back',
  releaseProblem: 'Not given back yet; it is tried again by itself',
  otherCountry: 'Choose another country',
};
