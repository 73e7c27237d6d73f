import { app, BrowserWindow, globalShortcut, ipcMain, nativeTheme, powerMonitor, screen, session } from 'electron';
import { makeDataDir } from '../adapters/dataDir.ts';
import { loadDotEnv } from '../adapters/dotEnv.ts';
import { readEnvironment, type Environment } from '../adapters/environment.ts';
import { watchFaults } from '../adapters/log/faults.ts';
import { captureDebug } from '../adapters/log/libraryLog.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { outliveReaders } from '../adapters/log/readers.ts';
import { systemClock as clock } from '../adapters/systemClock.ts';
import { secretsIn } from '../contract/credentials.ts';
import type { Command } from '../contract/commands.ts';
import { mainWords, type MainWords } from '../contract/words/main.ts';
import type { ShownApp } from './team/shownApp.ts';
import { notifyOfAlerts } from './notifications/alerts.ts';
import { countUnread } from './notifications/badge.ts';
import { autoCopy, copyNewest } from './clipboard.ts';
import { notifyOfCodes } from './notifications/codeNotifications.ts';
import { claimLinks, receiveLinks, type OnLink } from './deepLink.ts';
import { DesktopView } from './desktop.ts';
import { askBeforeQuit, showStartError, warnOfUnreadable } from './dialogs.ts';
import type { Push } from '../contract/events.ts';
import { pushEvents, serveRequests } from './ipc.ts';
import { followLogin, isHiddenStart } from './settings/loginItem.ts';
import { offerContextMenus, showMenuBar } from './menus/menus.ts';
import { NotificationCenter } from './notifications/notificationCenter.ts';
import { openCore, type DesktopCore } from './openCore.ts';
import { homeUrl, isSameOrigin } from './origin.ts';
import { preloadFile, rendererFolder } from './paths.ts';
import { followPower, watchLock } from './power.ts';
import { registerAppScheme, serveAppScheme } from './protocol.ts';
import { onUnattendedEnd, Quit } from './quit/quit.ts';
import { countingFailure, maySafelyStart } from './start/safeStart.ts';
import { guardNavigation, guardSession, isOpenToDebuggers, openExternal } from './security.ts';
import { followShortcut } from './settings/shortcut.ts';
import { beginStart, type StartAttempt } from './start/startAttempt.ts';
import { lastingFlags, readStartOptions, type StartOptions } from './start/startOptions.ts';
import { followTheme } from './settings/theme.ts';
import { showTray } from './menus/tray.ts';
import { feedFacts } from './updates/updateFeed.ts';
import { followUpdates, loadUpdater } from './updates/updates.ts';
import { MainWindow } from './window.ts';
import { WindowMemory } from './windowMemory.ts';

const { platform } = process;

outliveReaders(process);
const log = createLogger((line) => process.stderr.write(`${line}\n`), {
  announce: (line) => process.stdout.write(`${line}\n`),
});
const faults = watchFaults(process, log);

interface Prepared {
  options: StartOptions;
  environment: Environment;
  onLink: OnLink;
}

function main(): void {
  try {
    if (app.isPackaged && isOpenToDebuggers(process.argv)) return app.exit(1);
    const prepared = prepare();
    if (!app.requestSingleInstanceLock()) return app.quit();
    app
      .whenReady()
      .then(() => begin(prepared))
      .catch(fail);
  } catch (thrown) {
    void app.whenReady().then(() => fail(thrown));
  }
}

/** What must be settled before Electron is ready. It must not await: Electron is ready after this module has run. */
function prepare(): Prepared {
  // An installed app starts in any folder, where anybody may have left an `.env`.
  if (!app.isPackaged) loadDotEnv(process.cwd());
  const { argv, env, execPath } = process;
  const options = readStartOptions({ argv, env, platform, execPath, cwd: process.cwd() });
  const given = readEnvironment(env);
  const environment = { ...given, dataDir: options.dataDir ?? given.dataDir };
  log.learn(...secretsIn(environment.credentials), environment.ngrokToken);
  captureDebug(log);
  makeDataDir(environment.dataDir);
  app.setPath('userData', environment.dataDir);
  app.setAppUserModelId('com.otpdock.desktop');
  app.enableSandbox();
  registerAppScheme();
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  return { options, environment, onLink: receiveLinks(app, argv) };
}

/** Starts the app, and asks how first if the last starts failed. */
async function begin(prepared: Prepared): Promise<void> {
  const { dataDir } = prepared.environment;
  const version = app.getVersion();
  log.keepIn(dataDir);
  log.info(`OTP Dock ${version} starts.`);
  const attempt = beginStart(dataDir);
  const { safeMode } = prepared.options;
  if (!(await maySafelyStart({ attempt, safeMode, dataDir, version, log, words: systemWords() }))) return app.quit();
  await countingFailure(attempt, () => start(prepared, attempt));
}

