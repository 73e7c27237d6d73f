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
import type { doors } from '../e2e/electron-double/doors.ts';
import type { FakeGlobalShortcut, FakeNativeTheme, FakePowerMonitor, FakeScreen } from '../e2e/electron-double/desk.ts';
import type { FakeIpcMain } from '../e2e/electron-double/ipcMain.ts';
import type { FakeMenu } from '../e2e/electron-double/menu.ts';
import type { FakeNotification } from '../e2e/electron-double/notification.ts';
import type { FakeSession } from '../e2e/electron-double/permissions.ts';
import type { FakeSafeStorage } from '../e2e/electron-double/safeStorage.ts';
import type { FakeTray } from '../e2e/electron-double/tray.ts';
import type { FakeWebContents } from '../e2e/electron-double/webContents.ts';

type Door<Name extends keyof typeof doors> = (typeof doors)[Name][number];
/** What the fake offers that Electron has not, but for its doors. */
type Beyond<Fake, Real, Doors = never> = Exclude<keyof Fake, keyof Real | Doors>;

test('the electron double offers nothing that Electron lacks: a test would pass that fails in the real app', () => {
  expectTypeOf<Beyond<FakeApp, App, Door<'app'>>>().toBeNever();
  expectTypeOf<Beyond<FakeBrowserWindow, BrowserWindow, Door<'BrowserWindow'>>>().toBeNever();
  expectTypeOf<Beyond<FakeGlobalShortcut, GlobalShortcut>>().toBeNever();
  expectTypeOf<Beyond<FakeIpcMain, IpcMain, Door<'ipcMain'>>>().toBeNever();
  expectTypeOf<Beyond<FakeMenu, Menu, Door<'Menu'>>>().toBeNever();
  expectTypeOf<Beyond<FakeNativeTheme, NativeTheme>>().toBeNever();
  expectTypeOf<Beyond<FakeNotification, Notification>>().toBeNever();
  expectTypeOf<Beyond<FakePowerMonitor, PowerMonitor>>().toBeNever();
  expectTypeOf<Beyond<FakeSafeStorage, SafeStorage>>().toBeNever();
  expectTypeOf<Beyond<FakeScreen, Screen>>().toBeNever();
  expectTypeOf<Beyond<FakeSession, Session, Door<'Session'>>>().toBeNever();
  expectTypeOf<Beyond<FakeTray, Tray>>().toBeNever();
  expectTypeOf<Beyond<FakeWebContents, WebContents, Door<'WebContents'>>>().toBeNever();
});
