import { mkdirSync } from 'node:fs';
import { app, BrowserWindow, clipboard, ipcMain, nativeTheme, powerMonitor, safeStorage, session } from 'electron';
import { loadDotEnv, readEnvironment, type Environment } from '../adapters/environment.ts';
import { createLogger } from '../adapters/logger.ts';
import { startRuntime } from '../adapters/runtime.ts';
import { systemClock } from '../adapters/systemClock.ts';
import type { Command } from '../contract/commands.ts';
import { serveApi, tokenFileIn } from '../api/server.ts';
import { ApiSwitch } from './apiSwitch.ts';
import { followTheme } from './appearance.ts';
import { autoCopy } from './autoCopy.ts';
import { ClipboardKeeper } from './clipboardKeeper.ts';
import { CommandSlot } from './commandSlot.ts';
import { offerContextMenus } from './contextMenu.ts';
import { openFolder } from './dataFolder.ts';
import { claimLinks, receiveLinks } from './deepLink.ts';
import { pushEvents, serveRequests } from './ipc.ts';
import { MainWindow } from './mainWindow.ts';
import { describeApp, showMenu } from './menu.ts';
import { notifyOfCodes } from './notifier.ts';
import { homeUrl, isSameOrigin } from './origin.ts';
import { preloadFile, rendererFolder } from './paths.ts';
import { registerAppScheme, serveAppScheme } from './protocol.ts';
import { Quit } from './quit.ts';
import { askBeforeQuit } from './quitDialog.ts';
import { guardNavigation, guardPermissions, openExternal } from './security.ts';
import { openDesktopSettings } from './settings.ts';
import { failStartUp } from './startUpError.ts';
import { onUnattendedEnd } from './unattendedEnd.ts';
import { unreadableSecrets } from './unreadableSecrets.ts';
import { openVault } from './vault.ts';

const log = createLogger((line) => process.stderr.write(`${line}\n`));

interface Prepared {
  environment: Environment;
  onLink: ReturnType<typeof receiveLinks>;
}

/** What must be settled before Electron is ready; nothing may be awaited here, because ready waits for this module. */
function prepare(): Prepared {
  loadDotEnv(process.cwd());
  const environment = readEnvironment(process.env);
  mkdirSync(environment.dataDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', environment.dataDir);
  app.setAppUserModelId('com.otpdock.desktop');
  registerAppScheme();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  return { environment, onLink: receiveLinks(app, process.argv) };
}

async function start({ environment, onLink }: Prepared): Promise<void> {
  const { dataDir } = environment;
  const tokenFile = tokenFileIn(dataDir);
  const { settings, values } = openDesktopSettings(dataDir);
  const unreadable = unreadableSecrets();
  const secrets = await openVault({
    safeStorage,
    platform: process.platform,
    values,
    log,
    onUnreadable: unreadable.add,
  });
  const commands = new CommandSlot();
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
      takeCommand: () => commands.take(),
      api: {
        tokenFile,
        change: { rotateToken: () => api.rotateToken(), copyToken: () => api.copyToken() },
      },
    },
    demo: process.argv.includes('--demo'),
  });
  const api = new ApiSwitch({
    app: runtime.app,
    tokenFile,
    serve: () => serveApi({ app: runtime.app, log, dataDir, port: environment.apiPort, ui: null }),
    copy: (text) => keeper.copy(text),
  });
  const { platform } = process;
  const quit = new Quit({
    app,
    core: runtime.app,
    platform,
    log,
    ask: (question, signal) => askBeforeQuit(window.current(), question, signal),
    onClosing: () => {
      window.current()?.hide();
      void keeper.clear();
      void api.close();
    },
    onCancelled: () => void window.show(),
  });
  onUnattendedEnd({ app, powerMonitor, process }, () => quit.quitUnattended());
  powerMonitor.on('resume', () => void runtime.app.wake());

  followTheme(nativeTheme, runtime.app);
  const home = homeUrl({ packaged: app.isPackaged, devServer: process.env['VITE_DEV_SERVER_URL'] });
  const isOwn = (url: string) => isSameOrigin(url, home);
  guardPermissions(session.defaultSession, isOwn);
  guardNavigation(app, isOwn);
  offerContextMenus(app);
  serveAppScheme(rendererFolder);
  serveRequests(ipcMain, runtime.app, isOwn);
  const push = pushEvents(runtime.app, () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents));

  const window = new MainWindow({
    url: home,
    preload: preloadFile,
    log,
    onClose: (event) => quit.onWindowClose(event),
  });
  const command = (given: Command) => window.command(given, commands, push);
  showMenu({ app: runtime.app, platform, developing: !app.isPackaged, command, openExternal });
  describeApp(app);
  autoCopy(runtime.app, keeper, log);
  notifyOfCodes({
    app: runtime.app,
    copy: (text) => keeper.copy(text),
    platform,
    log,
    isWatched: () => window.isWatched(),
    reveal: (leaseId) => window.reveal(leaseId, push),
  });
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  unreadable.tell(window.show());
  claimLinks(app);
  onLink(command);
}

function main(): void {
  const fail = (thrown: unknown) => failStartUp(app, log, thrown);
  try {
    const prepared = prepare();
    if (!app.requestSingleInstanceLock()) return app.quit();
    app
      .whenReady()
      .then(() => start(prepared))
      .catch(fail);
  } catch (thrown) {
    void app.whenReady().then(() => fail(thrown));
  }
}

main();
