import type { PowerMonitor } from 'electron';
import type { App } from '../core/app.ts';
import type { PowerMode } from '../core/powerMode.ts';

export interface PowerOptions {
  app: Pick<App, 'setPowerMode' | 'wake'>;
  powerMonitor: Pick<PowerMonitor, 'on' | 'isOnBatteryPower'>;
}

/** The state of the computer, as far as it matters to what the app does unasked. */
interface PowerState {
  asleep: boolean;
  onBattery: boolean;
  /** The system is hot enough to ask for less. */
  hot: boolean;
  /** The system slows its processors, because the machine is hot or the battery low. */
  slowed: boolean;
}

/** Percent of full speed. */
const slowBelow = 75;

/** The app rests while the computer sleeps and catches up afterwards. It does less while power is short. */
export function followPower({ app, powerMonitor }: PowerOptions): void {
  const state: PowerState = {
    asleep: false,
    onBattery: powerMonitor.isOnBatteryPower(),
    hot: false,
    slowed: false,
  };
  let powerMode = powerModeOf(state);
  const change = (patch: Partial<PowerState>) => {
    const next = powerModeOf(Object.assign(state, patch));
    if (next !== powerMode) app.setPowerMode((powerMode = next));
  };
  // Not every system says when the battery comes into use, so it is asked again here.
  const awake = () => change({ asleep: false, onBattery: powerMonitor.isOnBatteryPower() });
  app.setPowerMode(powerMode);
  powerMonitor.on('suspend', () => change({ asleep: true }));
  powerMonitor.on('resume', () => {
    awake();
    void app.wake();
  });
  powerMonitor.on('unlock-screen', awake);
  powerMonitor.on('on-battery', () => change({ onBattery: true }));
  powerMonitor.on('on-ac', () => change({ onBattery: false }));
  powerMonitor.on('thermal-state-change', ({ state }) => change({ hot: state === 'serious' || state === 'critical' }));
  powerMonitor.on('speed-limit-change', ({ limit }) => change({ slowed: limit < slowBelow }));
}

function powerModeOf({ asleep, onBattery, hot, slowed }: PowerState): PowerMode {
  if (asleep) return 'asleep';
  return onBattery || hot || slowed ? 'saving' : 'full';
}

/** Tells whether the screen is locked. macOS and Windows send events; elsewhere the system is asked. */
export function watchLock(powerMonitor: Pick<PowerMonitor, 'on' | 'getSystemIdleState'>): () => boolean {
  let locked = false;
  powerMonitor.on('lock-screen', () => (locked = true));
  powerMonitor.on('unlock-screen', () => (locked = false));
  return () => locked || powerMonitor.getSystemIdleState(60) === 'locked';
}
