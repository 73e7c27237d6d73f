import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Display, GlobalShortcut, NativeTheme, PowerMonitor, Rectangle, Screen } from 'electron';
import type { Only } from './strict.ts';

/** The keys of all apps: what another program has cannot be had. */
export class FakeGlobalShortcut implements Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll'> {
  static readonly taken: ReadonlySet<string> = new Set((process.env['ELECTRON_DOUBLE_TAKEN_KEYS'] ?? '').split(','));
  static readonly held = new Map<string, () => void>();

  register(keys: string, press: () => void): boolean {
    if (FakeGlobalShortcut.taken.has(keys) || FakeGlobalShortcut.held.has(keys)) return false;
    FakeGlobalShortcut.held.set(keys, press);
    return true;
  }

  unregister(keys: string): void {
    FakeGlobalShortcut.held.delete(keys);
  }

  unregisterAll(): void {
    FakeGlobalShortcut.held.clear();
  }
}

type FakeDisplay = Pick<Display, 'id' | 'workArea'>;

/** One display unless a test says otherwise. */
export class FakeScreen extends EventEmitter {
  static areas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1040 }];

  getAllDisplays(): FakeDisplay[] {
    return FakeScreen.areas.map((workArea, id) => ({ id, workArea }));
  }

  getPrimaryDisplay(): FakeDisplay {
    return this.getAllDisplays()[0]!;
  }
}

/** The system of the double is light until a test says otherwise. */
export class FakeNativeTheme extends EventEmitter {
  static systemIsDark = false;
  #source: NativeTheme['themeSource'] = 'system';

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? FakeNativeTheme.systemIsDark : this.#source === 'dark';
  }
}

export class FakePowerMonitor extends EventEmitter {
  static onBattery = false;

  isOnBatteryPower(): boolean {
    return FakePowerMonitor.onBattery;
  }

  getSystemIdleState(): ReturnType<PowerMonitor['getSystemIdleState']> {
    return 'active';
  }
}

/** An image by its file. */
export function imageFrom(path: string): { isEmpty(): boolean; path: string } {
  return { isEmpty: () => !existsSync(path), path };
}

type Checked = [Only<FakeScreen, Screen>, Only<FakePowerMonitor, PowerMonitor>, Only<FakeNativeTheme, NativeTheme>];
export const [fakeScreen, fakePowerMonitor, fakeNativeTheme]: Checked = [
  new FakeScreen(),
  new FakePowerMonitor(),
  new FakeNativeTheme(),
];
