import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type { Frame, Page } from 'playwright';
import { fromStandIn, toStandIn } from './addresses.ts';
import type { FakeIpcMain } from './ipcMain.ts';
import { contextMenuScript } from './contextMenuScript.ts';
import { noPreloadScript, preloadScript, type PreloadNames } from './preloadScript.ts';
import { strict } from './strict.ts';

const contextMenuBinding = '__electronDoubleContextMenu';

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type Implemented =
  'id' | 'mainFrame' | 'send' | 'getURL' | 'isLoading' | 'isDestroyed' | 'getZoomFactor' | 'setWindowOpenHandler';

/** A page of Chromium as main sees it. */
export class FakeWebContents extends EventEmitter implements Pick<WebContents, Implemented> {
  readonly id: number;
  readonly mainFrame: WebFrameMain;
  readonly #names: PreloadNames = { invoke: '__electronDoubleInvoke', deliver: `__deliver${randomUUID()}` };
  readonly #page: Promise<Page>;
  #shown: Page | null = null;
  #openHandler: WindowOpenHandler | null = null;
  #loading = false;
  /** The address that main itself asked for: going there is not a navigation that a page started. */
  #expected: string | null = null;

  constructor(id: number, page: Promise<Page>) {
    super();
    this.id = id;
    this.#page = page;
    this.mainFrame = strict(
      'WebFrameMain',
      this.#frame(() => this.getURL()),
    );
  }

  /** Connects the page: the preload, its way to main, and the links that would open a window. */
  async prepare(ipcMain: FakeIpcMain, preload: string | null): Promise<void> {
    const page = (this.#shown = await this.#page);
    await page.exposeBinding(this.#names.invoke, ({ frame }, channel: string, args: unknown[]) =>
      ipcMain.invoke(this.#eventFrom(frame, page), channel, args),
    );
    await page.exposeBinding(contextMenuBinding, (_source, spot: object) => void this.emit('context-menu', {}, spot));
    await page.addInitScript(contextMenuScript(contextMenuBinding));
    await page.addInitScript(preload === null ? noPreloadScript(this.#names) : preloadScript(preload, this.#names));
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    session.on('Page.windowOpen', ({ url }) => this.#windowOpened(url));
  }

  async load(url: string): Promise<void> {
    const page = await this.#page;
    this.#loading = true;
    this.#expected = toStandIn(url);
    await page.goto(this.#expected);
    this.#loading = false;
    this.emit('did-finish-load');
  }

  /** Whether the page may go to `url`: asks the listeners as Electron does, unless main sent it there. */
  mayNavigate(url: string, inMainFrame: boolean): boolean {
    if (inMainFrame && this.#expected === url) {
      this.#expected = null;
      return true;
    }
    let allowed = true;
    const details = { url: fromStandIn(url), isMainFrame: inMainFrame, preventDefault: () => (allowed = false) };
    this.emit('will-frame-navigate', details);
    if (inMainFrame) this.emit('will-navigate', details);
    return allowed;
  }

  /** For the harness: runs a function in the page. */
  async evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    const page = await this.#page;
    return (await page.evaluate(run as never, argument)) as R;
  }

  send(channel: string, ...args: unknown[]): void {
    const page = this.#shown;
    if (page === null || page.isClosed()) return;
    const delivery = page.evaluate(
      ({ deliver, channel, args }) => {
        const call = (globalThis as unknown as Record<string, unknown>)[deliver];
        if (typeof call === 'function') call(channel, args);
      },
      { deliver: this.#names.deliver, channel, args: structuredClone(args) },
    );
    // A page that goes away meanwhile does not hear it, as in Electron.
    delivery.catch(() => undefined);
  }

  getURL(): string {
    return fromStandIn(this.#shown?.url() ?? '');
  }

  isLoading(): boolean {
    return this.#loading;
  }

  getZoomFactor(): number {
    return 1;
  }

  isDestroyed(): boolean {
    return this.#shown?.isClosed() ?? false;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  #windowOpened(url: string): void {
    const details = { url: fromStandIn(url), frameName: '', features: '', disposition: 'foreground-tab' as const };
    const answer = this.#openHandler?.({ ...details, referrer: { url: this.getURL(), policy: 'default' } });
    if (answer?.action !== 'deny') throw new Error('The electron double does not implement windows opened by a page.');
  }

  #eventFrom(frame: Frame, page: Page): IpcMainInvokeEvent {
    const senderFrame =
      frame === page.mainFrame()
        ? this.mainFrame
        : strict(
            'WebFrameMain',
            this.#frame(() => fromStandIn(frame.url())),
          );
    const event = { type: 'frame' as const, frameId: 1, processId: this.id, senderFrame, sender: this };
    return strict('IpcMainInvokeEvent', event) as unknown as IpcMainInvokeEvent;
  }

  #frame(url: () => string): WebFrameMain {
    const frame = {
      get url() {
        return url();
      },
    } satisfies Pick<WebFrameMain, 'url'>;
    return frame as WebFrameMain;
  }
}
