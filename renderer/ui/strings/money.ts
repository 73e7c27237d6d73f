import type { Policy, Settings } from '../../../electron/contract/settings.ts';
import type { LedgerKind, NumberState } from '../../../electron/contract/state.ts';
import { counter } from '../../../electron/contract/plural.ts';

const policyNames: Record<Policy, string> = {
  release: 'Give back at once',
  renewal: 'Keep until the next bill',
  keep: 'Keep until I give it back',
};

const policyLines: Record<Policy, string> = {
  release: 'Goes back to Twilio when the time is up. Each lease buys a number.',
  renewal: 'Serves the next leases, and goes back by itself before Twilio bills it again.',
  keep: 'Stays yours, and is billed each month.',
};

const numberStates: Record<NumberState, string> = {
  buying: 'Buying…',
  active: 'In use',
  expired: 'Time is up',
  releasing: 'Giving back…',
  released: 'Given back',
  idle: 'Ready for the next lease',
  foreign: 'Not from OTP Dock',
  stray: 'From another OTP Dock',
};

const ledgerKinds: Record<LedgerKind, string> = {
  purchase: 'Bought',
  renewal: 'Monthly bill',
  purchaseFailed: 'Purchase failed',
  leaseStarted: 'Lease began',
  leaseEnded: 'Lease ended',
  released: 'Given back',
  recovered: 'Found again',
  takenOver: 'Taken over',
  letGo: 'Let go',
  vanished: 'Gone from the account',
};

const onQuitChoices: Record<Settings['onQuit'], string> = {
  ask: 'Ask me',
  release: 'Give their numbers back',
  keep: 'Keep their numbers',
};

const counted = counter('en');
const numbers = counted({ one: '# number', other: '# numbers' });
const leases = counted({ one: '# lease', other: '# leases' });
const cost = counted({ one: '# number costs', other: '# numbers cost' });

