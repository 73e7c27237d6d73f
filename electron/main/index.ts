import {
  app,
  BrowserWindow,
  clipboard,
  ipcMain,
  nativeTheme,
  powerMonitor,
  safeStorage,
  screen,
  session,
} from 'electron';
import { makeDataDir } from '../adapters/dataDir.ts';
import { loadDotEnv } from '../adapters/dotEnv.ts';
import { readEnvironment, type Environment } from '../adapters/environment.ts';
import { watchFaults } from '../adapters/log/faults.ts';
import { captureDebug } from '../adapters/log/libraryLog.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { outliveReaders } from '../adapters/log/readers.ts';
import { startRuntime } from '../adapters/runtime.ts';
import { openSettings } from '../adapters/settings/store.ts';
import { systemClock } from '../adapters/systemClock.ts';
import type { Command } from '../contract/commands.ts';
import { serveApi, tokenFileIn } from '../api/server.ts';
import { ApiSwitch } from './apiSwitch.ts';
import { chooseFromMenu } from './choiceMenu.ts';
import { ClipboardKeeper } from './clipboard.ts';
import { offerContextMenus } from './contextMenu.ts';
import { openFolder } from './dataFolder.ts';
import { claimLinks, receiveLinks, type OnLink } from './deepLink.ts';
import { DesktopView } from './desktopView.ts';
import { createElectronStore } from './electronStore.ts';
import { pushEvents, serveRequests } from './ipc.ts';
import { isHiddenStart } from './loginItem.ts';
import { addManners } from './manners.ts';
import { homeUrl, isSameOrigin } from './origin.ts';
import { NotificationCenter } from './notificationCenter.ts';
import { preloadFile, rendererFolder } from './paths.ts';
import { registerAppScheme, serveAppScheme } from './protocol.ts';
import { followPower } from './power.ts';
import { Quit } from './quit.ts';
import { askBeforeQuit } from './quitDialog.ts';
import { countingFailure, maySafelyStart } from './safeStart.ts';
import { guardDownloads, guardNavigation, guardNetwork, guardPermissions, isOpenToDebuggers } from './security.ts';
import { beginStart, type StartAttempt } from './startAttempt.ts';
import { lastingFlags, readStartOptions, type StartOptions } from './startOptions.ts';
import { failStartUp } from './startUpError.ts';
import { followTheme } from './theme.ts';
import { onUnattendedEnd } from './unattendedEnd.ts';
import { feedFacts, followUpdates, loadUpdater } from './updates.ts';
import { unreadableSecrets } from './unreadableSecrets.ts';
import { openVault } from './vault.ts';
import { MainWindow } from './window.ts';
import { WindowMemory } from './windowMemory.ts';
import { mainWords } from '../contract/words/words.ts';

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

/** What must be settled before Electron is ready; nothing may be awaited here, because ready waits for this module. */
function prepare(): Prepared {
  // An installed app is started in whatever folder the person is in, and anybody may have put an `.env` there.
  if (!app.isPackaged) loadDotEnv(process.cwd());
  const { argv, env, platform, execPath } = process;
  const options = readStartOptions({ argv, env, platform, execPath, cwd: process.cwd() });
  const given = readEnvironment(env);
  const environment = { ...given, dataDir: options.dataDir ?? given.dataDir };
  log.learn(environment.credentials?.authToken, environment.ngrokToken);
  captureDebug(log);
  makeDataDir(environment.dataDir);
  app.setPath('userData', environment.dataDir);
  app.setAppUserModelId('com.otpdock.desktop');
  app.enableSandbox();
  registerAppScheme();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  return { options, environment, onLink: receiveLinks(app, argv) };
}

/** Asks first how to start, where that is called for. */
async function begin(prepared: Prepared): Promise<void> {
  const { dataDir } = prepared.environment;
  const version = app.getVersion();
  log.keepIn(dataDir);
  log.info(`OTP Dock ${version} starts.`);
  const attempt = beginStart(dataDir);
  const { safeMode } = prepared.options;
  // The settings may be what is to blame.
  const words = mainWords('auto', app.getPreferredSystemLanguages());
  if (!(await maySafelyStart({ attempt, safeMode, dataDir, version, log, words }))) return app.quit();
  await countingFailure(attempt, () => start(prepared, attempt));
}

