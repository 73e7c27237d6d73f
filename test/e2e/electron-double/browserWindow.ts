import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { FakeApp, Windows } from './app.ts';
import type { Chromium } from './chromium.ts';
import { strict } from './strict.ts';
import { FakeWebContents } from './webContents.ts';

interface Deps {
  app: FakeApp;
  chromium: Chromium;
}

/** Which windows there are, in the order in which they were opened. */
export class WindowList implements Windows {
  readonly all = new Map<number, FakeBrowserWindow>();
  readonly deps: Deps;
  #opened = 0;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  nextId(): number {
    return (this.#opened += 1);
  }

  count(): number {
    return this.all.size;
  }

  async closeAll(): Promise<boolean> {
    for (const window of this.all.values()) await window.closeAndWait();
    return this.all.size === 0;
  }
}

/** A window without a screen: it knows whether it would be seen, and its page is one of Chromium's. */
export class FakeBrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: FakeWebContents;
  readonly #list: WindowList;
  readonly #prepared: Promise<void>;
  #bounds: Rectangle;
  #maximized = false;
  #background: string;
  #state = { visible: false, focused: false, minimized: false, destroyed: false };

  constructor(list: WindowList, options: BrowserWindowConstructorOptions = {}) {
    super();
    this.#list = list;
    this.id = list.nextId();
    const { x = 0, y = 0, width = 800, height = 600, backgroundColor = '#ffffff' } = options;
    this.#background = backgroundColor;
    this.#bounds = { x, y, width, height };
    this.webContents = strict('WebContents', new FakeWebContents(this.id, list.deps.chromium, options.webPreferences));
    list.all.set(this.id, this);
    list.deps.app.emit('browser-window-created', {}, this);
    list.deps.app.emit('web-contents-created', {}, this.webContents);
    this.#prepared = this.#prepare(options.webPreferences?.preload);
    if (options.show !== false) this.show();
  }

  #prepare(preload: string | undefined): Promise<void> {
    this.#list.deps.chromium.adopt(this.id, { contents: this.webContents, onClosed: () => this.#closed() });
    return this.webContents.open(preload === undefined ? null : readFileSync(preload, 'utf8'));
  }

  async loadURL(url: string): Promise<void> {
    await this.#prepared;
    await this.#list.deps.chromium.grant(this.webContents, url);
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.#state = { ...this.#state, visible: true };
    this.emit('show');
    this.focus();
  }

  hide(): void {
    this.#blurWith({ visible: false });
  }

  focus(): void {
    if (!this.#state.visible || this.#state.focused) return;
    this.#state = { ...this.#state, focused: true };
    this.emit('focus');
    this.#list.deps.app.emit('browser-window-focus', {}, this);
  }

  isFocused(): boolean {
    return this.#state.focused;
  }

  minimize(): void {
    this.#blurWith({ minimized: true });
  }

  restore(): void {
    this.#state = { ...this.#state, minimized: false };
    this.focus();
  }

  isMinimized(): boolean {
    return this.#state.minimized;
  }

  isVisible(): boolean {
    return this.#state.visible && !this.#state.minimized;
  }

  maximize(): void {
    this.#maximized = true;
    this.emit('maximize');
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  isFullScreen(): boolean {
    return false;
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }

  setBackgroundColor(color: string): void {
    this.#background = color;
  }

  getBackgroundColor(): string {
    return this.#background;
  }

  isDestroyed(): boolean {
    return this.#state.destroyed;
  }

  close(): void {
    void this.closeAndWait();
  }

  /** Resolves when the page is gone, or a listener of `close` has kept it. */
  async closeAndWait(): Promise<void> {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || this.#state.destroyed) return;
    await this.#prepared;
    await this.#list.deps.chromium.pages.close(this.id);
    this.#closed();
  }

  #blurWith(change: Partial<{ visible: boolean; minimized: boolean }>): void {
    this.#state = { ...this.#state, ...change, focused: false };
    this.emit('blur');
  }

  #closed(): void {
    if (this.#state.destroyed) return;
    this.#state = { visible: false, focused: false, minimized: false, destroyed: true };
    this.webContents.closed();
    this.#list.all.delete(this.id);
    this.emit('closed');
    this.#list.deps.app.windowClosed();
  }
}

/** The class that main gets: made by `new` with Electron's options, strict about what is not there. */
export function browserWindowClass(list: WindowList) {
  return class extends FakeBrowserWindow {
    constructor(options?: BrowserWindowConstructorOptions) {
      super(list, options);
      const guarded = strict('BrowserWindow', this);
      list.all.set(this.id, guarded);
      return guarded;
    }

    static getAllWindows(): FakeBrowserWindow[] {
      return [...list.all.values()];
    }
  };
}
