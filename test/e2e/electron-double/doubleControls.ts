import type { Controls } from './control.ts';
import { FakeGlobalShortcut, FakeNativeTheme, FakeScreen } from './desk.ts';
import { FakeTray } from './tray.ts';
import { clickItem, itemsOf, shownMenus } from './menu.ts';
import { BrowserWindow, clipboard, double, nativeTheme, powerMonitor, screen } from './electron.ts';
import type { FakeBrowserWindow } from './browserWindow.ts';

const preload = new URL('../../../out/preload/index.cjs', import.meta.url).pathname;

function first(): FakeBrowserWindow {
  return [...double.windowList.all.values()][0]!;
}

/** What the harness may ask of the double. */
export const doubleControls: Controls = {
  notifications: async () => double.shownNotifications.map(({ title, body }) => ({ title, body })),
  clickNotification: async (index) => {
    const notification = double.shownNotifications[index];
    if (!notification) throw new Error(`There is no notification ${index}.`);
    notification.emit('click', {});
  },
  readClipboard: () => clipboard.readText(),
  openedExternally: async () => [...double.openedExternally],
  windows: async () =>
    [...double.windowList.all.values()].map((window) => ({
      visible: window.isVisible(),
      minimized: window.isMinimized(),
      focused: window.isFocused(),
    })),
  minimize: async () => first().minimize(),
  requestFrom: async (url, name, input) => {
    const window = new BrowserWindow({ webPreferences: { preload } });
    try {
      await window.loadURL(url);
      return await window.webContents.ask(name, input);
    } finally {
      await window.closeAndWait();
    }
  },
  webPreferences: async () => first().webPreferences,
  themeSource: async () => nativeTheme.themeSource,
  messageBoxes: async () => double.messageBoxes.shown,
  openedBox: () => double.messageBoxes.opened(),
  answerBox: async (button, options) => double.messageBoxes.answer(button, options),
  answerAllBoxes: async (button) => double.messageBoxes.answerAll(button),
  menu: async () => itemsOf(shownMenus.application),
  clickMenu: async (path) => clickItem(shownMenus.application, path),
  contextMenus: async () => shownMenus.popups.map(itemsOf),
  chooseContext: async (label) => shownMenus.popups.at(-1)!.leave(label === null ? null : [label]),
  openUrl: async (url) => void double.app.emit('open-url', { preventDefault: () => undefined }, url),
  closeWindow: async () => first().close(),
  tray: async () => itemsOf(FakeTray.seen().menu),
  clickTray: async (label) => clickItem(FakeTray.seen().menu, [label]),
  trayTip: async () => FakeTray.seen().tip,
  badge: async () => double.app.badge(),
  pressGlobal: async (keys) => {
    const press = FakeGlobalShortcut.held.get(keys);
    press?.();
    return press !== undefined;
  },
  place: async () => ({ bounds: first().getNormalBounds(), maximized: first().isMaximized() }),
  moveWindow: async (bounds) => first().setBounds(bounds),
  power: async (event) => void powerMonitor.emit(event),
  setDisplays: async (areas) => {
    FakeScreen.areas = areas;
    screen.emit('display-removed', {}, {});
    screen.emit('display-metrics-changed', {}, {}, ['workArea']);
  },
  setSystemDark: async (dark) => {
    FakeNativeTheme.systemIsDark = dark;
    nativeTheme.emit('updated');
  },
  background: async () => first().getBackgroundColor(),
  shutDown: async () => void powerMonitor.emit('shutdown', { preventDefault: () => undefined }),
  quit: async () => double.app.quit(),
};
