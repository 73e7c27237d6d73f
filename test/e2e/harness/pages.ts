import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from 'playwright';
import type { PageDoors, PageEvents, PageFrame, Pages } from '../electron-double/pages.ts';
import type { Clipboard } from './clipboard.ts';

/** The pages of one start of the double. They have their own context, so that nothing they leave behind remains. */
export class ContextPages implements Pages {
  /** The page of the first window, once it has loaded. */
  readonly first: Promise<Page>;
  /** The texts of all error boxes. */
  readonly errorBoxes: string[] = [];
  readonly #context: BrowserContext;
  readonly #clipboard: Clipboard;
  readonly #events: () => PageEvents;
  readonly #pages = new Map<number, Page>();
  readonly #loaded = Promise.withResolvers<Page>();

  constructor(context: BrowserContext, clipboard: Clipboard, events: () => PageEvents) {
    this.#context = context;
    this.#clipboard = clipboard;
    this.#events = events;
    this.first = this.#loaded.promise;
  }

  readonly evaluate = (window: number, code: string): Promise<unknown> => this.#page(window).evaluate(code);
  readonly close = (window: number) => this.#page(window).close();
  readonly grant = (permissions: string[], origin: string) => this.#context.grantPermissions(permissions, { origin });
  readonly readClipboard = () => this.#clipboard.read();
  readonly writeClipboard = (text: string) => this.#clipboard.write(text);
  readonly errorBox = async (text: string) => void this.errorBoxes.push(text);

  /** Routes every request of the pages through the double. */
  async watch(): Promise<void> {
    // A page opened by another page is one that main has denied. The test itself may open others.
    this.#context.on('page', (page) => void page.opener().then((opener) => opener && page.close()));
    await this.#context.route('**/*', (route) => this.#route(route).catch(() => undefined));
  }

  async open(window: number, doors: PageDoors, scripts: string[]): Promise<void> {
    const page = await this.#context.newPage();
    this.#pages.set(window, page);
    page.once('close', () => this.#tell((events) => events.closed(window)));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#tell((events) => events.navigated(window, page.url()));
    });
    await page.exposeBinding(doors.invoke, ({ frame }, channel: string, args: unknown[]) =>
      this.#events().invoke(window, seen(frame), channel, args),
    );
    await page.exposeBinding(doors.contextMenu, (_source, spot: object) =>
      this.#tell((events) => events.contextMenu(window, spot)),
    );
    for (const script of scripts) await page.addInitScript(script);
    const session = await this.#context.newCDPSession(page);
    session.on('Page.windowOpen', ({ url }) => this.#tell((events) => events.windowWanted(window, url)));
    await session.send('Page.enable');
  }

  async load(window: number, url: string): Promise<void> {
    const page = this.#page(window);
    await page.goto(url);
    this.#loaded.resolve(page);
  }

  deliver(window: number, name: string, channel: string, args: unknown[]): Promise<void> {
    return this.#page(window).evaluate(
      ([name, channel, args]) => {
        const call = (globalThis as unknown as Record<string, unknown>)[name];
        if (typeof call === 'function') call(channel, args);
      },
      [name, channel, args] as const,
    );
  }

  #page(window: number): Page {
    return this.#pages.get(window)!;
  }

  /** After the double has ended, nobody listens. */
  #tell(news: (events: PageEvents) => Promise<void>): void {
    news(this.#events()).catch(() => undefined);
  }

  async #route(route: Route): Promise<void> {
    const request = route.request();
    const page = frameOf(request)?.page();
    const [window = null] = [...this.#pages].find(([, one]) => one === page) ?? [];
    const outcome = await this.#events().request({
      window,
      url: request.url(),
      method: request.method(),
      headers: await request.allHeaders(),
      navigates: navigation(request),
    });
    if (outcome.kind === 'abort') await route.abort(outcome.reason);
    else if (outcome.kind === 'continue') await route.continue();
    else await route.fulfill({ ...outcome, body: Buffer.from(outcome.body) });
  }
}

function navigation(request: PageRequest): 'page' | 'frame' | null {
  if (!request.isNavigationRequest()) return null;
  return frameOf(request)?.parentFrame() ? 'frame' : 'page';
}

function seen(frame: Frame): PageFrame {
  return { isMain: frame.parentFrame() === null, url: frame.url() };
}

/** null for a window so new that it has no frame yet. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
