import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { PowerMode } from '../../electron/core/powerMode.ts';
import { followPower, type PowerOptions } from '../../electron/main/power.ts';

type Told = [event: string, details?: object];

/** What the app is told while a computer on mains goes through this; `onBattery` is what it says when asked. */
function told(events: Told[], onBattery = false): (PowerMode | 'wake')[] {
  const heard: (PowerMode | 'wake')[] = [];
  let asked = false;
  const powerMonitor = Object.assign(new EventEmitter(), { isOnBatteryPower: () => asked });
  const app = {
    setPowerMode: (powerMode: PowerMode) => void heard.push(powerMode),
    wake: async () => void heard.push('wake'),
  };
  followPower({ app, powerMonitor: powerMonitor as unknown as PowerOptions['powerMonitor'] });
  asked = onBattery;
  for (const [event, details] of events) powerMonitor.emit(event, details);
  return heard;
}

describe('how hard the app works', () => {
  test.each<[PowerMode, string, Told[], boolean?]>([
    ['full', 'on mains', []],
    ['saving', 'on battery', [['on-battery']]],
    ['full', 'back on mains', [['on-battery'], ['on-ac']]],
    ['saving', 'when the machine is hot', [['thermal-state-change', { state: 'serious' }]]],
    ['full', 'when it is a little warm', [['thermal-state-change', { state: 'fair' }]]],
    ['saving', 'when the system slows its processors', [['speed-limit-change', { limit: 50 }]]],
    ['full', 'when it slows them a little', [['speed-limit-change', { limit: 90 }]]],
    ['asleep', 'before a sleep', [['on-battery'], ['suspend']]],
    ['full', 'after a sleep', [['suspend'], ['resume']]],
    ['saving', 'after a sleep in which the plug was pulled', [['suspend'], ['resume']], true],
    ['saving', 'after the screen was unlocked on battery', [['unlock-screen']], true],
  ])('%s %s', (powerMode, _when, events, onBattery) => {
    expect(told(events, onBattery).findLast((heard) => heard !== 'wake')).toBe(powerMode);
  });

  test('is told once for each change, and what was missed in a sleep is made up for', () => {
    const events: Told[] = [['on-ac'], ['on-battery'], ['on-battery'], ['suspend'], ['resume']];
    const hot: Told[] = [
      ['thermal-state-change', { state: 'critical' }],
      ['speed-limit-change', { limit: 40 }],
    ];
    expect(told([...events, ...hot])).toEqual(['full', 'saving', 'asleep', 'full', 'wake', 'saving']);
  });
});
