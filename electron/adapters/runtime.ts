import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { secretsIn } from '../contract/credentials.ts';
import { toFailure } from '../contract/errors.ts';
import { announcements } from '../core/announcements.ts';
import { App } from '../core/app.ts';
import { wrongMode } from '../core/mode.ts';
import type { Clock, EmulatedAccount, History, Logger, SecretStore, SettingsStore } from '../core/ports.ts';
import { isEmulated } from '../contract/state.ts';
import type { HostTools } from '../core/tools.ts';
import { captureCredentials, forgetCaptureCredentials } from './capture/credentials.ts';
import type { Environment } from './environment.ts';
import { openHistory } from './history/sqliteHistory.ts';
import type { RuntimeLog } from './log/logger.ts';
import { systemFacts } from './log/systemFacts.ts';
import { loopbackOnly } from './network.ts';
import { hashOf, newToken } from './secretToken.ts';
import { systemClock } from './systemClock.ts';
import { createNgrokAgent } from './tunnel/ngrokAgent.ts';
import { createProbe } from './tunnel/probe.ts';
import { createTunnel } from './tunnel/tunnel.ts';
import type { Lock } from './twilio/client.ts';
import { createSigner } from './twilio/signature.ts';
import { createTelephony } from './twilio/telephony.ts';
import { createWebhookListener } from './webhook/listener.ts';
import { english } from '../contract/words/english.ts';

/** What differs between hosts: where and how data is kept. Everything else is the same. */
export interface RuntimeOptions {
  host: 'desktop' | 'headless';
  version: string;
  dataDir: string;
  environment: Environment;
  settings: SettingsStore;
  secrets: SecretStore;
  /** By default, a file in the data folder. */
  history?: History | undefined;
  lock?: Lock | undefined;
  log: RuntimeLog;
  tools: HostTools;
  /** Start with such an account on the embedded emulator instead of the known credentials. */
  emulated?: EmulatedAccount['kind'] | undefined;
  /** Whether a demo has a number and messages of its own; true by default. */
  samples?: boolean | undefined;
  clock?: Clock;
}

export interface Runtime {
  app: App;
  /** The account in use, if it is one on the embedded emulator. */
  emulated(): EmulatedAccount | null;
  close(): Promise<void>;
}

/** Opens the history, connects the core to the outside world and starts it. Rejects with an AppError if that fails. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { dataDir, emulated, environment, log, clock = systemClock, samples = true } = options;
  const history = options.history ?? openHistory(join(dataDir, 'history.db'));
  const probe = createProbe(createSigner());
  const tunnelParts = { probe, forward: createNgrokAgent(), clock, log };
  let account: EmulatedAccount | null = null;
  // A desktop is for the person at it.
  const network = options.host === 'headless' ? environment.network : loopbackOnly;
  const app = new App({
    host: options.host,
    version: options.version,
    clock,
    log,
    history,
    settings: options.settings,
    secrets: options.secrets,
    environment: emulated ? { ...environment, credentials: null } : environment,
    newId: () => randomUUID(),
    newToken: () => {
      const token = newToken();
      log.learn(token);
      return { token, hash: hashOf(token) };
    },
    random: () => Math.random(),
    connect: (credentials, onAnswer) => {
      log.learn(...secretsIn(credentials));
      const telephony = createTelephony(credentials, environment.twilioApiBaseUrl, {
        log,
        onAnswer,
        lock: options.lock,
      });
      if (environment.mode !== 'capture') return telephony;
      // Whoever stops capturing has a real account again.
      return { ...telephony, purchase: () => Promise.reject(wrongMode('real', 'capture')) };
    },
    startDemo: async (activeNumbers) => {
      // Pulls in the whole emulator, so load it only when used.
      const { startDemo } = await import('./demo/demo.ts');
      return (account = await startDemo({ clock, log, history, activeNumbers, samples }));
    },
    startCapture: async (taker) => {
      const { startCapture } = await import('./capture/capture.ts');
      const credentials = captureCredentials(dataDir, environment.credentials);
      log.learn(...secretsIn(credentials));
      const { capturePort: port, captureHost: host } = environment;
      const tokenIsMadeUp = !environment.credentials?.authToken;
      return (account = await startCapture({ port, host, credentials, tokenIsMadeUp, history, log, taker }));
    },
    forgetCapture: () => forgetCaptureCredentials(dataDir),
    webhook: createWebhookListener(environment.port, clock, log, { network }),
    // Messages of an emulated account come from this machine, even when production requires otherwise.
    tunnel: (config) => {
      log.learn(config.ngrokToken);
      return createTunnel(config, environment.production && !isEmulated(app.state()), tunnelParts);
    },
    diagnostics: {
      facts: systemFacts,
      recentLog: () => log.recent(),
      forgetLog: () => log.forget(),
      home: homedir(),
    },
    tools: options.tools,
    probe,
  });
  app.on(
    'state',
    announcements((line) => log.announce(line)),
  );
  try {
    await app.start(emulated);
  } catch (thrown) {
    // A start that fails ends no leases.
    await app.stop({ endLeases: false }).catch(() => undefined);
    throw thrown;
  }
  if (emulated === 'demo' && samples) await leaseSample(app, log);
  return { app, emulated: () => (isEmulated(app.state()) ? account : null), close: () => app.stop() };
}

/** Starts a demo with a number, to show a code within seconds; its kind always exists, whatever Settings prefer. */
async function leaseSample(app: App, log: Logger): Promise<void> {
  try {
    await app.leases.start({
      requestId: randomUUID(),
      label: 'Sample: sign-up test',
      country: 'IN',
      type: 'mobile',
      ttlSeconds: 300,
    });
  } catch (thrown) {
    log.warn(`The demo begins without a number: ${english(toFailure(thrown).message)}`);
  }
}
