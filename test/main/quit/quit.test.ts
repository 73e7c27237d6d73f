import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../../electron/contract/state.ts';
import type { Quit } from '../../../electron/main/quit/quit.ts';
import { leased, never, quitting, settled, withAnswer, type QuitSetup } from './quitting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Scene = ReturnType<typeof quitting>;

const quit = ({ app }: Scene) => app.quit();
const endUnattended = (scene: Scene) => scene.quit.quitUnattended();
/** Quits, and gives this answer to the question. */
function answering(choice: 'release' | 'keep' | 'cancel', always = false) {
  return (scene: Scene) => {
    quit(scene);
    scene.asked[0]!.answer({ choice, always });
  };
}
function withoutDisplay(scene: Scene): void {
  quit(scene);
  scene.asked[0]!.fail(new Error('no display'));
}

describe('the end of the app', () => {
  const broken = () => Promise.reject(new Error('disk full'));
  const demo = { ...withAnswer('release'), demo: true };

  test.each<[what: string, setup: QuitSetup, act: (scene: Scene) => void, asked: number, endLeases: boolean]>([
    ['goes on when closing fails', { stop: broken }, quit, 0, false],
    ['gives numbers back when that is the answer', { state: leased }, answering('release'), 1, true],
    ['keeps them when that is the answer', { state: leased }, answering('keep'), 1, false],
    ['is not asked about when Settings say to give back', { state: withAnswer('release') }, quit, 0, true],
    ['is not asked about when Settings say to keep', { state: withAnswer('keep') }, quit, 0, false],
    ['is not asked about in the demo, which gives nothing back', { state: demo }, quit, 0, false],
    ['keeps the leases where a question cannot be shown', { state: leased }, withoutDisplay, 1, false],
    ['without anybody to ask is not held up by a question', { state: leased }, endUnattended, 0, false],
    ['without anybody to ask is as Settings say', { state: withAnswer('release') }, endUnattended, 0, true],
  ])('%s', async (_what, setup, act, asked, endLeases) => {
    const scene = quitting(setup);
    act(scene);
    await settled();
    expect([scene.app.gone, scene.asked.length, scene.core.stop.mock.calls]).toEqual([true, asked, [[{ endLeases }]]]);
    expect(scene.core.requests['settings.update']).not.toHaveBeenCalled();
    expect(scene.onClosing).toHaveBeenCalledOnce();
  });

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

  test.each<[seconds: number, what: string, state: Partial<AppState>, act: (scene: Scene) => void]>([
    [5, 'for what hangs', {}, quit],
    [15, 'for Twilio to take the numbers back', withAnswer('release'), quit],
    [5, 'for Twilio when nobody is there', withAnswer('release'), endUnattended],
  ])('waits %i seconds %s', async (seconds, _what, state, act) => {
    const scene = quitting({ state, stop: never });
    act(scene);
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(scene.app.gone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(scene.app.gone).toBe(true);
  });
});

describe('the question before the end', () => {
  test('is asked once, and nothing is closed before the answer', async () => {
    const { app, asked, core, onClosing } = quitting({ state: leased });
    app.quit();
    app.quit();
    await settled();
    expect([asked.length, app.gone]).toEqual([1, false]);
    expect(core.stop).not.toHaveBeenCalled();
    expect(onClosing).not.toHaveBeenCalled();
  });

  test('has its answer for each time remembered before the app closes', async () => {
    const scene = quitting({ state: leased });
    const { requests, stop } = scene.core;
    const updateSettings = requests['settings.update'];
    answering('keep', true)(scene);
    await settled();
    expect(updateSettings).toHaveBeenCalledExactlyOnceWith({ onQuit: 'keep' });
    expect(updateSettings.mock.invocationCallOrder[0]!).toBeLessThan(stop.mock.invocationCallOrder[0]!);
  });

  test('has its answer carried out though it cannot be remembered', async () => {
    const scene = quitting({ state: leased });
    scene.core.requests['settings.update'].mockRejectedValue(new Error('disk full'));
    answering('release', true)(scene);
    await settled();
    expect([scene.app.gone, scene.core.stop.mock.calls]).toEqual([true, [[{ endLeases: true }]]]);
  });

  test('answered with Cancel is asked again the next time, and nothing is remembered', async () => {
    const scene = quitting({ state: leased });
    answering('cancel', true)(scene);
    await settled();
    expect([scene.app.gone, scene.onCancelled.mock.calls.length]).toEqual([false, 1]);
    expect(scene.core.stop).not.toHaveBeenCalled();
    expect(scene.core.requests['settings.update']).not.toHaveBeenCalled();
    quit(scene);
    expect(scene.asked).toHaveLength(2);
  });

  test('is taken away by an end without anybody to ask, and its answer does not count', async () => {
    const { app, asked, core, quit, onCancelled } = quitting({ state: leased });
    app.quit();
    quit.quitUnattended();
    quit.quitUnattended();
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[0]!.answer({ choice: 'cancel', always: false });
    await settled();
    expect([app.gone, core.stop.mock.calls]).toEqual([true, [[{ endLeases: false }]]]);
    expect(onCancelled).not.toHaveBeenCalled();
  });
});

describe('closing the window', () => {
  const closing = (quit: Quit) => {
    const event = { preventDefault: vi.fn() };
    quit.onWindowClose(event);
    return event.preventDefault.mock.calls.length > 0 ? 'stays' : 'closes';
  };

  test('quits, and the window stays until that is settled', async () => {
    const { app, asked, quit } = quitting({ state: leased });
    expect([closing(quit), closing(quit), asked.length]).toEqual(['stays', 'stays', 1]);
    asked[0]!.answer({ choice: 'keep', always: false });
    await settled();
    expect([app.gone, closing(quit)]).toEqual([true, 'closes']);
  });

  test('on macOS is no quitting', () => {
    const { asked, quit } = quitting({ state: leased, platform: 'darwin' });
    expect([closing(quit), asked]).toEqual(['closes', []]);
  });

  test('leaves the app in the tray if Settings say so, and still quits when it is to', async () => {
    const { app, core, quit, onHidden } = quitting({ staysInTray: true });
    expect([closing(quit), onHidden.mock.calls.length, core.stop.mock.calls.length]).toEqual(['stays', 1, 0]);
    app.quit();
    await settled();
    expect([app.gone, closing(quit)]).toEqual([true, 'closes']);
  });
});