/** Everything about what numbers cost, and what becomes of them. */
export const money = {
  policy: {
    title: 'When the time is up',
    defaultTitle: 'When the time of a number is up',
    names: policyNames,
    lines: policyLines,
    recommended: 'Recommended',
    past: (count: number, days: number) => `What your ${leases(count)} of the last ${days} days would have cost:`,
    single: 'What one number costs:',
    unknown: 'no price known',
    cost: (amount: string, count: number) => `${amount} (${numbers(count)})`,
  },
  spending: {
    today: 'Spent today',
    month: 'this month',
    of: (spent: string, limit: string) => `${spent} of ${limit}`,
    near: 'near the limit',
    reached: 'limit reached',
  },
  order: {
    more: 'More choices',
    ready: 'A kept number is ready: this lease costs nothing.',
    priceAge: (age: string) => `price list read ${age}`,
    areaCode: 'Area code',
    areaCodeHint: 'Optional. Three digits, for example 415.',
    locality: 'City',
    localityHint: 'Optional. As Twilio writes it.',
    capabilities: 'Besides SMS, it must handle',
    mms: 'MMS',
    voice: 'Calls',
    fresh: 'Always a fresh number',
    freshHint: 'Not one that served before.',
    service: 'Service',
    serviceHint: 'Optional, such as GitHub. Then only a number that served this service before is left out.',
    changeLimit: 'Change the limit',
  },
  lease: {
    free: 'nothing to pay: kept number',
    endAndKeep: 'End and keep',
    keptUntil: (day: string) => `Kept for reuse until ${day}`,
    endAll: 'End all',
    endAllTitle: counted({ one: 'End # lease?', other: 'End all # leases?' }),
    endAllBack: counted({
      one: '# number goes back to Twilio, gone for good.',
      other: '# numbers go back to Twilio, gone for good.',
    }),
    endAllKept: counted({
      one: '# number is kept for the next leases.',
      other: '# numbers are kept for the next leases.',
    }),
    /** `holders`: their names, as a list. */
    endAllOthers: (holders: string) => `Among them are leases of ${holders}.`,
    endAllHint: 'Messages that come after this belong to no lease.',
  },
  owned: {
    title: 'On your account',
    loading: 'Reading the numbers on your account…',
    none: 'Every number of the account is in use, or there is none.',
    refresh: 'Refresh',
    sum: (count: number, amount: string) => `${cost(count)} ${amount} a month`,
    nextBill: (day: string) => `next bill ${day}`,
    filter: 'Filter numbers',
    noMatch: 'No number contains this.',
    shown: (shown: number, all: number) => `${shown} of ${all}`,
    more: 'Show more',
    states: numberStates,
    lastHeldBy: (holder: string) => `last taken by ${holder}`,
    served: counted({ one: '# lease served', other: '# leases served' }),
    goesBack: (day: string) => `goes back ${day}`,
    webhook: (address: string) => `its messages go to ${address}`,
    policyOf: (number: string) => `When a lease of ${number} ends`,
    problem: 'Not given back yet; it is tried again by itself',
    take: 'Take',
    takeThis: (number: string) => `Take a lease such as ${number}`,
    giveBack: 'Give back…',
    giveBackThis: (number: string) => `Give back ${number}…`,
    takeOver: 'Take over…',
    takeOverThis: (number: string) => `Take over ${number}…`,
    takeStray: 'Take into the pool…',
    takeStrayThis: (number: string) => `Take ${number} into the pool…`,
    letGo: 'Let go…',
    letGoThis: (number: string) => `Let go of ${number}…`,
  },
  ask: {
    giveBack: {
      title: (number: string) => `Give back ${number}?`,
      text: 'The number is gone for good, and what is sent to it is lost. The month that is paid stays paid.',
      pool: 'It is a number of your pool: the pool gets smaller by one.',
      confirm: 'Give back now',
    },
    takeOver: {
      title: (number: string) => `Take over ${number}?`,
      text: 'OTP Dock adds the number to your pool and receives its messages. You can let it go again.',
      webhook: 'Its messages go elsewhere now:',
      replaced: 'Whatever is there receives none of them from then on. When you let the number go, this is put back.',
      confirm: 'Take over',
      replace: 'Take over and redirect its messages',
    },
    letGo: {
      title: (number: string) => `Let go of ${number}?`,
      text: 'The number stays on your account, with its messages going where they went before. Nothing is refunded.',
      confirm: 'Let go',
    },
  },
  defaults: {
    poolSize: 'Pool size',
    poolHint: (what: string) =>
      `So many kept numbers (${what}) are held ready, leased or idle. Missing ones are bought at once, and spare ones go back before their next bill. 0 means no pool.`,
    poolEach: (price: string) => `${price} a month for each`,
    poolPrice: (count: number, price: string) => `${count} × ${price} a month`,
    poolNoPrice: 'The price is not known.',
    poolSave: 'Set pool size',
    onQuit: 'When I quit with running leases',
    onQuitChoices,
  },
  toConfirm: {
    title: 'Nothing is bought until these limits are confirmed',
    text: 'Files were damaged, and these limits, or what had been spent, were lost. Set each of them, or confirm what it is now.',
    names: {
      limitPerDay: 'Limit per day',
      limitPerMonth: 'Limit per month',
      leasesAtOnce: 'Numbers at once',
      maxLeaseSeconds: 'Longest lease, in seconds',
    },
    limit: (name: string, value: string | number | null) => `${name}: ${value ?? 'no limit'}`,
    confirm: 'Confirm these limits',
    confirmed: 'The limits are confirmed.',
  },
  section: {
    title: 'Money',
    limits: 'Purchases that would pass a limit are refused. Days and months are those of UTC, as Twilio bills.',
    perDay: 'Limit per day',
    perMonth: 'Limit per month',
    limitHint: 'An amount such as 12.50. Empty means no limit.',
    figures: 'Figures',
    loading: 'Reading the figures…',
    balance: 'Balance',
    unknown: 'not available',
    today: 'Spent on numbers today',
    month: 'Spent on numbers this month',
    byTwilio: 'This month by Twilio’s records',
    byTwilioValue: (phoneNumbers: string, total: string) => `${phoneNumbers} for numbers, ${total} in all`,
    asOf: (time: string) => `as of ${time}`,
    monthly: 'Kept numbers cost',
    monthlyValue: (amount: string) => `${amount} a month`,
    nextBill: 'Next bill',
    nextBillValue: (day: string, amount: string, count: number) => `${day}: ${amount} for ${numbers(count)}`,
    noBill: 'none: no number is kept',
  },
  ledger: {
    title: 'Ledger',
    loading: 'Reading the ledger…',
    none: 'Nothing has been bought yet.',
    kinds: ledgerKinds,
    caption: counted({ one: 'The newest entry', other: 'The newest # entries' }),
    when: 'When',
    what: 'What',
    number: 'Number',
    amount: 'Amount',
    csv: 'Export CSV',
    json: 'Export JSON',
    exported: 'The ledger is exported.',
  },
  papers: {
    title: 'Papers',
    purpose: 'Many countries sell numbers only with an approved bundle or an address. They are chosen here by country.',
    loading: 'Reading the papers on your account…',
    none: 'There are no bundles and no addresses on your account. The Twilio Console makes them.',
    add: 'Add a country',
    bundle: 'Bundle',
    address: 'Address',
    identity: 'Identity SID',
    identityHint: 'Optional. RI and 32 digits or letters; Twilio does not list them.',
    notChosen: 'None',
    unapproved: (name: string, status: string) => `${name} (${status})`,
    missing: (sid: string) => `${sid} (not on the account)`,
  },
};
