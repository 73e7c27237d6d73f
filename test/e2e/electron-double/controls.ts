import type { PowerMonitor, Rectangle } from 'electron';
import type { replaceMessageBoxes } from './messageBoxes.ts';

/** The event, if Electron's power monitor has it. */
type Known<E extends string> = PowerMonitor extends { on(event: E, listener: () => void): unknown } ? E : never;

/** What the power monitor says: of a sleep, of a locked screen, of the battery. */
type PowerEvent =
  | Known<'suspend'>
  | Known<'resume'>
  | Known<'lock-screen'>
  | Known<'unlock-screen'>
  | Known<'on-battery'>
  | Known<'on-ac'>;

/** A line of a menu as the person sees it; separators are left out. */
interface ShownItem {
  label: string;
  role: string | null;
  enabled: boolean;
  /** Of a check box; null for anything else. */
  checked: boolean | null;
  items: ShownItem[];
}

/** Functions of another process. */
type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** What a test can see and do of the desktop beyond its page. */
export type Controls = Remote<ReturnType<typeof openControls> & ReturnType<typeof replaceMessageBoxes>>;

/**
 * Runs in the main process before the app, on Electron as on its double: what the system shows cannot be seen from
 * there, so it is recorded. Real Electron is given the source of this function; nothing outside of it may be used in it.
 */
export function openControls(electron: typeof Electron.CrossProcessExports) {
  const { globalShortcut, Menu, Notification, shell, Tray } = electron;
  const notifications: Electron.Notification[] = [];
  const opened: string[] = [];
  const popups: { menu: Electron.Menu; callback: (() => void) | undefined }[] = [];
  const presses = new Map<string, () => void>();
  const tray: { menu: Electron.Menu | null; tip: string } = { menu: null, tip: '' };

  Notification.prototype.show = function show() {
    notifications.push(this);
  };
  Menu.prototype.popup = function popup(options) {
    popups.push({ menu: this, callback: options?.callback });
  };
  Tray.prototype.setContextMenu = (menu) => void (tray.menu = menu);
  Tray.prototype.setToolTip = (tip) => void (tray.tip = tip);
  const register = globalShortcut.register.bind(globalShortcut);
  globalShortcut.register = (keys, press) => register(keys, press) && Boolean(presses.set(keys, press));
  shell.openExternal = async (url) => void opened.push(url);

  const first = () => electron.BrowserWindow.getAllWindows()[0]!;
  const itemsOf = (menu: Electron.Menu | null | undefined): ShownItem[] =>
    (menu?.items ?? [])
      .filter(({ type }) => type !== 'separator')
      .map(({ label, role, enabled, checked, type, submenu }) => ({
        label,
        role: role ?? null,
        enabled,
        checked: type === 'checkbox' ? checked : null,
        items: itemsOf(submenu),
      }));
  const click = (menu: Electron.Menu | null | undefined, [label, ...rest]: string[]): void => {
    const item = menu?.items.find((one) => one.label === label);
    if (!item?.enabled) throw new Error(`The menu item ${label} cannot be clicked.`);
    if (rest.length > 0) click(item.submenu, rest);
    else item.click();
  };
  const event = { preventDefault: () => undefined };

  return {
    notifications: () => notifications.map(({ title, body }) => ({ title, body })),
    /** Clicks the notification with this index, oldest first. */
    clickNotification: (index: number) => void notifications[index]!.emit('click', {}),
    readClipboard: async () => electron.clipboard.readText(),
    /** Addresses that were handed to the person's own browser. */
    openedExternally: () => opened,
    windows: () =>
      electron.BrowserWindow.getAllWindows().map((window) => ({
        visible: window.isVisible(),
        minimized: window.isMinimized(),
        focused: window.isFocused(),
      })),
    /** The person turns to another app. */
    minimize: () => first().minimize(),
    /** Opens a window with the app's preload at an address, makes one request from there and closes it again. */
    requestFrom: async (url: string, name: string, input: unknown): Promise<unknown> => {
      const preload = `${electron.app.getAppPath()}/out/preload/index.cjs`;
      const window = new electron.BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
      await window.loadURL(url);
      const request = JSON.stringify([name, input]);
      const answer: unknown = await window.webContents.executeJavaScript(`otpDock.request(...${request})`);
      await new Promise<void>((done) => window.once('closed', done).close());
      return answer;
    },
    /** With what the app opened its window. Electron's declarations do not have it; its own tests use it. */
    webPreferences: () =>
      (first().webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
    /** What the app has the system's own colours follow. */
    themeSource: () => electron.nativeTheme.themeSource,
    /** The menu bar. */
    menu: () => itemsOf(Menu.getApplicationMenu()),
    /** Clicks the item at the end of a path of labels in the menu bar. */
    clickMenu: (path: string[]) => click(Menu.getApplicationMenu(), path),
    /** Every right-click menu that has popped up, oldest first. */
    contextMenus: () => popups.map(({ menu }) => itemsOf(menu)),
    /** Chooses from the one that popped up last; null closes it. */
    chooseContext: (label: string | null) => {
      const { menu, callback } = popups.at(-1)!;
      callback?.();
      if (label !== null) click(menu, [label]);
    },
    /** The system hands over a link as macOS does. */
    openUrl: (url: string) => void electron.app.emit('open-url', event, url),
    /** Closes the window as its close button does. */
    closeWindow: () => first().close(),
    /** The menu of the tray. */
    tray: () => itemsOf(tray.menu),
    clickTray: (label: string) => click(tray.menu, [label]),
    trayTip: () => tray.tip,
    /** The count on the app's icon; 0 where there is none. */
    badge: () => electron.app.getBadgeCount(),
    /** Presses keys that the app has registered for all apps; false when it has not. */
    pressGlobal: (keys: string) => {
      if (!globalShortcut.isRegistered(keys)) return false;
      presses.get(keys)?.();
      return true;
    },
    /** Where the window is while it is not maximised, and whether it is. */
    place: () => ({ bounds: first().getNormalBounds(), maximized: first().isMaximized() }),
    moveWindow: (bounds: Rectangle) => first().setBounds(bounds),
    /** The computer falls asleep, or wakes up; the screen is locked, or unlocked. */
    power: (name: PowerEvent) => void electron.powerMonitor.emit(name),
    /** The system turns dark, or light. */
    setSystemDark: (dark: boolean) => {
      const { nativeTheme } = electron;
      const get = () => (nativeTheme.themeSource === 'system' ? dark : nativeTheme.themeSource === 'dark');
      Object.defineProperty(nativeTheme, 'shouldUseDarkColors', { configurable: true, get });
      nativeTheme.emit('updated');
    },
    /** The colour behind the page. */
    background: () => first().getBackgroundColor(),
    /** The system announces that it shuts down. */
    shutDown: () => void electron.powerMonitor.emit('shutdown', event),
    /** Quits as the menu does, whatever the app makes of it. */
    quit: () => electron.app.quit(),
  };
}
