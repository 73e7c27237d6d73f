import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeBeforeQuit } from '../../electron/main/quit.ts';

/** Quits as Electron does: asks with `before-quit`, and goes when nobody objects. */
class FakeApp extends EventEmitter {
  gone = false;
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    this.gone = !prevented;
  }
}

function quitting(close: () => Promise<void>): FakeApp {
  const app = new FakeApp();
  closeBeforeQuit(app as unknown as Pick<App, 'on' | 'quit'>, close);
  return app;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('quitting', () => {
  test('waits until everything is closed, and closes once however often it is asked', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const close = vi.fn(() => promise);
    const app = quitting(close);
    app.quit();
    app.quit();
    expect([app.gone, close.mock.calls.length]).toEqual([false, 1]);
    resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.gone).toBe(true);
  });

  test('goes on after five seconds when closing hangs', async () => {
    const app = quitting(() => new Promise(() => undefined));
    app.quit();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(app.gone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(app.gone).toBe(true);
  });

  test('goes on when closing fails', async () => {
    const app = quitting(() => Promise.reject(new Error('disk full')));
    app.quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.gone).toBe(true);
  });
});
