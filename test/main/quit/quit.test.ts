import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leased, never, quitting, settled, withAnswer } from './quitting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('quitting without running leases', () => {
  test('waits until everything is closed, and closes once however often it is asked', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { app, asked, core } = quitting({ stop: () => promise });
    app.quit();
    app.quit();
    expect([app.gone, core.stop.mock.calls, asked.length]).toEqual([false, [[{ endLeases: false }]], 0]);
    resolve();
    await settled();
    expect(app.gone).toBe(true);
  });

  test('goes on after five seconds when closing hangs', async () => {
    const { app } = quitting({ stop: never });
    app.quit();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(app.gone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(app.gone).toBe(true);
  });

  test('goes on when closing fails', async () => {
    const { app } = quitting({ stop: () => Promise.reject(new Error('disk full')) });
    app.quit();
    await settled();
    expect(app.gone).toBe(true);
  });
});

describe('quitting with running leases', () => {
  test('asks once, and nothing is closed before the answer', async () => {
    const { app, asked, core, onClosing } = quitting({ state: leased });
    app.quit();
    app.quit();
    await settled();
    expect([asked.length, app.gone]).toEqual([1, false]);
    expect(core.stop).not.toHaveBeenCalled();
    expect(onClosing).not.toHaveBeenCalled();
  });

  test.each([
    ['release', true],
    ['keep', false],
  ] as const)('%s closes, with the leases ended: %s', async (choice, endLeases) => {
    const { app, asked, core, onClosing } = quitting({ state: leased });
    app.quit();
    asked[0]!.answer({ choice, always: false });
    await settled();
    expect([app.gone, core.stop.mock.calls]).toEqual([true, [[{ endLeases }]]]);
    expect(core.updateSettings).not.toHaveBeenCalled();
    expect(onClosing).toHaveBeenCalledOnce();
  });

  test('an answer for each time is remembered before the app closes', async () => {
    const { app, asked, core } = quitting({ state: leased });
    app.quit();
    asked[0]!.answer({ choice: 'keep', always: true });
    await settled();
    expect(core.updateSettings).toHaveBeenCalledExactlyOnceWith({ onQuit: 'keep' });
    expect(core.updateSettings.mock.invocationCallOrder[0]!).toBeLessThan(core.stop.mock.invocationCallOrder[0]!);
  });

  test('an answer that cannot be remembered is carried out all the same', async () => {
    const { app, asked, core } = quitting({ state: leased });
    core.updateSettings.mockRejectedValue(new Error('disk full'));
    app.quit();
    asked[0]!.answer({ choice: 'release', always: true });
    await settled();
    expect([app.gone, core.stop.mock.calls]).toEqual([true, [[{ endLeases: true }]]]);
  });

  test('Cancel goes on, remembers nothing, and the next attempt asks again', async () => {
    const { app, asked, core, onCancelled } = quitting({ state: leased });
    app.quit();
    asked[0]!.answer({ choice: 'cancel', always: true });
    await settled();
    expect([app.gone, onCancelled.mock.calls.length]).toEqual([false, 1]);
    expect(core.stop).not.toHaveBeenCalled();
    expect(core.updateSettings).not.toHaveBeenCalled();
    app.quit();
    expect(asked).toHaveLength(2);
  });

  test('asks nothing when Settings have the answer', async () => {
    for (const [onQuit, endLeases] of [['release', true] as const, ['keep', false] as const]) {
      const { app, asked, core } = quitting({ state: withAnswer(onQuit) });
      app.quit();
      await settled();
      expect([app.gone, asked.length, core.stop.mock.calls]).toEqual([true, 0, [[{ endLeases }]]]);
    }
  });

  test('neither asks nor gives back in the demo', async () => {
    const { app, asked, core } = quitting({ state: { ...withAnswer('release'), demo: true } });
    app.quit();
    await settled();
    expect([app.gone, asked.length, core.stop.mock.calls]).toEqual([true, 0, [[{ endLeases: false }]]]);
  });

  test('waits fifteen seconds for Twilio to take the numbers back', async () => {
    const { app } = quitting({ state: withAnswer('release'), stop: never });
    app.quit();
    await vi.advanceTimersByTimeAsync(14_999);
    expect(app.gone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(app.gone).toBe(true);
  });
});
