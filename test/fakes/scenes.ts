import { defaultSettings, firstSettings, type Rule } from '../../electron/contract/settings.ts';
import type { Failure } from '../../electron/contract/errors.ts';
import type { AppState, Lease, Message } from '../../electron/contract/state.ts';
import { iso } from '../../electron/contract/time.ts';
import {
  exampleCandidate,
  exampleEntry,
  exampleLease,
  exampleMessage,
  exampleNow,
  exampleOwned,
  exampleState,
} from './appState.ts';
import { verbatim } from '../../electron/contract/words/phrases.ts';

// The states in which the accessibility specs and `npm run screenshots` look at the screens.

export const problem: Failure = {
  code: 'TUNNEL_FAILED',
  message: verbatim('ngrok refused the token.'),
  hint: verbatim('Save it again in Settings.'),
  retryable: true,
  twilio: null,
};

const latestCode = { code: '481920', messageSid: 'SM1', receivedAt: iso(exampleNow - 4000) };

const rules: Rule[] = [
  { id: 'acme', name: 'Acme', sender: 'ACME', pattern: 'your (?:pin|password) for signing in is (?<code>\\d{4,8})' },
  { id: 'any', name: 'Everybody else', sender: null, pattern: 'key (?<code>\\w+)' },
];

/** Everything at once: demo, a tunnel that is down, a notice, and a lease in each state. */
export const full: AppState = exampleState({
  demo: true,
  settings: { ...defaultSettings, rules },
  polling: true,
  tunnel: { kind: 'ngrok', state: 'failed', url: null, problem },
  notices: [
    { id: 'n1', message: verbatim('The settings file could not be read.'), hint: verbatim('It was put aside.') },
  ],
  messages: [
    exampleMessage({ candidates: [exampleCandidate({ code: '7781', confidence: 0.6 })] }),
    exampleMessage({ sid: 'SM2', code: null, source: 'backfill', service: null, candidates: [] }),
  ],
  leases: [
    exampleLease({ label: 'checkout', latestCode }),
    exampleLease({ id: 'lease-2', number: '+14155550124', startedAt: iso(exampleNow - 50_000) }),
    exampleLease({ id: 'lease-3', number: null, state: 'buying', expiresAt: null }),
    exampleLease({ id: 'lease-4', number: '+14155550125', state: 'releasing', problem }),
    exampleLease({ id: 'lease-5', number: '+14155550126', state: 'released', latestCode, endReason: 'clientGone' }),
    exampleLease({ id: 'lease-6', number: null, state: 'failed', problem: { ...problem, code: 'ADDRESS_REQUIRED' } }),
  ],
});

export const noAccount = exampleState({
  account: { kind: 'none' },
  credentials: { source: 'none', storage: 'unavailable', ngrokToken: 'none' },
  settings: firstSettings,
});

/** A limit that is almost reached, and a pool. */
export const limited = exampleState({
  settings: { ...defaultSettings, limitPerMonth: '4', poolSize: 2 },
  leases: [exampleLease({ reused: true, service: 'GitHub' }), exampleLease({ id: 'lease-2', policy: 'keep' })],
});

/** Several holders have numbers of this host, and two are waiting for one. */
export const shared = exampleState({
  leases: [
    exampleLease({ label: 'signs up', holder: 'nightly pipeline', latestCode }),
    exampleLease({ id: 'lease-2', number: '+14155550124', label: 'resets a password', holder: 'Asha' }),
    exampleLease({ id: 'lease-3', number: '+14155550125', state: 'released', holder: 'Asha', endReason: 'clientGone' }),
  ],
  waiting: ['nightly pipeline', 'Asha'].map((holder) => ({ holder, country: 'US', since: iso(exampleNow - 9000) })),
});

const sid = (digit: string) => `PN${digit.repeat(32)}`;
const unknown = { origin: null, policy: null, label: null, giveBackAt: null };

/** A number of the account in each state. */
export const owned = [
  exampleOwned(),
  exampleOwned({ sid: sid('3'), number: '+14155550151', policy: 'keep', origin: 'takenOver', diverted: true }),
  exampleOwned({ sid: sid('4'), number: '+14155550152', state: 'releasing', problem }),
  exampleOwned({ ...unknown, sid: sid('5'), number: '+14155550153', state: 'stray' }),
  exampleOwned({ ...unknown, sid: sid('6'), number: '+14155550154', state: 'foreign' }),
];

