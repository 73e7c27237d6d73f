import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Delayed, undoMs } from '../../renderer/state/delayed.ts';

/** A page that can be hidden and left. */
function open() {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const window = new EventTarget();
  const delayed = new Delayed(page, window);
  const happened: string[] = [];
  const add = (key: string) =>
    delayed.add(key, { run: () => happened.push(`${key} done`), over: () => happened.push(`${key} over`) });
  const hide = () => {
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { delayed, add, happened, hide, leave: () => window.dispatchEvent(new Event('pagehide')) };
}

describe('a deed that can be taken back', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done after a while, once', () => {
    const { delayed, add, happened } = open();
    add('a');
    vi.advanceTimersByTime(undoMs - 1);
    add('a');
    expect([delayed.has('a'), happened]).toEqual([true, []]);
    vi.advanceTimersByTime(1);
    expect(happened).toEqual(['a over', 'a done']);
    vi.advanceTimersByTime(10 * undoMs);
    expect([delayed.has('a'), happened]).toEqual([false, ['a over', 'a done']]);
  });

  it('is never done once it is taken back, and the others are', () => {
    const { delayed, add, happened } = open();
    add('a');
    add('b');
    delayed.undo('a');
    vi.advanceTimersByTime(undoMs);
    expect(happened).toEqual(['a over', 'b over', 'b done']);
    delayed.undo('b');
    expect(happened).toHaveLength(3);
  });

  it.each(['hide', 'leave'] as const)('is not lost with the page: it is done at once (%s)', (way) => {
    const test = open();
    test.add('a');
    test[way]();
    test.leave();
    vi.advanceTimersByTime(undoMs);
    expect(test.happened).toEqual(['a over', 'a done']);
  });

  it('tells each change to who listens', () => {
    const { delayed, add } = open();
    const seen: boolean[] = [];
    const leave = delayed.subscribe(() => void seen.push(delayed.has('a')));
    add('a');
    delayed.undo('a');
    leave();
    add('a');
    expect(seen).toEqual([true, false]);
    delayed.undo('a');
  });
});
