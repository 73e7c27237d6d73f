import type { ReceptionKind, SetupStep } from '../../../electron/contract/settings.ts';
import type { SecretStorage } from '../../../electron/contract/state.ts';

const remember: Record<SecretStorage, string> = {
  encrypted: 'Remember, encrypted by this computer’s keychain',
  file: 'Remember in a file that only your user account can read',
  unavailable: 'Remember (not possible here)',
};

const titles: Record<Exclude<SetupStep, 'done'>, string> = {
  connect: 'Connect Twilio',
  reception: 'How SMS arrive',
  leaseEnd: 'When a lease ends',
};

const intros: Record<Exclude<SetupStep, 'done'>, string> = {
  connect: 'OTP Dock takes phone numbers on your own Twilio account and shows the codes that arrive on them.',
  reception:
    'Twilio can push each SMS to this computer, or OTP Dock asks for it. Settings can change this at any time.',
  leaseEnd: 'A lease is the time for which you use a number. Each order can choose otherwise.',
};

const ways: Record<ReceptionKind, string> = {
  ngrok: 'Through ngrok',
  url: 'Through your own URL',
  polling: 'Polling',
};

const wayHints: Record<ReceptionKind, string> = {
  ngrok: 'A tunnel to this computer: SMS arrive at once. Needs a free ngrok account.',
  url: 'An address of yours leads to this computer: SMS arrive at once.',
  polling: 'Nothing to set up: OTP Dock reads Twilio’s list. SMS show up a few seconds later.',
};

const fixedWays: Record<ReceptionKind, string> = {
  ngrok: 'The environment chooses ngrok.',
  url: 'The environment chooses your own URL.',
  polling: 'The environment chooses polling.',
};

/** The first run, and what is shown when the account does not work. */
export const onboarding = {
  titles,
  intros,
  progress: (step: number, steps: number) => `Step ${step} of ${steps}`,
  back: 'Back',
  next: 'Continue',
  finish: 'Finish',
  accountSid: 'Account SID',
  accountSidHint: 'Starts with AC and has 34 characters.',
  authToken: 'Auth Token',
  authTokenHint: 'Kept on this computer, and never shown again.',
  whereToken: 'It stands on the first page of the Twilio Console, under Account Info.',
  where: 'Both stand on the first page of the Twilio Console, under Account Info.',
  console: 'Open the Twilio Console',
  remember,
  rememberUnavailable: 'This computer offers no safe place for secrets, so they are kept for this run only.',
  connect: 'Connect',
  connected: 'Twilio accepts these credentials',
  account: {
    name: 'Account',
    state: 'State',
    active: 'Active',
    trial: 'Active, trial',
    trialHint: 'A trial account has one number at a time. Upgrade it in the Twilio Console for more.',
    balance: 'Balance',
    balanceUnknown: 'Twilio does not say',
  },
  otherAccount: 'Use another account',
  or: 'or',
  demo: 'Try the demo',
  demoHint: 'No account, nothing is spent.',
  checking: 'Checking your Twilio account…',
  checkingSid: (sid: string) => `Account ${sid}`,
  failed: {
    unreachable: 'Twilio cannot be used just now',
    refused: 'Enter your new Auth Token',
    suspended: 'Your Twilio account is not active',
    other: 'Your Twilio account does not work',
    again: 'It is tried again by itself.',
    refusedHint:
      'Its Auth Token was changed in the Twilio Console, or the account is suspended. Your numbers and codes stay here, and SMS that come meanwhile are fetched once Twilio accepts the new token.',
    token: 'New Auth Token',
    connect: 'Connect again',
  },
  otherCredentials: 'Use other credentials',
  fromEnvironment:
    'These credentials come from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN. To use others, change these variables and start OTP Dock again.',
  reception: {
    label: 'Way in',
    ways,
    wayHints,
    recommended: 'Recommended',
    tokenKnown: {
      environment: 'Your ngrok token comes from NGROK_AUTHTOKEN in the environment.',
      stored: 'Your ngrok token is remembered on this computer.',
      session: 'Your ngrok token is kept for this run.',
    },
    token: 'ngrok token',
    tokenMissing: 'Enter your ngrok token.',
    tokenLink: 'Find it on your ngrok dashboard',
    domain: 'ngrok domain',
    domainHint: 'Optional. For example my-name.ngrok-free.app.',
    domainFixed: (domain: string) => `${domain}, from NGROK_DOMAIN in the environment`,
    url: 'Public URL',
    urlHint: (webhook: string) => `For example https://example.com. It must lead to ${webhook}.`,
    urlFixed: (url: string) => `${url}, from WEBHOOK_BASE_URL in the environment`,
    urlMissing: 'Enter the address that leads to this computer.',
    open: 'Connect the tunnel',
    check: 'Check the address',
    checkAgain: 'Check again',
    connecting: 'Connecting to ngrok…',
    checking: 'Sending a signed message to itself through this address…',
    online: 'The tunnel is open',
    skip: 'Polling for now',
    fixed: fixedWays,
    fixedHint: 'To choose another way, change OTP_DOCK_TUNNEL there and start OTP Dock again.',
  },
  leaseEnd: {
    country: 'Country of your numbers',
    duration: 'Duration of a lease (seconds)',
  },
};

/** Said on every page while the demo runs. */
export const demo = {
  label: 'Demo',
  title: 'This is the demo',
  text: 'Numbers and messages are made up on this computer. Nothing is bought, nothing is spent.',
  leave: 'Leave demo',
};
