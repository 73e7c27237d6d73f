import { describe, expect, it } from 'vitest';
import { FrameBridge } from '../../renderer/frameBridge.ts';
import type { HostBridge } from '../../electron/contract/hostBridge.ts';
import { exampleState } from '../fakes/appState.ts';
import { installFakeBridge } from '../fakes/fakeBridge.ts';

function start() {
  const fake = installFakeBridge(exampleState());
  const bridge: HostBridge = { ...fake, status: () => 'open', onStatus: () => () => undefined };
  const frames: (() => void)[] = [];
  const pauses: number[] = [];
  const told: string[] = [];
  const inFrames = new FrameBridge(bridge, (run, afterMs) => {
    pauses.push(afterMs);
    frames.push(run);
  });
  inFrames.subscribe('reveal', ({ leaseId }) => told.push(leaseId));
  inFrames.subscribe('command', ({ name }) => told.push(name));
  return {
    inFrames,
    told,
    happen: (...ids: string[]) => ids.forEach((leaseId) => fake.emit('reveal', { leaseId })),
    command: () => fake.emit('command', { name: 'newNumber' }),
    frame: () => frames.splice(0).forEach((run) => run()),
    waiting: () => frames.length,
    pauses,
  };
}

describe('the events of a frame', () => {
  it('are passed on at once for the first, and together for those that follow, in their order', () => {
    const { told, happen, command, frame } = start();
    happen('a');
    expect(told).toEqual(['a']);
    happen('b');
    command();
    happen('c');
    expect(told).toEqual(['a']);
    frame();
    expect(told).toEqual(['a', 'b', 'newNumber', 'c']);
    happen('d');
    frame();
    expect(told.at(-1)).toBe('d');
  });

  it('have a pause between them only once more and more come', () => {
    const { happen, frame, pauses } = start();
    happen('a', 'b');
    frame();
    happen('c');
    frame();
    expect(pauses).toEqual([0, 100, 100]);
    frame();
    happen('d');
    expect(pauses.at(-1)).toBe(0);
  });

  it('need no further frame once nothing comes', () => {
    const { happen, frame, waiting } = start();
    happen('a', 'b');
    frame();
    expect(waiting()).toBe(1);
    frame();
    expect(waiting()).toBe(0);
  });

  it('come before an answer that was given after them', async () => {
    const { inFrames, told, happen } = start();
    happen('a', 'b');
    await inFrames.request('window.ready', undefined);
    expect(told).toEqual(['a', 'b']);
  });

  it('are not passed on to those who have left', () => {
    const { inFrames, happen, frame } = start();
    const seen: string[] = [];
    const leave = inFrames.subscribe('reveal', ({ leaseId }) => seen.push(leaseId));
    happen('a');
    leave();
    happen('b');
    frame();
    expect(seen).toEqual(['a']);
  });
});
