import type { PowerMonitor } from 'electron';

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

/** A message box as the person saw it. */
export interface ShownBox {
  message: string;
  detail: string;
  buttons: string[];
  checkbox: string | null;
  /** Whether it hangs on a window. */
  onWindow: boolean;
  /** The button that was clicked; null while the box is open, or when the app itself took it away. */
  answer: string | null;
}

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line of a menu as the person sees it; separators are left out. */
export interface ShownItem {
  label: string;
  role: string | null;
  accelerator: string | null;
  enabled: boolean;
  /** Of a check box; null for anything else. */
  checked: boolean | null;
  items: ShownItem[];
}

/** What a test can see and do of the desktop beyond its page; the double and real Electron both offer it. */
export interface Controls {
  notifications(): Promise<{ title: string; body: string }[]>;
  /** Clicks the notification with this index, oldest first. */
  clickNotification(index: number): Promise<void>;
  readClipboard(): Promise<string>;
  /** Addresses that were handed to the person's own browser. */
  openedExternally(): Promise<string[]>;
  windows(): Promise<{ visible: boolean; minimized: boolean; focused: boolean }[]>;
  /** The person turns to another app. */
  minimize(): Promise<void>;
  /** Opens a window with the app's preload at an address, makes one request from there and closes it again. */
  requestFrom(url: string, name: string, input: unknown): Promise<unknown>;
  /** With what the app opened its window. */
  webPreferences(): Promise<Record<string, unknown>>;
  /** What the app has the system's own colours follow. */
  themeSource(): Promise<'system' | 'light' | 'dark'>;
  /** Every message box since the start, oldest first. */
  messageBoxes(): Promise<ShownBox[]>;
  /** The message box that is open, as soon as there is one. */
  openedBox(): Promise<ShownBox>;
  /** Clicks a button of the box that is open; rejects when there is no such box or button. */
  answerBox(button: string, options?: { check: boolean }): Promise<void>;
  /** Clicks this button on the box that is open and on all to come, Cancel on those that do not have it. */
  answerAllBoxes(button: string): Promise<void>;
  /** The menu bar. */
  menu(): Promise<ShownItem[]>;
  /** Clicks the item at the end of a path of labels in the menu bar. */
  clickMenu(path: string[]): Promise<void>;
  /** Every right-click menu that has popped up, oldest first. */
  contextMenus(): Promise<ShownItem[][]>;
  /** Chooses from the one that popped up last; null closes it. */
  chooseContext(label: string | null): Promise<void>;
  /** The system hands over a link as macOS does. */
  openUrl(url: string): Promise<void>;
  /** Closes the window as its close button does. */
  closeWindow(): Promise<void>;
  /** The menu of the tray. */
  tray(): Promise<ShownItem[]>;
  clickTray(label: string): Promise<void>;
  trayTip(): Promise<string>;
  /** The count on the app's icon; 0 where there is none. */
  badge(): Promise<number>;
  /** Presses keys that the app has registered for all apps; false when it has not. */
  pressGlobal(keys: string): Promise<boolean>;
  /** Where the window is while it is not maximised, and whether it is. */
  place(): Promise<{ bounds: Bounds; maximized: boolean }>;
  moveWindow(bounds: Bounds): Promise<void>;
  /** The computer falls asleep, or wakes up; the screen is locked, or unlocked. */
  power(event: PowerEvent): Promise<void>;
  /** From now on the system has these displays, of which the first is the primary one. */
  setDisplays(areas: Bounds[]): Promise<void>;
  /** The system turns dark, or light. */
  setSystemDark(dark: boolean): Promise<void>;
  /** The colour behind the page. */
  background(): Promise<string>;
  /** The system announces that it shuts down. */
  shutDown(): Promise<void>;
  /** Quits as the menu does; resolves at once, whatever the app makes of it. */
  quit(): Promise<void>;
}
