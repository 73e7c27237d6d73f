import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type JSHandle } from 'playwright';
import type { Controls, ShownItem } from '../electron-double/control.ts';
import { replaceMessageBoxes, type MessageBoxes } from '../electron-double/messageBoxes.ts';
import type { Desktop, Launch } from './launch.ts';

/** What the test records inside Electron's main process, because a system's notifications cannot be seen from here. */
interface Recorder {
  notifications: Electron.Notification[];
  opened: string[];
  popups: { menu: Electron.Menu; callback: (() => void) | undefined }[];
  tray: Electron.Menu | null;
  tip: string;
  shortcuts: Map<string, () => void>;
  itemsOf(menu: Electron.Menu | null): ShownItem[];
}

/** Real Electron with the built app, through Playwright. */
export async function launchElectron(executablePath: string, launch: Launch): Promise<Desktop> {
  const args = [launch.root, ...(launch.args.length > 0 ? ['--', ...launch.args] : [])];
  const app = await _electron.launch({ executablePath, args, cwd: launch.dataDir, env: launch.env });
  const exited = new Promise<number | null>((done) => app.process().once('exit', done));
  const said: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  await record(app);
  const boxes = await app.evaluateHandle(replaceMessageBoxes);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const version = await app.evaluate(() => process.versions['electron']);
  return {
    page,
    kind: 'electron',
    version: `Electron ${version}`,
    dataDir: launch.dataDir,
    pid: app.process().pid ?? 0,
    said: () => said.join(''),
    exited,
    ...controls(app, join(launch.root, 'out/preload/index.cjs')),
    ...menuControls(app),
    ...boxControls(boxes),
    startSecond: (more = []) => second(executablePath, [...args, ...more], launch),
    close: async () => {
      await boxes.evaluate(({ answerAll }) => answerAll('Keep')).catch(() => undefined);
      await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined);
      return exited;
    },
  };
}

function second(executablePath: string, args: string[], launch: Launch): Promise<number | null> {
  const child = spawn(executablePath, args, { cwd: launch.dataDir, env: launch.env, stdio: 'ignore' });
  return new Promise((done) => child.once('exit', done));
}

async function record(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ globalShortcut, Menu, Notification, shell, Tray }) => {
    const recorder: Recorder = {
      notifications: [],
      opened: [],
      popups: [],
      tray: null,
      tip: '',
      shortcuts: new Map(),
      itemsOf,
    };
    function itemsOf(menu: Electron.Menu | null): ShownItem[] {
      const items = (menu?.items ?? []).filter(({ type }) => type !== 'separator');
      return items.map(({ label, role, accelerator, enabled, checked, type, submenu }) => ({
        label,
        role: role ?? null,
        accelerator: typeof accelerator === 'string' ? accelerator : null,
        enabled,
        checked: type === 'checkbox' ? checked : null,
        items: itemsOf(submenu ?? null),
      }));
    }
    Object.assign(globalThis, { testRecorder: recorder });
    Notification.prototype.show = function show() {
      recorder.notifications.push(this);
    };
    Menu.prototype.popup = function popup(options) {
      recorder.popups.push({ menu: this, callback: options?.callback });
    };
    Tray.prototype.setContextMenu = function setContextMenu(menu) {
      recorder.tray = menu;
    };
    Tray.prototype.setToolTip = function setToolTip(tip) {
      recorder.tip = tip;
    };
    const register = globalShortcut.register.bind(globalShortcut);
    globalShortcut.register = (keys, press) => {
      const works = register(keys, press);
      if (works) recorder.shortcuts.set(keys, press);
      return works;
    };
    shell.openExternal = async (url) => void recorder.opened.push(url);
  });
}

type MenuControls = Pick<
  Controls,
  'menu' | 'clickMenu' | 'contextMenus' | 'chooseContext' | 'tray' | 'clickTray' | 'trayTip' | 'pressGlobal'
>;

