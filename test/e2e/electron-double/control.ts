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
  quit(): Promise<void>;
}

/** Between the harness and the process of the double. */
export type ControlCall = { id: number; call: keyof Controls; args: unknown[] };
export type ControlReply = { id: number; value: unknown } | { id: number; error: string };
/** Sent without being asked: main showed an error box. */
export type ControlNews = { errorBox: string };
