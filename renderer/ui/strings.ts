import type { SecretStorage } from '../../electron/contract/state.ts';
import { translatedWords } from '../language.ts';
import { codes } from './strings/codes.ts';
import { lost } from './strings/connection.ts';
import type { HostWords } from './strings/hostWords.ts';
import { money } from './strings/money.ts';
import { numbers } from './strings/numbers.ts';
import { counter } from './strings/plural.ts';
import { reception } from './strings/reception.ts';
import { settings } from './strings/settings.ts';

const counted = counter('en');

const remember: Record<SecretStorage, string> = {
  encrypted: 'Remember, encrypted by this computer’s keychain',
  file: 'Remember in a file that only your user account can read',
  unavailable: 'Remember (not possible here)',
};

/** Every text that a person sees, in one place. A translation has the same keys, and a missing one does not compile. */
export const english = {
  common: {
    appName: 'OTP Dock',
    skip: 'Skip to content',
    close: 'Close',
    dismiss: 'Dismiss',
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
    help: 'Show this list',
    helpKey: 'Open this list with the ? key',
    nothingToCopy: 'No code has arrived yet.',
    nothingToCopyHint: 'Take a number and send an SMS to it first.',
  },
  countries: { easy: 'Work without papers', own: 'Your default', all: 'All countries' },
  onboarding: {
    title: 'Connect Twilio',
    intro: 'OTP Dock takes phone numbers on your own Twilio account and shows the codes that arrive on them.',
    accountSid: 'Account SID',
    accountSidHint: 'Starts with AC. You find both in the Twilio Console under Account info.',
    authToken: 'Auth Token',
    remember,
    rememberUnavailable: 'This computer offers no safe place for secrets, so they are kept for this run only.',
    connect: 'Connect',
    or: 'or',
    demo: 'Try the demo',
    demoHint: 'No account, nothing is spent.',
    checking: 'Checking your Twilio account…',
    checkingSid: (sid: string) => `Account ${sid}`,
    failedTitle: 'Your Twilio account could not be reached',
    otherCredentials: 'Use other credentials',
    fromEnvironment:
      'These credentials come from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN. To use others, change these variables and start OTP Dock again.',
  },
  account: {
    panel: 'Account',
    trial: 'Trial',
    balance: (amount: string) => `Balance ${amount}`,
    demo: 'Demo account',
    none: 'No Twilio account',
  },
  demo: {
    title: 'This is the demo',
    text: 'Numbers and messages are made up on this computer. Nothing is bought, nothing is spent.',
    leave: 'Leave demo',
  },
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
  inbox: {
    title: 'Inbox',
    filter: 'Filter messages',
    emptyTitle: 'No messages yet',
    emptyText: 'Every SMS to one of your numbers is kept here.',
    noMatch: 'No message contains this text.',
    from: (sender: string) => `From ${sender}`,
    to: (name: string) => `to ${name}`,
    backfill: "Read from Twilio's list",
    noCode: 'No code found in this message',
    copyText: 'Copy text',
    older: 'Load older',
    noOlder: 'There are no older messages.',
  },
  codes,
  money,
  reception,
  settings,
  /** For what the host says in English, by its error code and by its own words; null: that is shown as it is. */
  host: null as HostWords | null,
  live: { newCode: (code: string, name: string) => `Code ${code} for ${name}` },
};

export type Words = typeof english;

/** The words of the page's language. They never change while the page is there: see language.ts. */
export const strings: Words = translatedWords() ?? english;
