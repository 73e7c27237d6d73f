import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { fromStandIn } from '../electron-double/addresses.ts';
import type { ControlNews, Controls } from '../electron-double/control.ts';
import { chromiumOptions } from './chromium.ts';
import type { Desktop, Launch } from './desktop.ts';
import { remoteControls } from './remoteControls.ts';
import { testFolder } from './testFolder.ts';

const runner = join(import.meta.dirname, '../electron-double/run.ts');

interface Browser {
  context: BrowserContext;
  endpoint: string;
  version: string;
  close(): Promise<void>;
}

/** Chromium as the double's screen, driven from here for the test and from the double for the app. */
async function openBrowser(): Promise<Browser> {
  const profile = testFolder('chromium-');
  const { args = [], ...options } = chromiumOptions();
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...args, '--remote-debugging-port=0'],
  });
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return {
    context,
    endpoint: `ws://127.0.0.1:${port}${path}`,
    version: context.browser()?.version() ?? '',
    close: () => context.close(),
  };
}

function start(launch: Launch, endpoint: string): ChildProcess {
  return fork(runner, launch.args, {
    // No `.env` is in there.
    cwd: launch.dataDir,
    env: { ...launch.env, ELECTRON_DOUBLE_CDP: endpoint },
    execArgv: ['--disable-warning=ExperimentalWarning', '--enable-source-maps'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** The exit status, once the process has ended and its output is all here. */
function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('close', done));
}

/** What the process wrote, for the message of a failed start. */
function outputOf(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  child.on('message', (news: ControlNews) => 'errorBox' in news && chunks.push(`[error box] ${news.errorBox}\n`));
  return () => chunks.join('');
}

/** The first page of the app, loaded. */
async function firstPage(context: BrowserContext): Promise<Page> {
  const isApp = (page: Page) => fromStandIn(page.url()).startsWith('app://');
  const page = await new Promise<Page>((done) => {
    const watch = (candidate: Page) => {
      if (isApp(candidate)) done(candidate);
      candidate.on('framenavigated', () => isApp(candidate) && done(candidate));
    };
    context.on('page', watch);
    context.pages().forEach(watch);
  });
  await page.waitForLoadState('load');
  return page;
}

/** Clicks the button as soon as there is a box with it. */
async function answered(controls: Controls, button: string): Promise<void> {
  await expect(() => controls.answerBox(button)).toPass();
}

/** Starts the double of Electron on a Chromium of its own. */
export async function launchDouble(launch: Launch): Promise<Desktop> {
  const browser = await openBrowser();
  const child = start(launch, browser.endpoint);
  const output = outputOf(child);
  const exited = exitOf(child).finally(() => browser.close());
  const failed = exited.then((code) => {
    throw new Error(`The app ended with ${code} before it had a window.\n${output()}`);
  });
  failed.catch(() => undefined);
  const controls = remoteControls(child);
  for (const button of launch.answers) await Promise.race([answered(controls, button), failed]);
  const page = await Promise.race([firstPage(browser.context), failed]);
  return desktopOf(launch, { browser, child, exited, page, output, controls });
}

function desktopOf(
  launch: Launch,
  running: {
    browser: Browser;
    child: ChildProcess;
    exited: Promise<number | null>;
    page: Page;
    output(): string;
    controls: Controls;
  },
): Desktop {
  const { browser, child, exited, page, output, controls } = running;
  return {
    page,
    kind: 'double',
    version: `the electron double (Chromium ${browser.version})`,
    dataDir: launch.dataDir,
    pid: child.pid ?? 0,
    said: output,
    exited,
    ...controls,
    startSecond: (args = []) => exitOf(start({ ...launch, args: [...launch.args, ...args] }, browser.endpoint)),
    close: () => {
      if (child.exitCode === null) {
        controls.answerAllBoxes('Keep').catch(() => undefined);
        controls.quit().catch(() => undefined);
      }
      return exited;
    },
  };
}
