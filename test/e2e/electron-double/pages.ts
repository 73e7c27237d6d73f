import type { InvokeReply } from './ipcMain.ts';

/*
 * The pages of the double are in Chromium, and whoever runs the test drives that; the double itself has no browser. Each
 * goes by the id of its window.
 */

/** Names on a page's global object: each is taken off it before any script of the page runs. */
export interface PageDoors {
  invoke: string;
  contextMenu: string;
}

/** What the double has done. */
export interface Pages {
  /** A blank page, which runs these scripts, in order, before any of its own. */
  open(window: number, doors: PageDoors, scripts: string[]): Promise<void>;
  /** Resolves when the page has loaded. */
  load(window: number, url: string): Promise<void>;
  /** Calls the function of this name on the page's global object with what main sends, if the page has it. */
  deliver(window: number, name: string, channel: string, args: unknown[]): Promise<void>;
  evaluate(window: number, code: string): Promise<unknown>;
  close(window: number): Promise<void>;
  /** Pages of the origin have these permissions and no others. */
  grant(permissions: string[], origin: string): Promise<void>;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Main has shown a box that tells of an error. */
  errorBox(text: string): Promise<void>;
}

export interface PageFrame {
  isMain: boolean;
  url: string;
}

export interface PageRequest {
  /** null for a page that is none of the double's. */
  window: number | null;
  url: string;
  method: string;
  headers: Record<string, string>;
  /** What would show another page, if it is more than a part of one. */
  navigates: 'page' | 'frame' | null;
}

export type Outcome =
  | { kind: 'abort'; reason: string }
  | { kind: 'continue' }
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: Uint8Array };

/** What the double is told of, and asked. */
export interface PageEvents {
  invoke(window: number, frame: PageFrame, channel: string, args: unknown[]): Promise<InvokeReply>;
  contextMenu(window: number, spot: object): Promise<void>;
  /** The page would open a window. */
  windowWanted(window: number, url: string): Promise<void>;
  navigated(window: number, url: string): Promise<void>;
  closed(window: number): Promise<void>;
  request(request: PageRequest): Promise<Outcome>;
}
