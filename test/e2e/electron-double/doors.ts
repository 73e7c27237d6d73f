import type {
  App,
  BrowserWindow,
  GlobalShortcut,
  IpcMain,
  Menu,
  NativeTheme,
  Notification,
  PowerMonitor,
  SafeStorage,
  Screen,
  Session,
  Tray,
  WebContents,
} from 'electron';
import type { FakeApp } from './app.ts';
import type { FakeBrowserWindow } from './browserWindow.ts';
import type { FakeGlobalShortcut, FakeNativeTheme, FakePowerMonitor, FakeScreen } from './desk.ts';
import type { FakeIpcMain } from './ipcMain.ts';
import type { FakeMenu } from './menu.ts';
import type { FakeNotification } from './notification.ts';
import type { FakeSession } from './permissions.ts';
import type { FakeSafeStorage } from './safeStorage.ts';
import type { FakeTray } from './tray.ts';
import type { FakeWebContents } from './webContents.ts';

/** What the double has beside Electron's API, for the harness to go through; main cannot, as Electron's types have none of it. */
export const doors = {
  app: ['badge', 'becomeReady', 'isQuitting', 'setWindows', 'windowClosed'],
  BrowserWindow: ['closeAndWait', 'webPreferences'],
  Session: ['grantedTo', 'lets'],
  WebContents: ['ask', 'closed', 'eventFrom', 'load', 'mayNavigate', 'moved', 'open', 'openWindow'],
  ipcMain: ['invoke'],
  Menu: ['leave'],
  Tray: ['seen', 'shown'],
} as const;

type Door<Name extends keyof typeof doors> = (typeof doors)[Name][number];
/** True, if Electron has all that the fake offers, but for its doors; else what it has not. */
type Within<Fake, Real, Doors = never> = [Exclude<keyof Fake, keyof Real | Doors>] extends [never]
  ? true
  : Exclude<keyof Fake, keyof Real | Doors>;

/**
 * Does not compile when the double offers what Electron lacks: a test would pass that fails in the real app.
 *
 * @public Nobody imports it: its type says it all.
 */
export const withinElectron = {
  app: true,
  BrowserWindow: true,
  globalShortcut: true,
  ipcMain: true,
  Menu: true,
  nativeTheme: true,
  Notification: true,
  powerMonitor: true,
  safeStorage: true,
  screen: true,
  Session: true,
  Tray: true,
  WebContents: true,
} satisfies {
  app: Within<FakeApp, App, Door<'app'>>;
  BrowserWindow: Within<FakeBrowserWindow, BrowserWindow, Door<'BrowserWindow'>>;
  globalShortcut: Within<FakeGlobalShortcut, GlobalShortcut>;
  ipcMain: Within<FakeIpcMain, IpcMain, Door<'ipcMain'>>;
  Menu: Within<FakeMenu, Menu, Door<'Menu'>>;
  nativeTheme: Within<FakeNativeTheme, NativeTheme>;
  Notification: Within<FakeNotification, Notification>;
  powerMonitor: Within<FakePowerMonitor, PowerMonitor>;
  safeStorage: Within<FakeSafeStorage, SafeStorage>;
  screen: Within<FakeScreen, Screen>;
  Session: Within<FakeSession, Session, Door<'Session'>>;
  Tray: Within<FakeTray, Tray>;
  WebContents: Within<FakeWebContents, WebContents, Door<'WebContents'>>;
};
