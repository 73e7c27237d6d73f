import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display, Rectangle } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WindowMemory } from '../../electron/main/windowMemory.ts';
import { fitInto } from '../../electron/main/windowPlace.ts';
import { ManualClock } from '../fakes/manualClock.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };
const bounds = { x: 100, y: 100, width: 900, height: 700 };

describe('the window', () => {
  const small = { x: 0, y: 0, width: 400, height: 300 };
  const huge = { x: 0, y: 0, width: 5000, height: 5000 };

  test.each<[what: string, place: Rectangle | null, displays: Rectangle[], expected: Partial<Rectangle>]>([
    ['opens in the middle of the first display', null, [left, right], { x: 400, y: 140, width: 1120, height: 760 }],
    ['opens where it was', bounds, [left, right], bounds],
    ['opens where it was on the second display', { ...bounds, x: 2000 }, [left, right], { ...bounds, x: 2000 }],
    ['goes to the first when its own is gone', { ...bounds, x: 2000 }, [left], { ...bounds, x: 510, y: 170 }],
    ['is moved wholly onto one', { ...bounds, x: 1500, y: -50 }, [left, right], { ...bounds, x: 1920, y: 0 }],
    ['is never larger than its display', huge, [right, left], left],
    ['is never smaller than it can be used', { ...huge, width: 10, height: 10 }, [left], { width: 480, height: 480 }],
    ['fits a display that is smaller than that', null, [small], small],
  ])('%s', (_what, place, displays, expected) => expect(fitInto(place, displays)).toMatchObject(expected));
});

class FakeWindow extends EventEmitter {
  bounds: Rectangle = bounds;
  maximized = false;
  getNormalBounds = () => this.bounds;
  isMaximized = () => this.maximized;
  isDestroyed = () => false;
  isMinimized = () => false;
  isFullScreen = () => false;
  setBounds = (to: Partial<Rectangle>) => void (this.bounds = { ...this.bounds, ...to });
}

describe('the memory of the window', () => {
  let dataDir = '';
  beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'window-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  function remembering(areas = [left]) {
    const clock = new ManualClock();
    const displays = () => areas.map((workArea, id) => ({ id, workArea }) as Display);
    const screen = Object.assign(new EventEmitter(), {
      getAllDisplays: displays,
      getPrimaryDisplay: () => displays()[0]!,
    });
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const memory = new WindowMemory({ dataDir, screen: screen as never, clock, log });
    const window = new FakeWindow();
    memory.watch(window as never);
    return { clock, screen, memory, window, areas };
  }
  const written = () => JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8')) as unknown;

  test('is written once the window rests', async () => {
    const { window, clock } = remembering();
    for (const x of [10, 20, 30]) {
      window.bounds = { ...bounds, x };
      window.emit('move');
      await clock.advance(100);
    }
    expect(written).toThrow();
    await clock.advance(500);
    expect(written()).toMatchObject({ place: { bounds: { x: 30 }, maximized: false } });
    expect(remembering().memory.place()).toEqual({ bounds: { ...bounds, x: 30 }, maximized: false });
  });

  test('is written at once when the window closes, maximised or not', () => {
    const { window } = remembering();
    window.maximized = true;
    window.emit('close');
    expect(remembering().memory.place()).toEqual({ bounds, maximized: true });
  });

  test('that makes no sense is as none', () => {
    writeFileSync(join(dataDir, 'window.json'), '{"place": {"bounds": "everywhere"}}');
    expect(remembering().memory.place()).toEqual({ bounds: fitInto(null, [left]), maximized: false });
  });

  test('brings the window back when its display is taken away', () => {
    const { window, screen, areas } = remembering([left, right]);
    window.bounds = { ...bounds, x: 2000 };
    areas.pop();
    screen.emit('display-removed');
    expect(window.bounds).toEqual({ x: 510, y: 170, width: 900, height: 700 });
  });

  test('tells of the tray once for all starts', () => {
    expect([remembering().memory.tellOfTray(), remembering().memory.tellOfTray()]).toEqual([true, false]);
  });
});
