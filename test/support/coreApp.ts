// Loads these now: on first use, loading takes longer than settle() waits.
import { plainError } from '../../electron/contract/errors.ts';
import 'libphonenumber-js/max';
import '../../electron/core/otp/extract.ts';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import type { Lease, SecretStorage, TunnelState } from '../../electron/contract/state.ts';
import { App } from '../../electron/core/app.ts';
import { captureAccountSid } from '../../electron/core/emulatedAccounts.ts';
import type { Outcome } from '../../electron/core/inbox.ts';
import type { StartInput } from '../../electron/core/numbers/leases.ts';
import type {
  CaptureTaker,
  EmulatedAccount,
  History,
  IncomingSms,
  Ports,
  SecretName,
  SecretStore,
  Telephony,
  Tunnel,
  WebhookGate,
} from '../../electron/core/ports.ts';
import type { DatedAnswer } from '../../electron/core/twilioClock.ts';
import { FakeTelephony } from '../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../fakes/manualClock.ts';
import { listLogger } from './listLogger.ts';

export const credentials = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32) };

/** The same account, by an API key alone. */
export const keyCredentials = {
  accountSid: credentials.accountSid,
  apiKey: `SK${'1'.repeat(32)}`,
  apiSecret: 'kEy5ecret'.repeat(4),
};

/** The tunnel's fields that a test sets; the others are as when it is online. */
type TunnelChange = { [Name in keyof TunnelState]?: TunnelState[Name] };

/** The core on a manual clock, a fake account, and a real history in memory. */
export interface CoreApp {
  app: App;
  clock: ManualClock;
  twilio: FakeTelephony;
  history: History;
  log: string[];
  gate: WebhookGate;
  secrets: Map<SecretName, string>;
  /** Twilio answers something; its clock is this far ahead of ours. */
  answered(aheadMs: number): void;
  /** Changes the tunnel's state, and lets the consequences happen. */
  tunnel(state: TunnelChange): Promise<void>;
  /** Lets an SMS arrive by the webhook now. */
  sms(message: Partial<IncomingSms> & { to: string }): Promise<Outcome>;
  /** The app under test sends an SMS now, while SMS are captured. */
  captured(message: Partial<IncomingSms> & { to: string }): Promise<void>;
  /** Takes a number, with a new request unless one is given. */
  take(wish?: Partial<StartInput>): Promise<Taken>;
  /** Takes that many at once. */
  takeMany(count: number, wish?: Partial<StartInput>): Promise<Taken[]>;
  /** Ends a lease; returns it once that is done. */
  end(id: string): Promise<Lease>;
  /** Lets this long pass and checks that the lease was active until then; returns it. */
  lasts(id: string, ms: number): Promise<Lease>;
  /** The next run on the same machine and account, this much later. The current run is not stopped: it has crashed. */
  restart(afterMs?: number, options?: CoreOptions): Promise<CoreApp>;
}

/** How many seconds a lease has left by this clock. */
export const secondsLeft = ({ expiresAt }: Pick<Lease, 'expiresAt'>, clock: ManualClock): number =>
  (Date.parse(expiresAt ?? '') - clock.now()) / 1000;

/** A lease with its number. */
type Taken = Lease & { number: string; numberSid: string };

export interface CoreOptions {
  history?: History;
  clock?: ManualClock;
  twilio?: FakeTelephony;
  /** A layer between the app and the account; by default the account itself. */
  telephony?: Telephony;
  probe?: Ports['probe'];
  tools?: Partial<Ports['tools']>;
  settings?: Partial<Settings>;
  environment?: Partial<Ports['environment']>;
  storage?: SecretStorage;
  secrets?: Map<SecretName, string>;
  /** Builds the app without starting it. */
  unstarted?: boolean;
  /** The tunnel's state after opening; by default online at a public URL. */
  tunnel?: TunnelChange;
}

