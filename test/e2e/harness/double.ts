import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { Controls } from '../electron-double/controls.ts';
import { openLine } from '../electron-double/line.ts';
import type { PageEvents } from '../electron-double/pages.ts';
import type { Clipboard } from './clipboard.ts';
import { desktopOf, type Desktop, type Launch } from './launch.ts';
import { ContextPages } from './pages.ts';

const runner = join(import.meta.dirname, '../electron-double/run.ts');

/** Stands in for a computer with a screen; shared by all starts of the double. */
export interface Machine {
  browser: Browser;
  clipboard: Clipboard;
}

function start(launch: Launch): ChildProcess {
  return fork(runner, launch.args, {
    // This folder has no `.env`.
    cwd: launch.dataDir,
    // Shares Node's compile cache between starts, so that types are stripped only once.
    env: { ...launch.env, NODE_COMPILE_CACHE: join(launch.root, 'node_modules/.cache/otp-dock') },
    execArgv: ['--disable-warning=ExperimentalWarning', '--enable-source-maps'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** The exit status, once the process has ended and all its output has arrived. */
function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('close', done));
}

/** The process's output, for the message of a failed start. */
function outputOf(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  return () => chunks.join('');
}

/** Starts the double of Electron. */
export async function launchDouble(launch: Launch, { browser, clipboard }: Machine): Promise<Desktop> {
  const child = start(launch);
  const output = outputOf(child);
  const locale = (launch.env['ELECTRON_DOUBLE_LANGUAGES'] ?? 'en-US').split(',')[0]!;
  const context = await browser.newContext({ permissions: [], locale });
  const pages: ContextPages = new ContextPages(context, clipboard, () => double);
  await pages.watch();
  const double = openLine<Controls & PageEvents>(child, [pages]);
  const exited = exitOf(child).then(async (code) => (await context.close(), code));
  const said = () => [output(), ...pages.errorBoxes.map((text) => `[error box] ${text}\n`)].join('');
  const failed = exited.then((code) => {
    throw new Error(`The app ended with ${code} before it had a window.\n${said()}`);
  });
  failed.catch(() => undefined);
  const orFailure = async (error: unknown) => {
    if (!child.connected) await failed;
    throw error;
  };
  for (const button of launch.answers) await answered(double, button).catch(orFailure);
  const page = await Promise.race([pages.first, failed]);
  const own = {
    page,
    kind: 'double',
    version: `the electron double (Chromium ${browser.version()})`,
    dataDir: launch.dataDir,
    pid: child.pid ?? 0,
    said,
    exited,
    startSecond: (args: string[] = []) => exitOf(start({ ...launch, args: [...launch.args, ...args] })),
  } as const;
  return desktopOf(own, double);
}

/** Clicks the button as soon as a box with it appears. */
async function answered(controls: Controls, button: string): Promise<void> {
  await controls.openedBox();
  await controls.answerBox(button);
}
