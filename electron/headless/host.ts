import { AppError } from '../contract/errors.ts';
import type { RendererFolder } from '../api/rendererFiles.ts';
import { serveApi, tokenFileIn } from '../api/server.ts';
import type { App } from '../core/app.ts';
import type { Clock, EmulatedAccount, SettingsStore } from '../core/ports.ts';
import type { Environment } from '../adapters/environment.ts';
import type { RuntimeLog } from '../adapters/log/logger.ts';
import { startRuntime, type Runtime, type RuntimeOptions } from '../adapters/runtime.ts';
import { systemClock } from '../adapters/systemClock.ts';
import type { ServedPage } from './devPage.ts';
import { createConfStore } from '../adapters/settings/confStore.ts';
import { createFileSecrets } from '../adapters/settings/fileSecrets.ts';
import { openSettings } from '../adapters/settings/store.ts';

export interface HeadlessOptions {
  environment: Environment;
  version: string;
  log: RuntimeLog;
  /** Start with such an account on the embedded emulator instead of the known credentials. */
  emulated?: EmulatedAccount['kind'] | undefined;
  /** Whether the demo starts with a number and messages; it does unless this is false. */
  samples?: boolean | undefined;
  /** What happens to running leases at the end; by default what Settings say. */
  onQuit?: 'release' | 'keep' | undefined;
  /** The built user interface; null serves the API alone. */
  rendererFolder: RendererFolder | null;
  /** Serves the user interface instead of the host, whose address is `api`. */
  servePage?: (api: string) => Promise<ServedPage>;
  /** Told the address of the user interface as soon as it is served. A tunnel may take seconds longer. */
  onServed?: (ui: string) => void;
  clock?: Clock;
  /** What is shared with other hosts; by default, all lies in the data folder. */
  shared?: { settings: SettingsStore } & Pick<RuntimeOptions, 'history' | 'lock'>;
}

/** What a script needs to know about a host that is ready. `serve --json` prints it. */
export interface ReadyLine {
  ready: true;
  webhook: string;
  /** null while there is no tunnel. */
  publicUrl: string | null;
  api: string;
  ui: string;
  /** null where OTP_DOCK_API_TOKEN says the token. */
  tokenFile: string | null;
  /** Where it listens when it has a public address, such as 0.0.0.0:5001. */
  listens?: string;
  /** In a demo: its emulator, which a script can ask to send an SMS. */
  emulator?: string;
  /** While SMS are captured: where an app sends them to, and the account that it uses. */
  capture?: { baseUrl: string; accountSid: string; authToken: string };
  pid: number;
}

export interface HeadlessHost {
  app: App;
  token: string;
  ready: ReadyLine;
  /** Ends the host once, however often it is called. */
  close(): Promise<void>;
  /** Stops serving at once, and leaves everything as it is: another host has the account. */
  abandon(): Promise<void>;
}

/** Starts the app with its browser user interface and automation API. Rejects with an AppError when it cannot. */
export async function startHeadless(options: HeadlessOptions): Promise<HeadlessHost> {
  const { environment, log } = options;
  const { dataDir } = environment;
  const runtime = await startRuntime({
    ...options,
    ...(options.shared ?? openSettings(dataDir, createConfStore)),
    host: 'headless',
    dataDir,
    secrets: createFileSecrets(dataDir),
    tools: {
      dataDir,
      openDataDir: null,
      copy: null,
      openLink: null,
      takeCommand: null,
      chooseFromMenu: null,
      onReady: null,
      team: null,
      api: { tokenFile: tokenFileOf(environment), change: null },
    },
  });
  try {
    // Opening all that took its time.
    options.shared?.lock?.assertHeld();
    return await serve(options, runtime);
  } catch (thrown) {
    if (thrown instanceof AppError) log.error(`The API could not be served: ${thrown.message}`);
    else log.error('The API could not be served.', thrown);
    await runtime.app.stop({ endLeases: false });
    throw thrown;
  }
}

async function serve(
  { environment, log, onQuit, rendererFolder, servePage, onServed, shared, clock = systemClock }: HeadlessOptions,
  runtime: Runtime,
): Promise<HeadlessHost> {
  const { app } = runtime;
  const { dataDir, apiPort: port, network } = environment;
  const server = await serveApi({ app, log, dataDir, port, network, clock, ui: { rendererFolder } });
  app.showApi({ url: server.url, takenPort: server.takenPort, problem: null });
  const page = await servePage?.(server.url).catch(async (thrown: unknown) => {
    await server.close();
    throw thrown;
  });
  const end = async (howApp: Parameters<App['stop']>[0], graceMs?: number) => {
    await Promise.all([page?.close(), server.close(graceMs)]);
    await app.stop(howApp);
  };
  let ending: Promise<void> | null = null;
  const { token } = server;
  // Others would see the token on the way: from afar one signs in.
  const ui = network.apiUrl ?? `${page?.url ?? server.url}/#token=${token}`;
  onServed?.(ui);
  // Whoever asks a team's hosts comes back anyway.
  if (!shared) await tunnelSettled(app);
  setImmediate(() => warmUp(app));
  return {
    app,
    token,
    ready: readyLine(runtime, {
      api: server.url,
      ui,
      tokenFile: tokenFileOf(environment),
      ...(network.apiUrl !== null && { listens: server.listens }),
    }),
    close: () => (ending ??= end(onQuit && { endLeases: onQuit === 'release' })),
    abandon: () => (ending ??= end({ endLeases: false }, 0)),
  };
}

/** The first search for a code takes ten times as long as the next, so it is done before anybody waits for one. */
function warmUp(app: App): void {
  void app.requests['texts.try']({ text: 'Your Lumora code is 482913. Card ending 4417.' });
}

/** How long an otherwise ready host waits for its tunnel. */
const tunnelPatienceMs = 8_000;

/** Waits at most eight seconds until the tunnel is up or has failed, so that a script learns its public URL. */
async function tunnelSettled(app: App): Promise<void> {
  if (app.state().tunnel.state !== 'connecting') return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = app.on('state', ({ tunnel }) => {
    if (tunnel.state !== 'connecting') resolve();
  });
  const timer = setTimeout(resolve, tunnelPatienceMs);
  await promise;
  clearTimeout(timer);
  end();
}

type Served = Pick<ReadyLine, 'api' | 'ui' | 'tokenFile' | 'listens'>;

function tokenFileOf({ network, dataDir }: Environment): string | null {
  return network.apiToken === null ? tokenFileIn(dataDir) : null;
}

function readyLine({ app, emulated }: Runtime, served: Served): ReadyLine {
  const { webhook, tunnel } = app.state();
  const account = emulated();
  return {
    ready: true,
    webhook: (webhook ?? '').replace('localhost', '127.0.0.1'),
    publicUrl: tunnel.url ? `${tunnel.url}/webhook` : null,
    ...served,
    ...(account?.kind === 'demo' && { emulator: account.baseUrl }),
    ...(account?.kind === 'capture' && { capture: capturing(account) }),
    pid: process.pid,
  };
}

function capturing({
  baseUrl,
  credentials: { accountSid, authToken },
}: EmulatedAccount): NonNullable<ReadyLine['capture']> {
  return { baseUrl, accountSid, authToken };
}
