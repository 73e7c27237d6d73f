import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { singleInstance } from './singleInstance.ts';

const root = resolve(import.meta.dirname, '../../..');

/** What the app needs of the windows to end as Electron does. */
export interface Windows {
  /** Asks each to close; false when one refused. */
  closeAll(): Promise<boolean>;
  count(): number;
}

/** The life of an Electron app: ready after its main module is through, quit by way of before-quit and will-quit. */
export class FakeApp extends EventEmitter {
  /** Set by the environment variable ELECTRON_DOUBLE_PACKAGED: as if it were installed. */
  readonly isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1';
  readonly #paths = new Map<string, string>([
    ['home', homedir()],
    ['exe', process.execPath],
    ['temp', tmpdir()],
    ['appData', join(tmpdir(), 'electron-double-app-data')],
  ]);
  readonly #ready = Promise.withResolvers<void>();
  readonly #lock = singleInstance((argv, cwd) => this.emit('second-instance', {}, argv, cwd, null));
  #isReady = false;
  #quitting = false;
  #badge = 0;
  #windows: Windows = { closeAll: async () => true, count: () => 0 };

  setWindows(windows: Windows): void {
    this.#windows = windows;
  }

  becomeReady(): void {
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  /** A second instance quits before it is ready. */
  isQuitting(): boolean {
    return this.#quitting;
  }

  /** Electron ends by itself when nobody listens for the last window. */
  windowClosed(): void {
    if (this.#windows.count() > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  getVersion(): string {
    return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  }

  getPreferredSystemLanguages(): string[] {
    return (process.env['ELECTRON_DOUBLE_LANGUAGES'] ?? 'en-US').split(',');
  }

  getAppPath(): string {
    return root;
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`The electron double has no path ${name} unless it is set.`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist.`);
    this.#paths.set(name, path);
  }

  setAppUserModelId(): void {
    // A matter of the Windows task bar.
  }

  setAboutPanelOptions(): void {
    // A box of the system.
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return true;
  }

  getBadgeCount(): number {
    return this.#badge;
  }

  setAsDefaultProtocolClient(): boolean {
    return true;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox must be called before app is ready');
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  requestSingleInstanceLock(): boolean {
    return this.#lock.request(this.getPath('userData'));
  }

  quit(): void {
    void this.#quit();
  }

  exit(code = 0): never {
    this.#lock.release();
    process.exit(code);
  }

  async #quit(): Promise<void> {
    if (!this.#asks('before-quit')) return;
    this.#quitting = true;
    const closed = await this.#windows.closeAll();
    if (!closed || !this.#asks('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    await this.#lock.told();
    this.exit(0);
  }

  /** False when a listener prevents it. */
  #asks(event: 'before-quit' | 'will-quit'): boolean {
    let prevented = false;
    this.emit(event, { preventDefault: () => (prevented = true) });
    return !prevented;
  }
}
