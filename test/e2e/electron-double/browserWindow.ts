import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { FakeApp } from './app.ts';
import type { Chromium } from './chromium.ts';
import { strict } from './strict.ts';
import { FakeWebContents } from './webContents.ts';

/** A window without a screen: it knows whether it would be seen, and its page is one of Chromium's. */
export class FakeBrowserWindow extends EventEmitter {
  static home: { app: FakeApp; chromium: Chromium };
  /** In the order in which they were opened. */
  static readonly #all = new Map<number, FakeBrowserWindow>();
  static #opened = 0;
  static readonly getAllWindows = (): FakeBrowserWindow[] => [...this.#all.values()];

  readonly id = (FakeBrowserWindow.#opened += 1);
  readonly webContents: FakeWebContents;
  readonly #prepared: Promise<void>;
  #bounds: Rectangle;
  #maximized = false;
  #background: string;
  #state = { visible: false, focused: false, minimized: false, destroyed: false };

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { app, chromium } = FakeBrowserWindow.home;
    const { x = 0, y = 0, width = 800, height = 600, backgroundColor = '#ffffff', webPreferences } = options;
    this.#background = backgroundColor;
    this.#bounds = { x, y, width, height };
    this.webContents = strict('WebContents', new FakeWebContents(this.id, chromium, webPreferences));
    const guarded = strict('BrowserWindow', this);
    FakeBrowserWindow.#all.set(this.id, guarded);
    app.emit('browser-window-created', {}, guarded);
    app.emit('web-contents-created', {}, this.webContents);
    chromium.adopt(this.id, this);
    const preload = webPreferences?.preload;
    this.#prepared = this.webContents.open(preload === undefined ? null : readFileSync(preload, 'utf8'));
    if (options.show !== false) this.show();
    return guarded;
  }

  readonly isVisible = () => this.#state.visible && !this.#state.minimized;
  readonly isFocused = () => this.#state.focused;
  readonly isMinimized = () => this.#state.minimized;
  readonly isDestroyed = () => this.#state.destroyed;
  readonly isMaximized = () => this.#maximized;
  readonly isFullScreen = () => false;
  readonly getNormalBounds = () => ({ ...this.#bounds });
  readonly getBackgroundColor = () => this.#background;
  readonly setBackgroundColor = (color: string) => void (this.#background = color);
  readonly hide = () => this.#blurWith({ visible: false });
  readonly minimize = () => this.#blurWith({ minimized: true });
  readonly close = () => void this.closeAndWait();

  async loadURL(url: string): Promise<void> {
    await this.#prepared;
    await FakeBrowserWindow.home.chromium.grant(this.webContents, url);
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.#state = { ...this.#state, visible: true };
    this.emit('show');
    this.focus();
  }

  focus(): void {
    if (!this.#state.visible || this.#state.focused) return;
    this.#state = { ...this.#state, focused: true };
    this.emit('focus');
    FakeBrowserWindow.home.app.emit('browser-window-focus', {}, this);
  }

  restore(): void {
    this.#state = { ...this.#state, minimized: false };
    this.focus();
  }

  maximize(): void {
    this.#maximized = true;
    this.emit('maximize');
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }

  /** Resolves when the page is gone, or a listener of `close` has kept it. */
  async closeAndWait(): Promise<void> {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || this.#state.destroyed) return;
    await this.#prepared;
    await FakeBrowserWindow.home.chromium.pages.close(this.id);
    this.pageClosed();
  }

  pageClosed(): void {
    if (this.#state.destroyed) return;
    this.#state = { visible: false, focused: false, minimized: false, destroyed: true };
    this.webContents.closed();
    FakeBrowserWindow.#all.delete(this.id);
    this.emit('closed');
    FakeBrowserWindow.home.app.windowClosed();
  }

  #blurWith(change: Partial<{ visible: boolean; minimized: boolean }>): void {
    this.#state = { ...this.#state, ...change, focused: false };
    this.emit('blur');
  }
}
