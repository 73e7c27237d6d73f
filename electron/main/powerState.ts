import type { PowerMonitor } from 'electron';
import type { Effort } from '../core/effort.ts';

/** How the computer is, as far as it matters to what the app does by itself. */
export interface PowerState {
  asleep: boolean;
  onBattery: boolean;
  /** Hot enough that the system asks for less. */
  hot: boolean;
  /** The system lets its processors run at no more than three quarters of their speed. */
  slowed: boolean;
}

type ThermalState = ReturnType<PowerMonitor['getCurrentThermalState']>;

export type PowerChange =
  | { event: 'suspend' }
  /** The battery is asked about then: not every system tells when it comes into use. */
  | { event: 'resume' | 'unlock-screen'; onBattery: boolean }
  | { event: 'on-battery' | 'on-ac' }
  | { event: 'thermal-state-change'; state: ThermalState }
  /** In percent. */
  | { event: 'speed-limit-change'; limit: number };

/** Below this speed, in percent, the machine is taken to be too hot or too low. */
const slowBelow = 75;

export function afterChange(before: PowerState, change: PowerChange): PowerState {
  switch (change.event) {
    case 'suspend':
      return { ...before, asleep: true };
    case 'resume':
    case 'unlock-screen':
      return { ...before, asleep: false, onBattery: change.onBattery };
    case 'on-battery':
      return { ...before, onBattery: true };
    case 'on-ac':
      return { ...before, onBattery: false };
    case 'thermal-state-change':
      return { ...before, hot: change.state === 'serious' || change.state === 'critical' };
    case 'speed-limit-change':
      return { ...before, slowed: change.limit < slowBelow };
  }
}

export function effortOf({ asleep, onBattery, hot, slowed }: PowerState): Effort {
  if (asleep) return 'asleep';
  return onBattery || hot || slowed ? 'saving' : 'full';
}
