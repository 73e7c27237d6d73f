import { pid as ownPid } from 'node:process';
import { captureCredentialsFile } from '../../adapters/capture/credentials.ts';
import { makeDataDir } from '../../adapters/dataDir.ts';
import type { Environment } from '../../adapters/environment.ts';
import { watchFaults } from '../../adapters/log/faults.ts';
import { captureDebug } from '../../adapters/log/libraryLog.ts';
import { createLogger } from '../../adapters/log/logger.ts';
import { outliveReaders } from '../../adapters/log/readers.ts';
import { packageVersion } from '../../adapters/version.ts';
import type { Clock, EmulatedAccount } from '../../core/ports.ts';
import { accountAccepted } from '../../headless/account.ts';
import { startHeadless, type HeadlessHost, type HeadlessOptions, type ReadyLine } from '../../headless/host.ts';
import { builtRenderer } from '../../headless/builtRenderer.ts';
import { devPage } from '../../headless/devPage.ts';
import { openBrowser } from '../browser.ts';
import { usageError } from '../output.ts';
import type { Process } from '../process.ts';
import { secretsIn } from '../../contract/credentials.ts';
import { untilInterrupted } from '../signals.ts';

export interface ServeOptions {
  json?: boolean;
  demo?: boolean;
  /** Take what the app under test sends. */
  capture?: boolean;
  /** Whether a demo has a number and messages of its own; true by default. */
  samples?: boolean;
  open?: boolean;
  /** Serve the user interface from its sources, with hot reload: `npm run dev`. */
  dev?: boolean;
  /** By default, as in Settings. */
  onQuit?: 'release' | 'keep';
  /** Fail unless Twilio accepts the credentials. */
  requireAccount?: boolean;
  /** Print only warnings, errors and the line of --json. */
  quiet?: boolean;
}

/** Which account on the embedded emulator it starts with, if any. Throws UsageError if not all that is said agrees. */
function emulatedBy({ demo, capture }: ServeOptions, { mode }: Environment): EmulatedAccount['kind'] | undefined {
  const said = [...(demo ? ['demo' as const] : []), ...(capture || mode === 'capture' ? ['capture' as const] : [])];
  if (said.length < 2 && !(mode === 'real' && said.length > 0)) return said[0];
  throw usageError(
    `OTP_DOCK_MODE is ${mode}, and ${demo ? '--demo' : '--capture'} asks for something else.`,
    'Leave out one of them.',
  );
}

/** Runs the headless host until interrupted. */
export async function serve(
  process: Process,
  clock: Clock,
  environment: Environment,
  options: ServeOptions,
): Promise<void> {
  const emulated = emulatedBy(options, environment);
  const { json = false, samples = true, open = false, dev = false, quiet = false } = options;
  const { onQuit = environment.onQuit, requireAccount = false } = options;
  outliveReaders(process);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const log = createLogger((line) => void process.stderr.write(`${line}\n`), {
    written: quiet ? 'warn' : environment.logLevel,
    format: environment.logFormat,
    ...(!json && !quiet && { announce: say }),
  });
  log.learn(...secretsIn(environment.credentials), environment.ngrokToken, environment.network.apiToken);
  makeDataDir(environment.dataDir);
  log.keepIn(environment.dataDir);
  captureDebug(log);
  // As Node does by default: a supervisor restarts the process, and everything is on disk.
  watchFaults(process, log).tellTo(() => process.exit(1));
  // Listen before the ready line, so that a script may stop the host as soon as it has read it.
  const interrupted = untilInterrupted(process);
  let built: Promise<string | null> | undefined;
  const rendererFolder = () => (built ??= builtRenderer((line) => log.info(line)));
  const page = dev ? { rendererFolder: null, servePage: devPage } : { rendererFolder };
  const version = packageVersion();
  let forget: () => void = () => undefined;
  const onServed = (ui: string) => {
    if (open) forget = openBrowser(ui, environment.dataDir, process.env);
  };
  const start = { environment, version, log, emulated, samples, onQuit, onServed, clock, ...page };
  if (environment.databaseUrl !== null && emulated === 'demo')
    throw usageError('The demo keeps nothing, so it has no use for a database.', 'Leave out OTP_DOCK_DATABASE_URL.');
  if (environment.databaseUrl !== null) return serveTeam(process, start, { json, quiet, say, interrupted });
  const host = await startHeadless(start);
  if (requireAccount) await Promise.race([accountAccepted(host.app, clock), interrupted]).catch(failing(host));
  if (json) process.stdout.write(`${JSON.stringify(host.ready)}\n`);
  else if (!quiet) say(describe(host.ready, environment.dataDir));
  // A person will open it; a script may not.
  if (!json && !dev) void rendererFolder();
  await interrupted;
  forget();
  await host.close();
  // Everything is on disk: do not wait for calls to Twilio that are still unanswered.
  process.exit(0);
}

interface Talk extends Required<Pick<ServeOptions, 'json' | 'quiet'>> {
  say(line: string): void;
  interrupted: Promise<void>;
}

/** Runs one of several hosts: see TeamHost. */
async function serveTeam(process: Process, options: HeadlessOptions, { json, quiet, say, interrupted }: Talk) {
  const { TeamHost } = await import('../../headless/team/teamHost.ts');
  const host = await TeamHost.start({ ...options, interrupted, onStuck: () => process.exit(1) });
  const { api, webhook, publicUrl } = host.addresses();
  if (json) say(JSON.stringify({ ready: true, webhook, publicUrl, api, ui: api, tokenFile: null, pid: ownPid }));
  else if (!quiet)
    say([`Automation API       ${api}/v1`, `Webhook              ${webhook}`, 'Ctrl+C ends it.'].join('\n'));
  await interrupted;
  await host.close();
  process.exit(0);
}

function failing(host: HeadlessHost): (thrown: unknown) => Promise<never> {
  return async (thrown) => {
    await host.close();
    throw thrown;
  };
}

function describe({ ui, api, listens, webhook, publicUrl, tokenFile, capture }: ReadyLine, dataDir: string): string {
  return [
    ...(capture
      ? [
          `SMS are captured at  ${capture.baseUrl}  (none reaches a phone)`,
          `Its account          ${capture.accountSid}  (Auth Token in ${captureCredentialsFile(dataDir)}, or yours)`,
        ]
      : []),
    `OTP Dock is at       ${ui}${listens ? `  (listens on ${listens})` : ''}`,
    `Automation API       ${api}/v1  (token in ${tokenFile ?? 'OTP_DOCK_API_TOKEN'})`,
    `Webhook              ${webhook}${publicUrl ? `  (public: ${publicUrl})` : ''}`,
    'Ctrl+C ends it.',
  ].join('\n');
}
