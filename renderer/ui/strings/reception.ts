import type { RefusalReason, SelfTest } from '../../../electron/contract/reception.ts';
import type { ReceptionKind } from '../../../electron/contract/settings.ts';
import type { TunnelPhase } from '../../../electron/contract/state.ts';
import { counter } from '../../../electron/contract/plural.ts';

const counted = counter('en');
const messages = counted({ one: '# message', other: '# messages' });
const found = counted({ one: '# message found', other: '# messages found' });

const phases: Record<TunnelPhase, string> = {
  off: 'SMS reception is off',
  connecting: 'Connecting to receive SMS…',
  online: 'SMS arrive at once',
  degraded: 'SMS may arrive late',
  failed: 'SMS cannot be pushed to this computer',
};

const through: Record<Exclude<ReceptionKind, 'polling'>, string> = {
  ngrok: 'SMS arrive at once through ngrok',
  url: 'SMS arrive at once through your own URL',
};

const tunnelNames: Record<Exclude<ReceptionKind, 'polling'>, string> = { ngrok: 'ngrok', url: 'Your own URL' };

const tunnelStates: Record<TunnelPhase, string> = {
  off: 'closed',
  connecting: 'connecting…',
  online: 'open',
  degraded: 'disturbed',
  failed: 'failed',
};

const refusals: Record<RefusalReason, string> = {
  signature: 'Not signed with your Auth Token',
  malformed: 'Not an SMS as Twilio sends it',
  tooLarge: 'Too large',
  wrongType: 'Not a form, which is what Twilio sends',
  tooMany: 'Too many at once',
  wrongPath: 'Sent to another path than /webhook',
  notStored: 'Could not be stored; Twilio was asked to send it again',
  paused: 'Came while paused; read from Twilio’s list when resumed',
};

const hops: Record<SelfTest['hops'][number]['name'], string> = {
  publicUrl: 'Public URL',
  listener: 'Listener on this computer',
  signature: 'Signature',
  answer: 'Answer',
};

/** Everything about how SMS get here, and what keeps them away. */
export const reception = {
  pause: {
    switch: 'Pause reception',
    switchHint:
      'Nothing comes in meanwhile: the tunnel is closed, and Twilio’s list is not read. Leases run on. When you resume, what arrived is read from the list, so that nothing is lost.',
    label: 'Reception',
    title: (time: string) => `Reception is paused since ${time}`,
    text: 'Leases run on. What arrives meanwhile is fetched when you resume.',
    resume: 'Resume',
    resumed: 'Reception goes on.',
    waiting: 'Reception is paused',
  },
  way: {
    phases,
    paused: 'Reception is paused',
    through,
    polling: 'Reading messages from Twilio’s list every few seconds',
    pollingLater: 'Twilio’s list is read while a number is active',
    pollingInstead: 'Twilio’s list is read every few seconds until the tunnel is back',
    retry: 'Retry: open the tunnel again',
    retried: 'The tunnel is opened again.',
  },
  late: {
    title: 'No SMS yet. What to check',
    looking: 'Looking for the reason…',
    app: 'Does the app send to this number in full, with its country code? Does it accept this country, and is its sending limit not used up?',
    check: 'Check now',
    found: (count: number) => (count === 0 ? 'Nothing new at Twilio' : found(count)),
    alerts: 'Twilio’s errors with the webhook since the lease began',
    noAlerts: 'Twilio’s error log could not be read.',
    alert: (code: string, time: string) => `Error ${code}, ${time}:`,
    moreInfo: (code: string) => `Read Twilio’s explanation of error ${code}`,
  },
  diverted: 'Someone else changed where its messages go; they are read from Twilio’s list',
  health: {
    title: 'Reception health',
    run: 'Since OTP Dock was started:',
    pushed: 'Pushed by Twilio to the webhook',
    listed: 'Missing ones, read from Twilio’s list',
    count: (count: number) => (count === 0 ? 'none' : messages(count)),
    pushedAt: (time: string) => `last at ${time}`,
    listedAt: (time: string) => `list last read at ${time}`,
    refused: 'Refused requests',
    refusals,
    refusal: (words: string, count: number) => `${words}: ${count}`,
    none: 'none',
    tunnel: 'Tunnel',
    tunnelState: (kind: Exclude<ReceptionKind, 'polling'>, phase: TunnelPhase) =>
      `${tunnelNames[kind]}: ${tunnelStates[phase]}`,
    noTunnel: 'none, Twilio’s list is read instead',
  },
  test: {
    button: 'Test the webhook',
    purpose: 'Sends a signed message to itself through the public URL. Nothing of it is kept.',
    notNeeded:
      'There is no webhook to test: SMS are read from Twilio’s list. Choose ngrok or your own URL to have one.',
    works: 'The webhook works.',
    broken: 'The webhook does not work.',
    result: 'Result of the test',
    hops,
    ok: 'ok',
    failed: 'failed',
    ms: (ms: number) => `${Math.round(ms)} ms`,
  },
};
