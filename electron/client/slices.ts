import { OtpDockError } from './errors.ts';

/** So long one request waits at most: shorter than what proxies, and fetch itself, put up with. Seconds. */
const longestSliceSeconds = 50;

/**
 * Waits for a free number by one request after the other. The host keeps the place in its queue for who asks again at
 * once with the same key.
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
