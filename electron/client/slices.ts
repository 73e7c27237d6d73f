import { OtpDockError } from './errors.ts';

/** The longest a single request waits: proxies, and fetch itself, would give up on longer ones. Seconds. */
const longestSliceSeconds = 50;

/**
 * Waits for a free number with one request after another. The host keeps our place in its queue if we ask again at once
 * with the same key.
 */
export async function inSlices<T>(waitSeconds: number, ask: (sliceSeconds: number) => Promise<T>): Promise<T> {
  const end = performance.now() + waitSeconds * 1000;
  for (;;) {
    const left = Math.max(0, end - performance.now()) / 1000;
    try {
      return await ask(Math.min(left, longestSliceSeconds));
    } catch (thrown) {
      if (!isNoFreeNumber(thrown) || left <= longestSliceSeconds) throw thrown;
    }
  }
}

function isNoFreeNumber(thrown: unknown): boolean {
  return thrown instanceof OtpDockError && thrown.code === 'NO_FREE_NUMBER';
}
