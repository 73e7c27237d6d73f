import type { WebContents } from 'electron';
import { fromStandIn, isStandIn, toStandIn } from './addresses.ts';
import type { FakeIpcMain, InvokeReply } from './ipcMain.ts';
import type { Outcome, PageEvents, PageFrame, PageRequest, Pages } from './pages.ts';
import type { FakeSession } from './permissions.ts';
import type { FakeWebContents } from './webContents.ts';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

interface Window {
  readonly webContents: FakeWebContents;
  pageClosed(): void;
}

/** The Chromium in which the windows are pages: schemes, permissions and pop-ups as main has set them. */
export class Chromium implements PageEvents {
  readonly protocols = new Map<string, ProtocolHandler>();
  readonly #session: FakeSession;
  readonly #ipcMain: FakeIpcMain;
  readonly #windows = new Map<number, Window>();
  #pages: Pages | null = null;

  constructor(session: FakeSession, ipcMain: FakeIpcMain) {
    this.#session = session;
    this.#ipcMain = ipcMain;
  }

  connect(pages: Pages): void {
    this.#pages = pages;
  }

  get pages(): Pages {
    if (this.#pages === null) throw new Error('There is no window before app is ready.');
    return this.#pages;
  }

  adopt(id: number, window: Window): void {
    this.#windows.set(id, window);
  }

  /** Asks main's handlers, and lets Chromium enforce what they say. */
  async grant(contents: FakeWebContents, url: string): Promise<void> {
    const granted = await this.#session.grantedTo(contents as unknown as WebContents, url);
    if (isStandIn(toStandIn(url))) await this.pages.grant(granted, new URL(toStandIn(url)).origin);
  }

  async invoke(window: number, frame: PageFrame, channel: string, args: unknown[]): Promise<InvokeReply> {
    return this.#ipcMain.invoke(this.#contents(window).eventFrom(frame), channel, args);
  }

  async contextMenu(window: number, spot: object): Promise<void> {
    this.#contents(window).emit('context-menu', {}, spot);
  }

  async windowWanted(window: number, url: string): Promise<void> {
    this.#contents(window).openWindow(url);
  }

  async navigated(window: number, url: string): Promise<void> {
    this.#contents(window).moved(url);
  }

  async closed(window: number): Promise<void> {
    this.#windows.get(window)!.pageClosed();
    this.#windows.delete(window);
  }

  async request(request: PageRequest): Promise<Outcome> {
    const { window, url, navigates } = request;
    const adopted = window === null ? undefined : this.#windows.get(window);
    if (navigates !== null && adopted?.webContents.mayNavigate(url, navigates === 'page') === false)
      return { kind: 'abort', reason: 'aborted' };
    if (!this.#session.lets(fromStandIn(url))) return { kind: 'abort', reason: 'blockedbyclient' };
    if (isStandIn(url)) return this.#answer(request);
    // Vite's server while developing; a test reaches nothing else.
    const isLocal = ['localhost', '127.0.0.1'].includes(new URL(url).hostname);
    return isLocal ? { kind: 'continue' } : { kind: 'abort', reason: 'blockedbyclient' };
  }

  #contents(window: number): FakeWebContents {
    return this.#windows.get(window)!.webContents;
  }

  /** What `protocol.handle` was given answers, headers and all. */
  async #answer({ url, method, headers }: PageRequest): Promise<Outcome> {
    const named = fromStandIn(url);
    const handler = this.protocols.get(new URL(named).protocol.slice(0, -1));
    if (!handler) return { kind: 'abort', reason: 'failed' };
    const response = await handler(new Request(named, { method, headers }));
    const body = Buffer.from(await response.arrayBuffer());
    return { kind: 'answer', status: response.status, headers: Object.fromEntries(response.headers), body };
  }
}
