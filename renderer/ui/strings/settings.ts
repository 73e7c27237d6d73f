import type { Settings } from '../../../electron/contract/settings.ts';
import type { CredentialsState } from '../../../electron/contract/state.ts';
import { counter } from '../../../electron/contract/plural.ts';

type Source = CredentialsState['source'];

const counted = counter('en');
const countedMessages = counted({ one: '# message', other: '# messages' });
const countedLeases = counted({ one: '# lease', other: '# leases' });

const credentialSources: Record<Source, string> = {
  none: 'No credentials',
  environment: 'From TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment',
  stored: 'Remembered on this computer',
  session: 'Kept for this run only',
};

const ngrokSources: Record<Source, string> = {
  none: 'No token is set.',
  environment: 'A token comes from NGROK_AUTHTOKEN in the environment.',
  stored: 'A token is remembered on this computer.',
  session: 'A token is kept for this run only.',
};

const themes: Record<Settings['theme'], string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

/** Everything on the settings page that has no subject of its own. */
export const settings = {
  title: 'Settings',
  sections: 'Sections',
  goTo: 'Go to section',
  names: {
    twilio: 'Twilio',
    reception: 'Receiving SMS',
    defaults: 'Defaults and numbers',
    money: 'Money',
    codes: 'Finding codes',
    notifications: 'Notifications and clipboard',
    api: 'Automation API',
    appearance: 'Appearance',
    data: 'Data',
    about: 'About',
  },
  twilio: {
    account: 'Account',
    sid: 'Account SID',
    state: 'State',
    states: {
      none: 'Not connected',
      active: 'Active',
      trial: 'Active, trial: one number at a time',
      checking: 'Being checked…',
      failed: 'Twilio does not accept it, or cannot be reached',
    },
    balance: 'Balance',
    noBalance: 'not available',
    source: 'Credentials',
    sources: credentialSources,
    check: 'Check now',
    checked: (name: string) => `Twilio accepts the credentials of ${name}.`,
    notChecked: 'The check failed.',
    change: 'Change credentials',
    changeHint:
      'For a new Auth Token or another account. Twilio is asked first; what is there now stays until it agrees.',
    authTokenHint: 'It goes in here and is never shown again.',
    save: 'Check and save',
    saved: (name: string) => `Connected to ${name}.`,
    forget: 'Forget and use another account',
    forgetTitle: 'Forget these credentials?',
    forgetText: 'OTP Dock removes them from this computer. You can then connect the same or another account.',
    forgetConfirm: 'Forget credentials',
  },
  reception: {
    how: 'How SMS reach this computer',
    auto: 'Choose by itself',
    autoHint: 'Your own URL when one is set, else ngrok when a token is known, else Twilio’s list.',
    ngrok: 'ngrok',
    ngrokHint: 'A tunnel from the internet to this computer. Needs a free ngrok token.',
    url: 'Your own URL',
    urlHint: 'An address on the internet that leads to this computer.',
    polling: 'Read Twilio’s list',
    pollingHint: 'Needs nothing, but SMS show up a few seconds later.',
    publicUrl: 'Public URL',
    publicUrlHint: 'For example https://example.com, without /webhook.',
    ngrokToken: 'ngrok token',
    ngrokTokenStates: ngrokSources,
    ngrokTokenPage: 'https://dashboard.ngrok.com/get-started/your-authtoken',
    ngrokTokenLink: 'Find yours on the ngrok dashboard',
    ngrokSave: 'Save token',
    ngrokForget: 'Forget token',
    ngrokDomain: 'ngrok domain',
    ngrokDomainHint: 'Optional. For example my-name.ngrok-free.app.',
    rootCas: 'For ngrok, trust the certificates that this computer trusts',
    rootCasHint:
      'For a network whose proxy opens encrypted connections: it can then read what comes through the tunnel.',
    rootCasFixed: {
      trusted: 'ngrok trusts its own certificate alone',
      host: 'ngrok trusts the certificates of this computer',
    },
    rootCasSource: (words: string) => `${words}, by NGROK_ROOT_CAS in the environment.`,
  },
  figures: 'Figures',
  defaults: {
    pool: 'Pool',
    country: 'Default country',
    type: 'Default type',
    duration: 'Default duration (seconds)',
    durationHint: 'At least 1; a day is 86400, a week 604800, which is the most.',
    leasesAtOnce: 'At most this many numbers at once',
    leasesAtOnceHint:
      'Optional, 1 to 1000. Further requests are refused, or wait for a free number if they have time. Those in use stay.',
    maxLease: 'Longest lease (seconds)',
    maxLeaseHint:
      'Optional, 60 to 2592000. Whatever is asked for, no lease runs longer, and none can be pinned. Those that run are cut at once.',
    maxLeaseFixed: (seconds: number) =>
      `No lease runs longer than ${seconds} seconds, from OTP_DOCK_MAX_LEASE_SECONDS in the environment`,
  },
  notifications: { switch: 'Show a notification when a code arrives' },
  clipboard: {
    title: 'Clipboard',
    autoCopy: 'Copy a code as soon as it arrives',
    autoCopyHints: {
      host: 'Whatever is on the clipboard then is replaced.',
      page: 'Only while this page is in front: a browser allows no more. Some browsers ask first, or refuse.',
    },
    clear: 'Clear the clipboard after (seconds)',
    clearHint: '5 to 600; empty means never. Only what OTP Dock copied is cleared, and only if it is still there.',
    clearNotHere: 'Clearing the clipboard after a while needs the desktop app: a browser does not let a page see it.',
    never: 'Never',
  },
  api: {
    purpose: 'Lets tests and scripts on this computer take numbers and wait for codes, and the command line with them.',
    enable: 'Serve the automation API',
    alwaysOn: 'The headless host always serves it.',
    address: 'Address',
    off: 'off',
    takenPort: (port: number) => `Port ${port} is in use by another program, so the next free one was taken.`,
    tokenFile: 'Token file',
    tokenHint: 'Whoever has the token can do all that the API can. It is never shown here.',
    copyPath: 'Copy path of the token file',
    copyToken: 'Copy token',
    copied: 'The token is on the clipboard.',
    rotate: 'New token…',
    rotateTitle: 'Make a new token?',
    rotateText: 'The present token is refused from then on: scripts have to read the token file again.',
    rotateConfirm: 'Make a new token',
    rotated: 'There is a new token.',
    example: 'Try it in a terminal',
    copyExample: 'Copy command',
  },
  appearance: {
    theme: 'Theme',
    themes,
    language: 'Language',
    languageHint: 'The page is loaded again in the new language. What Twilio itself says stays in English.',
    auto: (name: string) => `Automatic (${name})`,
  },
  data: {
    folder: 'Data folder',
    copyPath: 'Copy path',
    open: 'Open folder',
    export: 'Export',
    exportHint: 'All messages, leases and the ledger of this account in one JSON file. Messages and codes are in it.',
    exportAll: 'Export all as JSON',
    exported: 'Everything is exported.',
    delete: 'Delete',
    deleteHistoryHint: 'Messages and leases that are over. Running leases, your numbers and the ledger stay.',
    deleteHistory: 'Delete history…',
    historyTitle: 'Delete the history?',
    historyText:
      'All messages and all leases that are over are deleted from this computer, and cannot be brought back. Running leases and their messages stay, and so do your numbers, each with its last lease, and the ledger of what they cost. Twilio keeps its own list.',
    historyConfirm: 'Delete history',
    historyDone: (messages: number, leases: number) =>
      `Deleted: ${countedMessages(messages)}, ${countedLeases(leases)}.`,
    wipeHint: 'As if OTP Dock had never been used here: also the ledger, the settings, and the secrets.',
    wipe: 'Delete everything…',
    wipeTitle: 'Delete everything?',
    wipeText:
      'The history, the ledger, the settings with your rules, and the remembered Twilio credentials and ngrok token are deleted from this computer, and cannot be brought back.',
    wipeFromEnvironment:
      'Credentials that come from the environment stay there, and OTP Dock connects with them again.',
    wipeLooking: 'Looking for numbers that would stay on Twilio…',
    wipeNone: 'No number of yours is left on Twilio.',
    wipeRemaining: (numbers: string[]) =>
      `These numbers stay on Twilio, which bills each every month, and OTP Dock no longer looks after them: ${numbers.join(', ')}.`,
    beingBought: 'one that is being bought',
    wipeLeave: 'Leave these numbers on Twilio',
    wipeConfirm: 'Delete everything',
    wipeDone: 'Everything is deleted.',
  },
  about: {
    version: 'Version',
    host: 'Runs as',
    hosts: { desktop: 'Desktop app', headless: 'Headless host' },
    webhook: 'Webhook on this computer',
    noWebhook: 'Not listening',
    tunnel: 'Reception',
    publicUrl: 'Public URL',
    setup: 'First steps',
    setupHint: 'Account, reception and what happens when a lease ends, with what is set now. Nothing is lost.',
    setupLater: 'This can be done while no number is in use.',
    setupAgain: 'Go through them again',
    updates: 'Updates',
    update: {
      off: {
        development: 'Off: this is no installed app.',
        noFeed: 'Off: this build names no place for updates. Get new versions where you got this one.',
        unsafeFeed: 'Off: the place for updates has no https, so what comes from there cannot be trusted.',
        unsigned: 'Off: this app is not signed, so an update could not be checked.',
        packages: 'By the package manager of your system.',
      },
      idle: 'Looked for a short while after the start.',
      current: (time: string) => `This is the newest version (looked for ${time}).`,
      checking: 'Looking for a new version…',
      downloading: (version: string, percent: number) => `Version ${version} is being fetched: ${percent} %.`,
      ready: (version: string) => `Version ${version} is ready and will be installed when you quit.`,
      failed: 'A new version could not be looked for. OTP Dock tries again in some hours.',
    },
  },
  diagnostics: {
    title: 'Diagnostics',
    hint: 'Versions, states and the newest errors, for a report about a problem.',
    show: 'Show diagnostics…',
    read: 'Secrets, messages, codes, names and whole numbers are not in it. Read it through before you pass it on.',
    collecting: 'Collecting…',
    copy: 'Copy diagnostics',
  },
};
