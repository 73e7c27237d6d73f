import type { WebContents } from 'electron';
import { chromium, type BrowserContext, type Page, type Request as PageRequest, type Route } from 'playwright';
import { fromStandIn, isStandIn, toStandIn } from './addresses.ts';
import type { FakeSession } from './permissions.ts';
import type { FakeWebContents } from './webContents.ts';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** The page that stands for the clipboard of the system. */
const clipboardUrl = toStandIn('double://clipboard/');

/** The Chromium in which the windows are pages: schemes, permissions and pop-ups as main has set them. */
export class Chromium {
  readonly protocols = new Map<string, ProtocolHandler>();
  readonly #session: FakeSession;
  readonly #contents = new Map<Page, FakeWebContents>();
  #connected: BrowserContext | null = null;
  #opening = 0;
  #clipboard: Promise<Page> | null = null;

  constructor(session: FakeSession) {
    this.#session = session;
  }

  async connect(endpoint: string): Promise<void> {
    const browser = await chromium.connectOverCDP(endpoint);
    const context = (this.#connected = browser.contexts()[0]!);
    await context.route('**/*', (route) => this.#route(route));
    context.on('page', (page) => void this.#closePopup(page));
  }

  get #context(): BrowserContext {
    if (this.#connected === null) throw new Error('There is no window before app is ready.');
    return this.#connected;
  }

  async newPage(): Promise<Page> {
    this.#opening += 1;
    try {
      return await this.#context.newPage();
    } finally {
      this.#opening -= 1;
    }
  }

  adopt(page: Page, contents: FakeWebContents): void {
    this.#contents.set(page, contents);
    page.once('close', () => this.#contents.delete(page));
  }

  /** Asks main's handlers, and lets Chromium enforce what they say. */
  async grant(contents: FakeWebContents, url: string): Promise<void> {
    const granted = await this.#session.grantedTo(contents as unknown as WebContents, url);
    if (isStandIn(toStandIn(url)))
      await this.#context.grantPermissions(granted, { origin: new URL(toStandIn(url)).origin });
  }

  /** A page of an origin of its own, so that the app's page gets no permission more than it should have. */
  clipboard(): Promise<Page> {
    this.#clipboard ??= this.newPage().then(async (page) => {
      await this.#context.grantPermissions(['clipboard-read', 'clipboard-write'], {
        origin: new URL(clipboardUrl).origin,
      });
      await page.goto(clipboardUrl);
      return page;
    });
    return this.#clipboard;
  }

  async #route(route: Route): Promise<void> {
    const request = route.request();
    if (!this.#mayGo(request)) return route.abort('aborted');
    if (request.url() === clipboardUrl)
      return route.fulfill({ contentType: 'text/html', body: '<title>Clipboard</title>' });
    if (!this.#session.lets(fromStandIn(request.url()))) return route.abort('blockedbyclient');
    if (isStandIn(request.url())) return this.#answer(route);
    const { hostname } = new URL(request.url());
    // Vite's server while developing; a test reaches nothing else.
    return hostname === 'localhost' || hostname === '127.0.0.1' ? route.continue() : route.abort('blockedbyclient');
  }

  #mayGo(request: PageRequest): boolean {
    if (!request.isNavigationRequest()) return true;
    const frame = frameOf(request);
    const contents = frame && this.#contents.get(frame.page());
    return contents ? contents.mayNavigate(request.url(), frame.parentFrame() === null) : true;
  }

  /** What `protocol.handle` was given answers, headers and all. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = fromStandIn(request.url());
    const handler = this.protocols.get(new URL(url).protocol.slice(0, -1));
    if (!handler) return route.abort('failed');
    const response = await handler(new Request(url, { method: request.method(), headers: await request.allHeaders() }));
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }

  /** Main denies every window that a page opens; whoever drives the browser from outside opens blank pages. */
  async #closePopup(page: Page): Promise<void> {
    if (this.#opening > 0 || this.#contents.has(page)) return;
    if ((await page.opener()) !== null) await page.close();
  }
}

/** null for a window so new that it has no frame yet. */
function frameOf(request: PageRequest) {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
