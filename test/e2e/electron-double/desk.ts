import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Display, NativeTheme, PowerMonitor } from 'electron';

/** The keys of all apps: what another program has cannot be had. */
export class FakeGlobalShortcut {
  readonly #taken = new Set((process.env['ELECTRON_DOUBLE_TAKEN_KEYS'] ?? '').split(','));
  readonly #held = new Set<string>();

  register(keys: string, _press: () => void): boolean {
    if (this.#taken.has(keys) || this.#held.has(keys)) return false;
    this.#held.add(keys);
    return true;
  }

  readonly isRegistered = (keys: string) => this.#held.has(keys);
  readonly unregister = (keys: string) => void this.#held.delete(keys);
  readonly unregisterAll = () => this.#held.clear();
}

/** One display. */
export class FakeScreen extends EventEmitter {
  readonly #display: Pick<Display, 'id' | 'workArea'> = { id: 0, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  readonly getAllDisplays = () => [this.#display];
  readonly getPrimaryDisplay = () => this.#display;
}

/** The system is light, unless the controls say otherwise. */
export class FakeNativeTheme extends EventEmitter {
  #source: NativeTheme['themeSource'] = 'system';

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export class FakePowerMonitor extends EventEmitter {
  readonly isOnBatteryPower = () => false;
  readonly getSystemIdleState = (): ReturnType<PowerMonitor['getSystemIdleState']> => 'active';
}

/** An image by its file. */
export function imageFrom(path: string): { isEmpty(): boolean; path: string } {
  return { isEmpty: () => !existsSync(path), path };
}