export async function startCore(options: CoreOptions = {}): Promise<CoreApp> {
  const {
    clock = new ManualClock(),
    twilio = new FakeTelephony(),
    history = openHistory(':memory:'),
    secrets = new Map(),
  } = options;
  const log = listLogger();
  const parts = {
    answer: (_answer: DatedAnswer) => undefined as void,
    gate: null as WebhookGate | null,
    capture: null as CaptureTaker | null,
    say: (_state: TunnelChange) => undefined as void,
  };
  const app = new App({
    host: 'headless',
    version: '0.0.0',
    clock,
    history,
    log,
    newId: idMaker('lease'),
    newToken: () => ({ token: 'w'.repeat(43), hash: 'a'.repeat(64) }),
    random: () => 0.5,
    tools: {
      dataDir: '/data',
      openDataDir: null,
      copy: null,
      openLink: null,
      takeCommand: null,
      chooseFromMenu: null,
      onReady: null,
      team: null,
      api: { tokenFile: '/data/api-token', change: null },
      ...options.tools,
    },
    diagnostics: {
      facts: () => [['Node', '24.0.0']],
      recentLog: log.recent,
      forgetLog: log.forget,
      home: '/home/tester',
    },
    probe: options.probe ?? { instance: () => Promise.resolve(null), deliver: () => Promise.resolve(404) },
    settings: settingsIn({ ...defaultSettings, ...options.settings }),
    secrets: secretsIn(secrets, options.storage ?? 'file'),
    environment: {
      credentials,
      ngrokToken: null,
      ngrokDomain: null,
      ngrokRootCas: null,
      publicUrl: 'https://hooks.example',
      reception: null,
      maxLeaseSeconds: null,
      quarantineSeconds: null,
      retentionDays: null,
      ...options.environment,
    },
    connect: (_credentials, onAnswer) => {
      parts.answer = onAnswer;
      return options.telephony ?? twilio;
    },
    startDemo: () => emulated('demo', twilio),
    forgetCapture: () => undefined,
    startCapture: (taker) => {
      parts.capture = taker;
      return emulated('capture', twilio);
    },
    webhook: {
      open: (gate) => {
        parts.gate = gate;
        return Promise.resolve({ localUrl: 'http://localhost:5000', port: 5000, portWanted: 5000 });
      },
      close: () => Promise.resolve(),
    },
    tunnel: ({ kind, publicUrl }): Tunnel => ({
      open: (onState) => {
        parts.say = (state) =>
          onState({
            ...{ kind, state: 'online', url: kind === 'polling' ? null : publicUrl, problem: null },
            ...state,
          } as TunnelState);
        parts.say(options.tunnel ?? {});
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    }),
  });
  if (!options.unstarted) await app.start();
  await settle();
  const gate = () => parts.gate as WebhookGate;
  const newRequestId = idMaker('request');
  const take: CoreApp['take'] = async (wish = {}) =>
    (await app.leases.start({ requestId: newRequestId(), ...wish })) as Taken;
  return {
    app,
    clock,
    twilio,
    history,
    log: log.lines,
    secrets,
    get gate() {
      return gate();
    },
    answered: (aheadMs) => parts.answer({ date: Math.floor((clock.now() + aheadMs) / 1_000) * 1_000, tookMs: 0 }),
    tunnel: (state) => settle(parts.say(state)),
    sms: (message) => gate().receive(smsOf(message, clock)),
    captured: async (message) =>
      void (await parts.capture?.take({ ...smsOf(message, clock), accountSid: captureAccountSid })),
    take,
    takeMany: (count, wish) => Promise.all(Array.from({ length: count }, () => take(wish))),
    end: async (id) => {
      await app.leases.end(id);
      await settle();
      return app.lease(id);
    },
    lasts: async (id, ms) => {
      await clock.advance(ms - 1);
      const { state } = app.lease(id);
      if (state !== 'active') throw new Error(`A millisecond before its end the lease was ${state}.`);
      await clock.advance(1);
      return app.lease(id);
    },
    restart: (afterMs = 0, changed = {}) => {
      const { settings } = app.state();
      const later = new ManualClock(clock.now() + afterMs);
      return startCore({ ...options, history, twilio, secrets, settings, clock: later, ...changed });
    },
  };
}

/** A core with a running lease. */
export async function startLeased(wish?: Partial<StartInput>, options?: CoreOptions) {
  const core = await startCore(options);
  const lease = await core.take(wish);
  return { ...core, lease, id: lease.id, number: lease.number, numberSid: lease.numberSid };
}

let smsCount = 0;

/** A message with a SID of its own. */
export function smsOf(message: Partial<IncomingSms> & { to: string }, clock: ManualClock): IncomingSms {
  smsCount += 1;
  return {
    sid: `SM${String(smsCount).padStart(32, '0')}`,
    accountSid: credentials.accountSid,
    from: '+12025550123',
    body: 'Your code is 482913',
    receivedAt: new Date(clock.now()).toISOString(),
    numMedia: 0,
    media: [],
    sentBy: null,
    ...message,
  };
}

function idMaker(what: string): () => string {
  const run = Math.random().toString(36).slice(2, 8);
  let count = 0;
  return () => `${what}-${run}-${++count}`;
}

function settingsIn(settings: Settings): Ports['settings'] {
  let current = settings;
  return { recovered: null, read: () => current, write: (next) => void (current = next) };
}

function secretsIn(secrets: Map<SecretName, string>, storage: SecretStorage): SecretStore {
  return {
    storage,
    read: (name) => Promise.resolve(secrets.get(name) ?? null),
    write: async (name, value) => {
      if (storage === 'unavailable')
        throw plainError('SECRET_STORAGE_UNAVAILABLE', 'This computer has no safe place.', 'Do not remember it.');
      secrets.set(name, value);
    },
    remove: (name) => Promise.resolve(void secrets.delete(name)),
  };
}

function emulated(kind: EmulatedAccount['kind'], telephony: FakeTelephony): Promise<EmulatedAccount> {
  const credentials = { accountSid: `AC${'d'.repeat(32)}`, authToken: 'd'.repeat(32) };
  return Promise.resolve({
    kind,
    baseUrl: 'http://127.0.0.1:4010',
    credentials,
    tokenIsMadeUp: true,
    telephony,
    faults: null,
    close: async () => undefined,
  });
}
