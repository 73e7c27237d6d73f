import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SingleInstance } from './singleInstance.ts';

const root = resolve(import.meta.dirname, '../../..');

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
  readonly #lock = new SingleInstance((argv, cwd) => this.emit('second-instance', {}, argv, cwd, null));
  #isReady = false;
  #quitting = false;
  #badge = 0;
  /** Those that are open, for the app to end as Electron does. */
  windows: () => { closeAndWait(): Promise<void> }[] = () => [];

  readonly isReady = () => this.#isReady;
  /** A second instance quits before it is ready. */
  readonly isQuitting = () => this.#quitting;
  readonly whenReady = () => this.#ready.promise;
  readonly getPreferredSystemLanguages = () => (process.env['ELECTRON_DOUBLE_LANGUAGES'] ?? 'en-US').split(',');
  readonly getAppPath = () => root;
  readonly getBadgeCount = () => this.#badge;
  /** A matter of the Windows task bar. */
  readonly setAppUserModelId = () => undefined;
  /** A box of the system. */
  readonly setAboutPanelOptions = () => undefined;
  readonly setAsDefaultProtocolClient = () => true;
  readonly requestSingleInstanceLock = () => this.#lock.request(this.getPath('userData'));
  readonly quit = () => void this.#quit();

  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  /** Electron ends by itself when nobody listens for the last window. */
  windowClosed(): void {
    if (this.windows().length > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  getVersion(): string {
    return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
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

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return true;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox must be called before app is ready');
  }

  exit(code = 0): never {
    this.#lock.release();
    process.exit(code);
  }

  async #quit(): Promise<void> {
    if (!this.#asks('before-quit')) return;
    this.#quitting = true;
    for (const window of this.windows()) await window.closeAndWait();
    if (this.windows().length > 0 || !this.#asks('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    this.exit(0);
  }

  /** False when a listener prevents it. */
  #asks(event: 'before-quit' | 'will-quit'): boolean {
    let prevented = false;
    this.emit(event, { preventDefault: () => (prevented = true) });
    return !prevented;
  }
}