function menuControls(app: ElectronApplication): MenuControls {
  return {
    menu: () => app.evaluate(({ Menu }) => testRecorder.itemsOf(Menu.getApplicationMenu())),
    clickMenu: (path) =>
      app.evaluate(({ Menu }, labels) => {
        let menu = Menu.getApplicationMenu();
        for (const label of labels.slice(0, -1)) menu = menu?.items.find((one) => one.label === label)?.submenu ?? null;
        const item = menu?.items.find((one) => one.label === labels.at(-1));
        if (!item?.enabled) throw new Error(`The menu item ${labels.join(', ')} cannot be clicked.`);
        item.click();
      }, path),
    tray: () => app.evaluate(() => testRecorder.itemsOf(testRecorder.tray)),
    clickTray: (label) =>
      app.evaluate((_electron, wanted) => {
        const item = testRecorder.tray?.items.find((one) => one.label === wanted);
        if (!item?.enabled) throw new Error(`The menu item ${wanted} cannot be clicked.`);
        item.click();
      }, label),
    trayTip: () => app.evaluate(() => testRecorder.tip),
    pressGlobal: (keys) =>
      app.evaluate(({ globalShortcut }, wanted) => {
        if (!globalShortcut.isRegistered(wanted)) return false;
        testRecorder.shortcuts.get(wanted)?.();
        return true;
      }, keys),
    chooseContext: (label) =>
      app.evaluate((_electron, wanted) => {
        const { menu, callback } = testRecorder.popups.at(-1)!;
        callback?.();
        if (wanted !== null) menu.items.find((one) => one.label === wanted)!.click();
      }, label),
    contextMenus: () => app.evaluate(() => testRecorder.popups.map(({ menu }) => testRecorder.itemsOf(menu))),
  };
}

type BoxControls = Pick<Controls, 'messageBoxes' | 'openedBox' | 'answerBox' | 'answerAllBoxes'>;

function boxControls(boxes: JSHandle<MessageBoxes>): BoxControls {
  return {
    messageBoxes: () => boxes.evaluate(({ shown }) => shown),
    openedBox: () => boxes.evaluate(({ opened }) => opened()),
    answerBox: (button, options) =>
      boxes.evaluate(({ answer }, [button, options]) => answer(button, options), [button, options] as const),
    answerAllBoxes: (button) => boxes.evaluate(({ answerAll }, button) => answerAll(button), button),
  };
}

function controls(app: ElectronApplication, preload: string): Omit<Controls, keyof BoxControls | keyof MenuControls> {
  return {
    notifications: () => app.evaluate(() => testRecorder.notifications.map(({ title, body }) => ({ title, body }))),
    clickNotification: (index) =>
      app.evaluate((_electron, at) => void testRecorder.notifications[at]!.emit('click'), index),
    readClipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    openedExternally: () => app.evaluate(() => testRecorder.opened),
    windows: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => ({
          visible: window.isVisible(),
          minimized: window.isMinimized(),
          focused: window.isFocused(),
        })),
      ),
    minimize: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize()),
    webPreferences: () =>
      app.evaluate(({ BrowserWindow }) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        // Electron's declarations do not have it; its own tests use it.
        return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      }),
    themeSource: () => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource),
    closeWindow: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close()),
    power: (event) => app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    setDisplays: (areas) =>
      app.evaluate(({ screen }, given) => {
        const displays = given.map((workArea, id) => ({ ...screen.getPrimaryDisplay(), id, workArea }));
        screen.getAllDisplays = () => displays;
        screen.getPrimaryDisplay = () => displays[0]!;
        screen.emit('display-removed');
      }, areas),
    setSystemDark: (dark) =>
      app.evaluate(({ nativeTheme }, isDark) => {
        Object.defineProperty(nativeTheme, 'shouldUseDarkColors', { configurable: true, value: isDark });
        nativeTheme.emit('updated');
      }, dark),
    background: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBackgroundColor()),
    shutDown: () =>
      app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown', { preventDefault: () => undefined })),
    badge: () => app.evaluate(({ app: electronApp }) => electronApp.getBadgeCount()),
    place: () =>
      app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0]!;
        return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
      }),
    moveWindow: (bounds) =>
      app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to), bounds),
    openUrl: (url) =>
      app.evaluate(
        ({ app: electronApp }, link) => void electronApp.emit('open-url', { preventDefault: () => undefined }, link),
        url,
      ),
    quit: () => app.evaluate(({ app: electronApp }) => electronApp.quit()),
    requestFrom: (url, name, input) =>
      app.evaluate(
        async ({ BrowserWindow }, request) => {
          const window = new BrowserWindow({
            show: false,
            webPreferences: { sandbox: true, preload: request.preload },
          });
          await window.loadURL(request.url);
          const text = JSON.stringify([request.name, request.input]);
          const answer: unknown = await window.webContents.executeJavaScript(`otpDock.request(...${text})`);
          window.destroy();
          return answer;
        },
        { url, name, input, preload },
      ),
  };
}

/** Exists in Electron's main process, where `record` put it; here it only has a type. */
declare const testRecorder: Recorder;
