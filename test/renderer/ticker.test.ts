import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ticker } from '../../renderer/state/ticker.ts';

/** The part of a document that a ticker looks at. */
class FakePage extends EventTarget {
  hidden = false;

  hide(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function start() {
  const page = new FakePage();
  return { page, ticker: new Ticker(page as unknown as Document) };
}

describe('the one timer behind every countdown', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_300 }));
  afterEach(() => void vi.useRealTimers());

  it('ticks on the full second, once for any number of listeners', () => {
    const { ticker } = start();
    const seen: number[] = [];
    ticker.subscribe(() => seen.push(ticker.now()));
    ticker.subscribe(() => undefined);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1700);
    expect(seen).toEqual([1_001_000, 1_002_000]);
  });

  it('begins with the exact time, so that 60 seconds are not shown as 61', () => {
    const { ticker } = start();
    expect(ticker.now()).toBe(1_000_300);
    vi.setSystemTime(1_000_900);
    expect(ticker.now()).toBe(1_000_300);
  });

  it('rests when nobody listens', () => {
    const { ticker } = start();
    ticker.subscribe(() => undefined)();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rests while the page is hidden, and catches up at once when it is shown', () => {
    const { page, ticker } = start();
    const seen: number[] = [];
    ticker.subscribe(() => seen.push(ticker.now()));
    page.hide(true);
    vi.advanceTimersByTime(60_000);
    expect(seen).toEqual([]);
    page.hide(false);
    expect(seen).toEqual([1_060_300]);
  });
});
