import type { EventEmitter } from 'node:events';
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
import { expectTypeOf, test } from 'vitest';
import type { FakeApp } from '../e2e/electron-double/app.ts';
import type { FakeBrowserWindow } from '../e2e/electron-double/browserWindow.ts';
import type { FakeGlobalShortcut, FakeNativeTheme, FakePowerMonitor, FakeScreen } from '../e2e/electron-double/desk.ts';
import type { FakeIpcMain } from '../e2e/electron-double/ipcMain.ts';
import type { FakeMenu } from '../e2e/electron-double/menu.ts';
import type { FakeNotification } from '../e2e/electron-double/notification.ts';
import type { FakeSession } from '../e2e/electron-double/permissions.ts';
import type { FakeSafeStorage } from '../e2e/electron-double/safeStorage.ts';
import type { FakeTray } from '../e2e/electron-double/tray.ts';
import type { FakeWebContents } from '../e2e/electron-double/webContents.ts';

type Shared<Fake, Real, Unlike> = Exclude<keyof Fake & keyof Real, keyof EventEmitter | Unlike>;

/**
 * That the fake has nothing that Electron has not, but its doors for the harness, and that what both have is typed
 * alike, but for what is made of other fakes.
 */
type Faithful<Fake, Real, Doors = never, Unlike = never> = [Exclude<keyof Fake, keyof Real | Doors>] extends [never]
  ? Pick<Fake, Shared<Fake, Real, Unlike>> extends Pick<Real, Shared<Fake, Real, Unlike>>
    ? true
    : 'another type'
  : Exclude<keyof Fake, keyof Real | Doors>;

type AppDoors = 'becomeReady' | 'isQuitting' | 'windows' | 'windowClosed';
type PageDoors = 'closed' | 'eventFrom' | 'getLastWebPreferences' | 'load' | 'mayNavigate' | 'moved' | 'open';

test('the electron double offers nothing that Electron lacks: a test would pass that fails in the real app', () => {
  expectTypeOf<Faithful<FakeApp, App, AppDoors>>().toEqualTypeOf<true>();
  expectTypeOf<
    Faithful<FakeBrowserWindow, BrowserWindow, 'closeAndWait' | 'pageClosed', 'webContents'>
  >().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeGlobalShortcut, GlobalShortcut>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeIpcMain, IpcMain, 'invoke'>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeMenu, Menu, never, 'items'>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeNativeTheme, NativeTheme>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeNotification, Notification>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakePowerMonitor, PowerMonitor>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeSafeStorage, SafeStorage>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeScreen, Screen, never, keyof FakeScreen>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeSession, Session, 'grantedTo' | 'lets'>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeTray, Tray, never, 'setContextMenu'>>().toEqualTypeOf<true>();
  expectTypeOf<Faithful<FakeWebContents, WebContents, PageDoors | 'openWindow'>>().toEqualTypeOf<true>();
});
