import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents, WebPreferences } from 'electron';
import { fromStandIn, toStandIn } from './addresses.ts';
import { contextMenuScript } from './contextMenuScript.ts';
import type { PageFrame, Pages } from './pages.ts';
import { noPreloadScript, preloadScript, type PreloadNames } from './preloadScript.ts';
import { strict } from './strict.ts';

const contextMenuDoor = '__electronDoubleContextMenu';

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** A page of Chromium as main sees it. */
export class FakeWebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame = frameAt(() => this.getURL());
  readonly #names: PreloadNames = { invoke: '__electronDoubleInvoke', deliver: `__deliver${randomUUID()}` };
  readonly #chromium: { readonly pages: Pages };
  readonly #preferences: WebPreferences;
  #openHandler: WindowOpenHandler | null = null;
  #loading = false;
  #url = '';
  #gone = false;
  /** The address that main itself asked for: going there is not a navigation that a page started. */
  #expected: string | null = null;

  constructor(id: number, chromium: { readonly pages: Pages }, preferences: WebPreferences = {}) {
    super();
    this.id = id;
    this.#chromium = chromium;
    this.#preferences = preferences;
  }

  readonly getURL = () => fromStandIn(this.#url);
  readonly isLoading = () => this.#loading;
  readonly isDestroyed = () => this.#gone;
  readonly getZoomFactor = () => 1;
  readonly getLastWebPreferences = () => this.#preferences;
  readonly executeJavaScript = (code: string) => this.#chromium.pages.evaluate(this.id, code);
  readonly setWindowOpenHandler = (handler: WindowOpenHandler) => void (this.#openHandler = handler);
  /** The page is at another address. */
  readonly moved = (url: string) => void (this.#url = url);
  /** The page is gone. */
  readonly closed = () => void (this.#gone = true);

  /** Opens the page with the preload, its way to main, and the right clicks. */
  open(preload: string | null): Promise<void> {
    const { pages } = this.#chromium;
    const script = preload === null ? noPreloadScript(this.#names) : preloadScript(preload, this.#names);
    const doors = { invoke: this.#names.invoke, contextMenu: contextMenuDoor };
    return pages.open(this.id, doors, [contextMenuScript(contextMenuDoor), script]);
  }

  async load(url: string): Promise<void> {
    this.#loading = true;
    this.#expected = toStandIn(url);
    await this.#chromium.pages.load(this.id, this.#expected);
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

  send(channel: string, ...args: unknown[]): void {
    if (this.#gone) return;
    const delivery = this.#chromium.pages.deliver(this.id, this.#names.deliver, channel, args);
    // A page that goes away meanwhile does not hear it, as in Electron.
    delivery.catch(() => undefined);
  }

  /** The page would open a window: main says what comes of it. */
  openWindow(url: string): void {
    const details = { url: fromStandIn(url), frameName: '', features: '', disposition: 'foreground-tab' as const };
    const answer = this.#openHandler?.({ ...details, referrer: { url: this.getURL(), policy: 'default' } });
    if (answer?.action !== 'deny') throw new Error('The electron double does not implement windows opened by a page.');
  }

  eventFrom(frame: PageFrame): IpcMainInvokeEvent {
    const senderFrame = frame.isMain ? this.mainFrame : frameAt(() => fromStandIn(frame.url));
    const event = { senderFrame, sender: this };
    return strict('IpcMainInvokeEvent', event) as unknown as IpcMainInvokeEvent;
  }
}

function frameAt(url: () => string): WebContents['mainFrame'] {
  const frame = {
    get url() {
      return url();
    },
  };
  return strict('WebFrameMain', frame) as WebContents['mainFrame'];
}
