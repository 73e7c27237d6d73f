import type { Clipboard, Dialog, nativeImage as electronImage, NativeImage, Protocol } from 'electron';
import { FakeApp } from './app.ts';
import { FakeBrowserWindow } from './browserWindow.ts';
import { Chromium } from './chromium.ts';
import { FakeGlobalShortcut, FakeNativeTheme, FakePowerMonitor, FakeScreen, imageFrom } from './desk.ts';
import { FakeIpcMain } from './ipcMain.ts';
import { FakeNotification } from './notification.ts';
import { FakeSession } from './permissions.ts';
import { FakeSafeStorage, type StorageMode } from './safeStorage.ts';
import { FakeMenu } from './menu.ts';
import { strict } from './strict.ts';
import { FakeTray } from './tray.ts';

/*
 * What `import … from 'electron'` gets. Whatever is implemented is typed by Electron's own declarations, and whatever
 * is not says so when it is touched.
 */

const defaultSession = new FakeSession();
const fakeApp = new FakeApp();
const fakeIpcMain = new FakeIpcMain();
const chromium = new Chromium(defaultSession, fakeIpcMain);
FakeBrowserWindow.home = { app: fakeApp, chromium };
fakeApp.windows = FakeBrowserWindow.getAllWindows;

/** For the harness, not for the app. */
export const double = { app: fakeApp, chromium };

export const app = strict('app', fakeApp);
export const ipcMain = strict('ipcMain', fakeIpcMain);
export const BrowserWindow = strict('BrowserWindow', FakeBrowserWindow);
export const Menu = strict('Menu', FakeMenu);
export const Tray = strict('Tray', FakeTray);
export const Notification = strict('Notification', FakeNotification);
export const globalShortcut = strict('globalShortcut', new FakeGlobalShortcut());
export const screen = strict('screen', new FakeScreen());
export const nativeImage = strict('nativeImage', {
  createFromPath: (path) => imageFrom(path) as unknown as NativeImage,
} satisfies Pick<typeof electronImage, 'createFromPath'>);
export const session = strict('session', { defaultSession: strict('Session', defaultSession) });
export const safeStorage = strict(
  'safeStorage',
  new FakeSafeStorage((process.env['ELECTRON_DOUBLE_STORAGE'] ?? 'available') as StorageMode, () => fakeApp.isReady()),
);
export const powerMonitor = strict('powerMonitor', new FakePowerMonitor());
export const nativeTheme = strict('nativeTheme', new FakeNativeTheme());

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: () => {
    if (fakeApp.isReady()) throw new Error('protocol.registerSchemesAsPrivileged must be called before app is ready');
  },
  handle: (scheme, handler) => void chromium.protocols.set(scheme, handler),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'> & {
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void;
});

/** The controls open nothing, and show the boxes. */
export const shell = strict('shell', {});
export const dialog = strict('dialog', {
  showErrorBox: (title, content) => void chromium.pages.errorBox(`${title}: ${content}`),
} satisfies Pick<Dialog, 'showErrorBox'>);

export const clipboard = strict('clipboard', {
  writeText: (text) => chromium.pages.writeClipboard(text),
  readText: () => chromium.pages.readClipboard(),
} satisfies Pick<Clipboard, 'writeText' | 'readText'>);

/** Packages that import the whole module, such as electron-store, take what they need from here. */
export default strict('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  globalShortcut,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
});
