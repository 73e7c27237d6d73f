import { codes } from './codes.ts';
import { lost } from './connection.ts';
import { desktop } from './desktop.ts';
import type { HostWords } from './hostWords.ts';
import { inbox } from './inbox.ts';
import { money } from './money.ts';
import { numbers } from './numbers.ts';
import { demo, onboarding } from './onboarding.ts';
import { counter } from '../../../electron/contract/plural.ts';
import { reception } from './reception.ts';
import { settings } from './settings.ts';

const counted = counter('en');

/** Every text that a person sees, in one place. A translation has the same keys, and a missing one does not compile. */
export const english = {
  desktop,
  common: {
    appName: 'OTP Dock',
    skip: 'Skip to content',
    close: 'Close',
    dismiss: 'Dismiss',
    goTo: { money: 'Check the limits' },
    retry: 'Retry',
    copied: 'Copied',
    saved: 'Saved',
    cancel: 'Cancel',
    copyFailed: 'The text could not be copied.',
    copyFailedHint: 'Select it and copy it by hand. A browser allows copying only on https or localhost pages.',
    twilioSays: (code: number | null) => (code === null ? 'Twilio says:' : `Twilio says (error ${code}):`),
    moreInfo: 'Read Twilio’s explanation',
  },
  nav: { label: 'Main', numbers: 'Numbers', inbox: 'Inbox', settings: 'Settings', shortcuts: 'Keyboard shortcuts' },
  connection: {
    connecting: 'Connecting to OTP Dock…',
    lost: 'The connection to the host was lost, reconnecting…',
    lostMessage: lost.message,
    lostHint: lost.hint,
    refusedTitle: 'This page needs the right address',
    refusedText: 'The host did not accept the access token, or the address had none in it.',
    refusedSteps: [
      'Go to the terminal where you started OTP Dock.',
      'Find the line with the address; it ends in #token= and a long word.',
      'Open that whole address here.',
    ],
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    newNumber: 'Take a new number',
    copyNewest: 'Copy the newest code (with no text selected)',
    search: 'Search the inbox',
    or: 'or',
    help: 'Show this list',
    helpKey: 'Use the single keys / and ?',
    nothingToCopy: 'No code has arrived yet.',
    nothingToCopyHint: 'Take a number and send an SMS to it first.',
  },
  countries: { easy: 'Work without papers', own: 'Your default', all: 'All countries' },
  onboarding,
  account: {
    panel: 'Account',
    trial: 'Trial',
    balance: (amount: string) => `Balance ${amount}`,
    demo: 'Demo account',
    none: 'No Twilio account',
  },
  demo,
  numbers,
  dialog: {
    title: 'New number',
    country: 'Country',
    noCountry: 'No such country',
    type: 'Type',
    anyType: 'Any',
    contains: 'Contains digits',
    containsHint: 'Optional. For example 415, or 415*55.',
    label: 'Label',
    labelHint: 'Optional. Tells your tests apart, such as “checkout, staging”.',
    duration: 'Duration (seconds)',
    durations: 'Usual durations',
    take: 'Take number',
    searching: 'Looking for numbers…',
    available: counted({ one: '# number is available', other: '# numbers are available' }),
    price: (price: string) => `Twilio bills a full month at purchase: ${price}`,
    noPrice: 'Twilio bills a full month at purchase. Its price list could not be read.',
    none: (country: string) => `Twilio has no SMS number for this in ${country} just now.`,
    noneIndia: 'Twilio offers no SMS numbers in India at times.',
    noneHint: 'Other digits, another type or another country may work.',
    instead: (country: string) => `Use ${country}`,
  },
  inbox,
  codes,
  money,
  reception,
  settings,
  /** For what the host says in English, by its error code and by its own words; null: that is shown as it is. */
  host: null as HostWords | null,
  live: { newCode: (code: string, name: string) => `Code ${code} for ${name}` },
};

export type Words = typeof english;
