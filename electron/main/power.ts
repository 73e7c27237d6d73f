import type { PowerMonitor } from 'electron';
import type { App } from '../core/app.ts';
import { afterChange, effortOf, type PowerChange, type PowerState } from './powerState.ts';

export interface PowerOptions {
  app: Pick<App, 'setEffort' | 'wake'>;
  powerMonitor: Pick<PowerMonitor, 'on' | 'isOnBatteryPower'>;
}

/** The app rests while the computer sleeps, makes up for it afterwards, and does less while power is short. */
export function followPower({ app, powerMonitor }: PowerOptions): void {
  const onBattery = () => powerMonitor.isOnBatteryPower();
  let state: PowerState = { asleep: false, onBattery: onBattery(), hot: false, slowed: false };
  const tell = () => app.setEffort(effortOf(state));
  const become = (change: PowerChange) => {
    const before = effortOf(state);
    state = afterChange(state, change);
    if (effortOf(state) !== before) tell();
  };
  tell();
  powerMonitor.on('suspend', () => become({ event: 'suspend' }));
  powerMonitor.on('resume', () => {
    become({ event: 'resume', onBattery: onBattery() });
    void app.wake();
  });
  powerMonitor.on('unlock-screen', () => become({ event: 'unlock-screen', onBattery: onBattery() }));
  powerMonitor.on('on-battery', () => become({ event: 'on-battery' }));
  powerMonitor.on('on-ac', () => become({ event: 'on-ac' }));
  powerMonitor.on('thermal-state-change', ({ state: thermal }) =>
    become({ event: 'thermal-state-change', state: thermal }),
  );
  powerMonitor.on('speed-limit-change', ({ limit }) => become({ event: 'speed-limit-change', limit }));
}
