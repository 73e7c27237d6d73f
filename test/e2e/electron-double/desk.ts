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

  isRegistered(keys: string): boolean {
    return this.#held.has(keys);
  }

  unregister(keys: string): void {
    this.#held.delete(keys);
  }

  unregisterAll(): void {
    this.#held.clear();
  }
}

type FakeDisplay = Pick<Display, 'id' | 'workArea'>;

/** One display, unless the controls say otherwise. */
export class FakeScreen extends EventEmitter {
  getAllDisplays(): FakeDisplay[] {
    return [{ id: 0, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  }

  getPrimaryDisplay(): FakeDisplay {
    return this.getAllDisplays()[0]!;
  }
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
  isOnBatteryPower(): boolean {
    return false;
  }

  getSystemIdleState(): ReturnType<PowerMonitor['getSystemIdleState']> {
    return 'active';
  }
}

/** An image by its file. */
export function imageFrom(path: string): { isEmpty(): boolean; path: string } {
  return { isEmpty: () => !existsSync(path), path };
}
