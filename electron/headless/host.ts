import { AppError } from '../contract/errors.ts';
import type { RendererFolder } from '../api/rendererFiles.ts';
import { serveApi, tokenFileIn } from '../api/server.ts';
import type { App } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';
import type { Environment } from '../adapters/environment.ts';
import type { RuntimeLog } from '../adapters/log/logger.ts';
import { startRuntime, type Runtime } from '../adapters/runtime.ts';
import type { ServedPage } from './devPage.ts';
import { createConfStore } from '../adapters/settings/confStore.ts';
import { createFileSecrets } from '../adapters/settings/fileSecrets.ts';
import { openSettings } from '../adapters/settings/store.ts';

export interface HeadlessOptions {
  environment: Environment;
  version: string;
  log: RuntimeLog;
  demo: boolean;
  /** Whether the demo has a number and messages of its own; unless it says no, it has. */
  samples?: boolean | undefined;
  /** What happens to running leases at the end; absent: what Settings say. */
  onQuit?: 'release' | 'keep' | undefined;
  /** The built user interface; null serves the API alone. */
  rendererFolder: RendererFolder | null;
  /** Serves the user interface in place of the host, which is at `api`. */
  servePage?: (api: string) => Promise<ServedPage>;
  /** Told the address of the user interface as soon as it is served, which a tunnel may be seconds behind. */
  onServed?: (ui: string) => void;
  clock?: Clock;
}

/** What a script needs to know of a host that is ready; printed by `serve --json`. */
export interface ReadyLine {
  ready: true;
  webhook: string;
  /** null while there is no tunnel. */
  publicUrl: string | null;
  api: string;
  ui: string;
  tokenFile: string;
  /** With a demo: its emulator, to which a script can say that an SMS comes. */
  emulator?: string;
  pid: number;
}

export interface HeadlessHost {
  app: App;
  token: string;
  ready: ReadyLine;
  /** May be called again: it ends once. */
  close(): Promise<void>;
}

/** Starts the app with its browser user interface and automation API. Rejects with an AppError when it cannot. */
export async function startHeadless(options: HeadlessOptions): Promise<HeadlessHost> {
  const { environment, log } = options;
  const { dataDir } = environment;
  const { settings } = openSettings(dataDir, createConfStore);
  const runtime = await startRuntime({
    ...options,
    host: 'headless',
    dataDir,
    settings,
    secrets: createFileSecrets(dataDir),
    tools: {
      dataDir,
      openDataDir: null,
      copy: null,
      takeCommand: null,
      chooseFromMenu: null,
      onReady: null,
      api: { tokenFile: tokenFileIn(dataDir), change: null },
    },
  });
  try {
    return await serve(options, runtime);
  } catch (thrown) {
    if (thrown instanceof AppError) log.error(`The API could not be served: ${thrown.message}`);
    else log.error('The API could not be served.', thrown);
    await runtime.close();
    throw thrown;
  }
}

async function serve(
  { environment, log, onQuit, rendererFolder, servePage, onServed }: HeadlessOptions,
  runtime: Runtime,
): Promise<HeadlessHost> {
  const { app } = runtime;
  const { dataDir, apiPort: port } = environment;
  const server = await serveApi({ app, log, dataDir, port, ui: { rendererFolder } });
  app.showApi({ url: server.url, takenPort: server.takenPort, problem: null });
  const page = await servePage?.(server.url).catch(async (thrown: unknown) => {
    await server.close();
    throw thrown;
  });
  const end = async () => {
    await Promise.all([page?.close(), server.close()]);
    await app.stop(onQuit && { endLeases: onQuit === 'release' });
  };
  let ending: Promise<void> | null = null;
  const { token } = server;
  const ui = `${page?.url ?? server.url}/#token=${token}`;
  onServed?.(ui);
  await tunnelSettled(app);
  setImmediate(() => warmUp(app));
  return {
    app,
    token,
    ready: readyLine(runtime, { api: server.url, ui, tokenFile: tokenFileIn(dataDir) }),
    close: () => (ending ??= end()),
  };
}

/** The first search for a code takes ten times as long as the next: it is done before somebody waits for its message. */
function warmUp(app: App): void {
  app.tryText('Your Lumora code is 482913. Card ending 4417.');
}

/** How long a host that is otherwise ready waits for its tunnel. */
const tunnelPatienceMs = 8_000;

/** Resolves once the tunnel is up or has failed, so that a script learns its public URL; after eight seconds at most. */
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

type Served = Pick<ReadyLine, 'api' | 'ui' | 'tokenFile'>;

function readyLine({ app, emulatorUrl }: Runtime, { api, ui, tokenFile }: Served): ReadyLine {
  const { webhook, tunnel } = app.state();
  const emulator = emulatorUrl();
  return {
    ready: true,
    webhook: (webhook ?? '').replace('localhost', '127.0.0.1'),
    publicUrl: tunnel.url ? `${tunnel.url}/webhook` : null,
    api,
    ui,
    tokenFile,
    ...(emulator !== null && { emulator }),
    pid: process.pid,
  };
}