async function start({ options, environment, onLink }: Prepared, attempt: StartAttempt): Promise<void> {
  const home = homeUrl({ packaged: app.isPackaged, devServer: process.env['VITE_DEV_SERVER_URL'] });
  const memory = new WindowMemory({ dataDir: environment.dataDir, screen, clock, log });
  const window = new MainWindow({
    url: home,
    preload: preloadFile,
    devTools: !app.isPackaged,
    log,
    memory,
    send: (push) => send(push),
    onClose: (event) => quit.onWindowClose(event),
  });
  const onReady = () => attempt.settled();
  const opened = await openCore({ environment, demo: options.demo, log, window, onReady });
  const { core, shown, unreadable, words } = opened;
  faults.tellTo(() => core.tellFault());

  const parts: Parts = {
    ...opened,
    ...{ window, memory },
    view: new DesktopView(core, platform),
    notifications: new NotificationCenter(),
  };
  const quit = createQuit(parts);
  onUnattendedEnd({ app, powerMonitor, process }, () => quit.quitUnattended());
  followPower({ app: core, powerMonitor });
  powerMonitor.on('resume', () => shown.wake());
  followTheme(nativeTheme, core);
  const send = servePages(shown, home);
  integrate(parts, lastingFlags(options));

  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  const needsPerson = unreadable.size > 0 || shown.state().desktop?.team?.kind === 'refused';
  const hidden = isHiddenStart(process.argv, platform, app) && !needsPerson;
  warnOfUnreadable(unreadable, window.open({ hidden }), words());
  claimLinks(app);
  onLink((command) => window.command(command), words);
}

interface Parts extends DesktopCore {
  window: MainWindow;
  memory: WindowMemory;
  view: DesktopView;
  notifications: NotificationCenter;
}

function createQuit({ core, api, keeper, words, window, memory, view, notifications }: Parts): Quit {
  return new Quit({
    ...{ app, core, platform, log, words },
    ask: (question, signal) => askBeforeQuit(window.current(), question, signal),
    onHidden: () => {
      window.current()?.hide();
      if (memory.tellOfTray()) notifications.show(words().stillHere);
    },
    onClosing: ({ givingBack }) => {
      // The window stays to show how far the numbers are given back.
      if (givingBack) view.change({ closing: true });
      else window.current()?.hide();
      void keeper.clear();
      void api.close();
    },
    onCancelled: () => void window.show(),
  });
}

/** Serves the app's own pages and answers only their requests. Returns a function that sends them an event. */
function servePages(shown: ShownApp, home: string): (push: Push) => void {
  const isOwn = (url: string) => isSameOrigin(url, home);
  guardSession(session.defaultSession, isOwn);
  guardNavigation(app, isOwn);
  serveAppScheme(rendererFolder);
  serveRequests(ipcMain, shown, isOwn);
  return pushEvents(shown, () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents));
}

/** Menus, tray, badge, notifications, shortcut, start at login and updates. */
function integrate({ shown, keeper, words, window, view, notifications }: Parts, flags: string[]): void {
  const orLog = (done: Promise<unknown>, otherwise: string) =>
    void done.catch((error: unknown) => log.error(otherwise, error));
  const desktop = {
    app: shown,
    electron: app,
    ...{ clock, log, platform, flags, words, view, notifications },
    isLocked: watchLock(powerMonitor),
    isWatched: () => window.isWatched(),
    copy: (text: string) => orLog(keeper.copy(text), 'A code could not be copied.'),
    command: (command: Command) => window.command(command),
    reveal: (leaseId: string | null) => window.reveal(leaseId),
    present: (presenting: boolean) => view.change({ presenting }),
    pause: (paused: boolean) => void shown.handle('reception.pause', { paused }),
  };
  offerContextMenus(app, words);
  showMenuBar({ ...desktop, developing: !app.isPackaged, openExternal });
  showTray({ ...desktop, open: () => void window.show(), quit: () => app.quit() });
  countUnread({ ...desktop, window: () => window.current() });
  autoCopy(shown, keeper, log);
  notifyOfCodes(desktop);
  notifyOfAlerts(desktop);
  followShortcut({ ...desktop, globalShortcut, onPress: () => copyNewest(desktop) });
  followLogin({ ...desktop, env: process.env });
  followUpdates({ ...desktop, feed: feedFacts(app.isPackaged, process), load: loadUpdater });
}

function fail(thrown: unknown): void {
  log.error('OTP Dock could not start.', thrown);
  showStartError(thrown, systemWords());
  app.exit(1);
}

/** In the system's language: the settings may be what fails. */
function systemWords(): MainWords {
  return mainWords('auto', app.getPreferredSystemLanguages());
}

main();