const bundle = { sid: `BU${'1'.repeat(32)}`, name: 'Mobile', country: 'DE', type: null, status: 'draft' };
export const papers = { bundles: [{ ...bundle, approved: false }], addresses: [] };

export const entries = Array.from({ length: 20 }, (_, index) =>
  exampleEntry({ id: 20 - index, note: verbatim('As the host says.') }),
);

const tests = ['checkout, staging', 'sign-up, production', 'password reset', null, 'two-factor sign-in'];
const countries = [
  { country: 'US', number: '+1415555', type: 'local' },
  { country: 'IN', number: '+9198765', type: 'mobile' },
  { country: 'GB', number: '+4479111', type: 'mobile' },
  { country: 'DE', number: '+4915123', type: 'mobile' },
] as const;

/** Many numbers in use, some with a code, some pinned, with various times left. */
export function manyLeases(count: number): Lease[] {
  return Array.from({ length: count }, (_, index) => {
    const { country, number, type } = countries[index % countries.length] ?? countries[0];
    const code = String(100_000 + ((index * 7919) % 900_000));
    const pinned = index % 17 === 5;
    return exampleLease({
      id: `lease-${index}`,
      country,
      type,
      pinned,
      number: `${number}${String(1000 + index).padStart(5, '0')}`,
      label: tests[index % tests.length] ?? null,
      startedAt: iso(exampleNow - 1000 * index),
      expiresAt: pinned ? null : iso(exampleNow + 9000 + 7000 * index),
      latestCode:
        index % 3 === 0 ? { code, messageSid: `SM${index}`, receivedAt: iso(exampleNow - 900 * index) } : null,
    });
  });
}

const bodies = [
  'Your Example code is 481920. Do not share it.',
  'Lumora: use 481920 to sign in. It expires in 10 minutes.',
  'Your parcel is on its way. Track it at example.com/t/99.',
];

/** Newest first, over several days. */
export function manyMessages(count: number): Message[] {
  return Array.from({ length: count }, (_, index) => {
    const body = bodies[index % bodies.length] ?? '';
    const hasCode = body.includes('481920');
    return exampleMessage({
      sid: `SM${String(index).padStart(4, '0')}`,
      body,
      receivedAt: iso(exampleNow - 4000 - index * 1_900_000),
      leaseId: index % 5 === 4 ? null : 'lease-1',
      service: index % 3 === 1 ? 'Lumora' : hasCode ? 'Example' : null,
      ...(hasCode ? {} : { code: null, reason: verbatim('Nothing looks like a code.') }),
    });
  });
}

const sent = { source: 'capture', leaseId: null, service: null, to: '+919812345678', from: 'Lumora' } as const;
const uncoded = { code: null, candidates: [], reason: verbatim('The message has no text.') };

/** What an app sends: by a Messaging Service, by Verify, with pictures, to a leased number and to others. */
export const captured: AppState = exampleState({
  capture: { baseUrl: 'http://127.0.0.1:4010', accountSid: `AC${'c'.repeat(32)}`, faults: [] },
  leases: [exampleLease({ label: 'checkout', latestCode: null })],
  messages: [
    {
      ...exampleMessage({ ...sent, ...uncoded, sid: 'MM1', body: '', to: '+14155550123', leaseId: 'lease-1' }),
      ...{ channel: 'mms', numMedia: 2, receivedAt: iso(exampleNow - 1000) },
      media: [
        { contentType: 'image/jpeg', url: 'https://cdn.lumora.example/orders/48120/receipt.jpg' },
        { contentType: 'text/vcard', url: 'https://cdn.lumora.example/support.vcf' },
      ],
    },
    exampleMessage({ ...sent, sid: 'SM2', sentBy: { sid: `MG${'0123456789abcdef'.repeat(2)}`, name: null } }),
    exampleMessage({
      ...{ ...sent, sid: 'SM3', from: '29714', to: '+4915112345678', service: 'Lumora' },
      ...{ sentBy: { sid: `VA${'7'.repeat(32)}`, name: 'Lumora sign-up' } },
    }),
    exampleMessage({
      ...{ ...sent, ...uncoded, sid: 'MM4', from: '+12025550147', body: 'Here is the menu. See you on Friday!' },
      ...{ channel: 'mms', numMedia: 1, media: [{ contentType: 'application/pdf', url: null }] },
      reason: verbatim('Nothing looks like a code.'),
    }),
  ],
});
