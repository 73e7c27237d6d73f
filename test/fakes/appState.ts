import { defaultSettings } from '../../electron/contract/settings.ts';
import type { AppState, Candidate, Lease, LedgerEntry, Message, OwnedNumber } from '../../electron/contract/state.ts';
import type { DesktopState } from '../../electron/contract/host.ts';
import {
  refusalReasons,
  type Diagnosis,
  type ReceptionState,
  type SelfTest,
} from '../../electron/contract/reception.ts';
import { iso } from '../../electron/contract/time.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

/** The time at which every example begins. */
export const exampleNow = Date.parse('2026-03-02T10:00:00Z');

export function exampleState(patch: Partial<AppState> = {}): AppState {
  return {
    revision: 1,
    version: '0.1.0',
    host: 'desktop',
    demo: false,
    capture: null,
    account: {
      kind: 'connected',
      sid: `AC${'0'.repeat(32)}`,
      name: 'Example Ltd',
      trial: false,
      balance: { amount: '17.4300', currency: 'USD' },
    },
    credentials: { source: 'stored', storage: 'encrypted', ngrokToken: 'stored' },
    tunnel: { kind: 'ngrok', state: 'online', url: 'https://example.ngrok-free.app', problem: null },
    polling: false,
    webhook: 'http://127.0.0.1:5000/webhook',
    reception: exampleReception(),
    pausedSince: null,
    leases: [],
    messages: [],
    settings: defaultSettings,
    capabilities: { clipboard: 'page', links: 'page', menus: false, openDataDir: false, switchApi: true },
    desktop: null,
    api: { url: null, tokenFile: '/home/tester/.config/OTP Dock/api-token', takenPort: null, problem: null },
    dataDir: '/home/tester/.config/OTP Dock',
    fixed: {
      ...{ kind: null, publicUrl: null, ngrokDomain: null, ngrokRootCas: null },
      ...{ maxLeaseSeconds: null, quarantineSeconds: null, retentionDays: null },
    },
    spending: { today: { amount: '1.15', currency: 'USD' }, thisMonth: { amount: '3.45', currency: 'USD' } },
    idle: [],
    waiting: [],
    numbersRevision: 1,
    notices: [],
    ...patch,
  };
}

export const exampleDesktop: DesktopState = {
  system: 'linux',
  team: null,
  shortcutProblem: null,
  loginProblem: null,
  presenting: false,
  closing: false,
  update: { kind: 'off', why: 'noFeed' },
};

/** The desktop app shows this team's host; null: its own numbers. */
export function showingTeam({ desktop }: AppState, url: string | null): Partial<AppState> {
  const team = url === null ? null : { url, kind: 'online' as const, kept: 0, problem: null };
  return { desktop: { ...(desktop ?? exampleDesktop), team } };
}

/** Nothing has arrived yet. */
export function exampleReception(patch: Partial<ReceptionState> = {}): ReceptionState {
  return {
    accepted: 0,
    lastWebhookAt: null,
    backfilled: 0,
    lastListAt: null,
    refused: Object.fromEntries(refusalReasons.map((reason) => [reason, 0])) as ReceptionState['refused'],
    ...patch,
  };
}

/** A tunnel that is down, and Twilio's complaints about it. */
export function exampleDiagnosis(patch: Partial<Diagnosis> = {}): Diagnosis {
  return {
    findings: [
      {
        message: verbatim('The tunnel is down.'),
        hint: verbatim('Open it again, or wait: the list is read meanwhile.'),
      },
    ],
    alerts: [
      {
        at: iso(exampleNow - 9000),
        code: '11200',
        text: 'There was a failure attempting to retrieve the contents of this URL.',
        moreInfo: 'https://www.twilio.com/docs/api/errors/11200',
      },
    ],
    ...patch,
  };
}

/** A message that reached the listener, with an invalid signature. */
export function exampleSelfTest(patch: Partial<SelfTest> = {}): SelfTest {
  return {
    ok: false,
    hops: [
      { name: 'publicUrl', ok: true, ms: 84, message: verbatim('https://example.ngrok-free.app leads here.') },
      { name: 'listener', ok: true, ms: 3, message: verbatim('The request came in.') },
      { name: 'signature', ok: false, ms: null, message: verbatim('The signature did not hold.') },
    ],
    ...patch,
  };
}

/** An active lease with 45 of its 60 seconds left. */
export function exampleLease(patch: Partial<Lease> = {}): Lease {
  return {
    id: 'lease-1',
    number: '+14155550123',
    numberSid: `PN${'1'.repeat(32)}`,
    country: 'US',
    type: 'local',
    label: null,
    state: 'active',
    policy: 'release',
    holder: null,
    service: null,
    reused: false,
    ttlSeconds: 60,
    startedAt: iso(exampleNow - 15_000),
    expiresAt: iso(exampleNow + 45_000),
    pinned: false,
    cancelled: false,
    heartbeatSeconds: null,
    quarantineSeconds: 0,
    endReason: null,
    monthlyPrice: { amount: '1.15', currency: 'USD' },
    latestCode: null,
    problem: null,
    ...patch,
  };
}

/** A number of the account, kept since the first of the month and waiting for a lease. */
export function exampleOwned(patch: Partial<OwnedNumber> = {}): OwnedNumber {
  return {
    number: '+14155550150',
    sid: `PN${'2'.repeat(32)}`,
    friendlyName: 'otp-dock example',
    leaseId: 'lease-1',
    label: 'checkout',
    holder: null,
    state: 'idle',
    origin: 'lease',
    policy: 'renewal',
    country: 'US',
    type: 'local',
    leases: 2,
    pinned: false,
    boughtAt: iso(Date.parse('2026-03-01T12:00:00Z')),
    nextBillAt: iso(Date.parse('2026-04-01T12:00:00Z')),
    giveBackAt: iso(Date.parse('2026-03-31T12:00:00Z')),
    restsUntil: null,
    monthlyPrice: { amount: '1.15', currency: 'USD' },
    webhook: 'https://example.ngrok-free.app/webhook',
    diverted: false,
    problem: null,
    ...patch,
  };
}

export function exampleEntry(patch: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: 1,
    at: iso(exampleNow - 60_000),
    kind: 'purchase',
    number: '+14155550123',
    numberSid: `PN${'1'.repeat(32)}`,
    country: 'US',
    leaseId: 'lease-1',
    label: 'checkout',
    holder: null,
    amount: { amount: '1.15', currency: 'USD' },
    note: null,
    ...patch,
  };
}

/** Its candidate marks the place of 481920 in the text. */
export function exampleMessage(patch: Partial<Message> = {}): Message {
  const body = patch.body ?? 'Your Example code is 481920. Do not share it.';
  const start = body.indexOf('481920');
  return {
    sid: 'SM1',
    to: '+14155550123',
    from: '+14155550199',
    body,
    links: [],
    numMedia: 0,
    media: [],
    channel: 'sms',
    receivedAt: iso(exampleNow - 4000),
    leaseId: 'lease-1',
    code: '481920',
    candidates: start < 0 ? [] : [exampleCandidate({ start, end: start + 6 })],
    service: 'Example',
    sentBy: null,
    reason: verbatim('6 digits, after "code is".'),
    source: 'webhook',
    ...patch,
  };
}

/** The code of exampleMessage, at its place there. */
export function exampleCandidate(patch: Partial<Candidate> = {}): Candidate {
  return {
    code: '481920',
    confidence: 0.98,
    reason: verbatim('6 digits, after "code is".'),
    start: 21,
    end: 27,
    ...patch,
  };
}
