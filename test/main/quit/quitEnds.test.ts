import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Quit } from '../../../electron/main/quit/quit.ts';
import { leased, never, quitting, settled, withAnswer } from './quitting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an end without anybody to ask', () => {
  test('keeps the leases where a question cannot be shown', async () => {
    const { app, asked, core } = quitting({ state: leased });
    app.quit();
    asked[0]!.fail(new Error('no display'));
    await settled();
    expect([app.gone, core.stop.mock.calls]).toEqual([true, [[{ endLeases: false }]]]);
  });

  test('is not held up by a question', async () => {
    const { app, asked, core, quit } = quitting({ state: leased });
    quit.quitUnattended();
    await settled();
    expect([app.gone, asked.length, core.stop.mock.calls]).toEqual([true, 0, [[{ endLeases: false }]]]);
  });

  test('takes a question away that is open, and its answer does not count', async () => {
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

  test('gives numbers back if Settings say so, in five seconds', async () => {
    const { app, core, quit } = quitting({ state: withAnswer('release'), stop: never });
    quit.quitUnattended();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([app.gone, core.stop.mock.calls]).toEqual([true, [[{ endLeases: true }]]]);
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
    expect(closing(quit)).toBe('stays');
    expect(closing(quit)).toBe('stays');
    expect(asked).toHaveLength(1);
    asked[0]!.answer({ choice: 'keep', always: false });
    await settled();
    expect([app.gone, closing(quit)]).toEqual([true, 'closes']);
  });

  test('on macOS is no quitting', () => {
    const { asked, quit } = quitting({ state: leased, platform: 'darwin' });
    expect(closing(quit)).toBe('closes');
    expect(asked).toEqual([]);
  });

  test('leaves the app in the tray if Settings say so, and still quits when it is to', async () => {
    const { app, core, quit, onHidden } = quitting({ staysInTray: true });
    expect(closing(quit)).toBe('stays');
    expect([onHidden.mock.calls.length, core.stop.mock.calls.length]).toEqual([1, 0]);
    app.quit();
    await settled();
    expect([app.gone, closing(quit)]).toEqual([true, 'closes']);
  });
});
