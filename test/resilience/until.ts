import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { Proxy } from './proxy.ts';

/** Resolves with the first answer of `look` that is neither null nor false. Rejects, naming `what`, when none comes in time. */
export async function until<T>(what: string, look: () => T | null | false, deadlineMs = 60_000): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const found = look();
    if (found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Not within ${deadlineMs} ms: ${what}`);
    await delay(5);
  }
}

/** So many turns in a row without a request: far more than an answer takes from the socket to the next request. */
const quietTurns = 30;

/** Resolves when no request is under way and none follows: what still waits, waits for a clock. */
export async function quiet(proxy: Pick<Proxy, 'inFlight' | 'passed'>): Promise<void> {
  for (let [turns, passed] = [0, proxy.passed()]; turns < quietTurns; turns += 1) {
    await nextTurn();
    if (proxy.inFlight() === 0 && proxy.passed() === passed) continue;
    [turns, passed] = [0, proxy.passed()];
  }
}
