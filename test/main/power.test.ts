import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { Effort } from '../../electron/core/effort.ts';
import { followPower, type PowerOptions } from '../../electron/main/power.ts';
import { afterChange, effortOf, type PowerChange, type PowerState } from '../../electron/main/powerState.ts';

const plugged: PowerState = { asleep: false, onBattery: false, hot: false, slowed: false };
const after = (...changes: PowerChange[]) => effortOf(changes.reduce(afterChange, plugged));

describe('how hard the app works', () => {
  test.each<[Effort, string, PowerChange[]]>([
    ['full', 'on mains', []],
    ['saving', 'on battery', [{ event: 'on-battery' }]],
    ['full', 'back on mains', [{ event: 'on-battery' }, { event: 'on-ac' }]],
    ['saving', 'when the machine is hot', [{ event: 'thermal-state-change', state: 'serious' }]],
    ['full', 'when it is a little warm', [{ event: 'thermal-state-change', state: 'fair' }]],
    ['saving', 'when the system slows its processors', [{ event: 'speed-limit-change', limit: 50 }]],
    ['full', 'when it slows them a little', [{ event: 'speed-limit-change', limit: 90 }]],
    ['asleep', 'before a sleep', [{ event: 'on-battery' }, { event: 'suspend' }]],
    ['full', 'after a sleep', [{ event: 'suspend' }, { event: 'resume', onBattery: false }]],
    [
      'saving',
      'after a sleep in which the plug was pulled',
      [{ event: 'suspend' }, { event: 'resume', onBattery: true }],
    ],
    ['saving', 'after the screen was unlocked on battery', [{ event: 'unlock-screen', onBattery: true }]],
  ])('%s %s', (effort, _when, changes) => {
    expect(after(...changes)).toBe(effort);
  });

  test('is told once for each change, and what was missed in a sleep is made up for', () => {
    const told: (Effort | 'wake')[] = [];
    const powerMonitor = Object.assign(new EventEmitter(), { isOnBatteryPower: () => false });
    const app = { setEffort: (effort: Effort) => void told.push(effort), wake: async () => void told.push('wake') };
    followPower({ app, powerMonitor: powerMonitor as unknown as PowerOptions['powerMonitor'] });
    for (const event of ['on-ac', 'on-battery', 'on-battery', 'suspend', 'resume']) powerMonitor.emit(event);
    powerMonitor.emit('thermal-state-change', { state: 'critical' });
    powerMonitor.emit('speed-limit-change', { limit: 40 });
    expect(told).toEqual(['full', 'saving', 'asleep', 'full', 'wake', 'saving']);
  });
});