async function start({ options, environment, onLink }: Prepared, attempt: StartAttempt): Promise<void> {
  const { dataDir } = environment;
  const tokenFile = tokenFileIn(dataDir);
  const { settings, values } = openSettings(dataDir, createElectronStore);
  const unreadable = unreadableSecrets();
  const secrets = await openVault({
    safeStorage,
    platform: process.platform,
    values,
    log,
    onUnreadable: unreadable.add,
  });
  const keeper = new ClipboardKeeper({
    clipboard,
    clock: systemClock,
    log,
    clearAfterSeconds: () => runtime.app.state().settings.clearClipboardSeconds,
  });
  const runtime = await startRuntime({
    host: 'desktop',
    version: app.getVersion(),
    dataDir,
    environment,
    settings,
    secrets,
    log,
    tools: {
      dataDir,
      openDataDir: () => openFolder(dataDir),
      copy: (text) => keeper.copy(text),
      takeCommand: () => window.takeCommand(),
      chooseFromMenu: (wish) => chooseFromMenu(window.current(), wish, words()),
      onReady: () => attempt.settled(),
      api: {
        tokenFile,
        change: { rotateToken: () => api.rotateToken(), copyToken: () => api.copyToken() },
      },
    },
    demo: options.demo,
  });
  faults.tellTo(() => runtime.app.tellFault());
  const api = new ApiSwitch({
    app: runtime.app,
    tokenFile,
    serve: () => serveApi({ app: runtime.app, log, dataDir, port: environment.apiPort, ui: null }),
    copy: (text) => keeper.copy(text),
  });
  const { platform } = process;
  const words = () => mainWords(runtime.app.state().settings.language, app.getPreferredSystemLanguages());
  const view = new DesktopView(runtime.app, platform);
  const notifications = new NotificationCenter();
  const memory = new WindowMemory({ dataDir, screen, clock: systemClock, log });
  const quit = new Quit({
    app,
    core: runtime.app,
    platform,
    log,
    words,
    ask: (question, signal) => askBeforeQuit(window.current(), question, signal),
    staysInTray: () => runtime.app.state().settings.closeToTray,
    onHidden: () => {
      window.current()?.hide();
      if (memory.tellOfTray()) notifications.show(words().stillHere);
    },
    onClosing: ({ givingBack }) => {
      // Whoever waits for numbers to be given back sees how far that is.
      if (givingBack) view.change({ closing: true });
      else window.current()?.hide();
      void keeper.clear();
      void api.close();
    },
    onCancelled: () => void window.show(),
  });
  onUnattendedEnd({ app, powerMonitor, process }, () => quit.quitUnattended());
  followPower({ app: runtime.app, powerMonitor });

  followTheme(nativeTheme, runtime.app);
  const home = homeUrl({ packaged: app.isPackaged, devServer: process.env['VITE_DEV_SERVER_URL'] });
  const isOwn = (url: string) => isSameOrigin(url, home);
  guardPermissions(session.defaultSession, isOwn);
  guardNetwork(session.defaultSession, isOwn);
  guardDownloads(session.defaultSession, isOwn);
  guardNavigation(app, isOwn);
  offerContextMenus(app, words);
  serveAppScheme(rendererFolder);
  serveRequests(ipcMain, runtime.app, isOwn);
  const push = pushEvents(runtime.app, () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents));

  const window = new MainWindow({
    url: home,
    preload: preloadFile,
    devTools: !app.isPackaged,
    log,
    memory,
    send: push,
    onClose: (event) => quit.onWindowClose(event),
  });
  const command = (given: Command) => window.command(given);
  const reveal = (leaseId: string | null) => window.reveal(leaseId);
  const flags = lastingFlags(options);
  const shared = { core: runtime.app, clock: systemClock, log, platform, keeper, flags };
  addManners({ ...shared, notifications, words, view, window, command, reveal });
  followUpdates({ ...shared, feed: feedFacts(app.isPackaged, process), load: loadUpdater, view, notifications, words });
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  unreadable.tell(window.open({ hidden: isHiddenStart(process.argv, platform, app) && !unreadable.any() }), words());
  claimLinks(app);
  onLink(command, words);
}

function main(): void {
  const fail = (thrown: unknown) => failStartUp(app, log, thrown);
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

main();
