import { OtpDockError } from './errors.ts';
import { callHost, type HttpOptions } from './http.ts';

/** How soon a failed heartbeat is retried. Milliseconds. */
const retryMs = 1_000;
/** A host that takes longer counts as unreachable. Milliseconds. */
const patienceMs = 5_000;

/**
 * Sends the host three heartbeats per interval, until stopped or the lease is over. Retries failed ones. Runs silently,
 * and does not keep the process alive.
 */
export function beginHeartbeat(http: HttpOptions, leaseId: string, seconds: number): { stop(): void } {
  const stopped = new AbortController();
  const everyMs = (seconds * 1000) / 3;
  const path = `/v1/leases/${encodeURIComponent(leaseId)}/heartbeat`;
  const call = {
    method: 'POST',
    path,
    repeatable: true,
    reconnect: 0,
    patience: Math.min(everyMs, patienceMs),
  } as const;
  let timer: NodeJS.Timeout;

  const later = (ms: number) => {
    if (!stopped.signal.aborted) timer = setTimeout(() => void beat(), ms).unref();
  };
  const beat = async () => {
    try {
      await callHost(http, { ...call, signal: stopped.signal });
      later(everyMs);
    } catch (thrown) {
      if (!isOver(thrown)) later(Math.min(everyMs, retryMs));
    }
  };

  later(everyMs);
  return {
    stop: () => {
      stopped.abort();
      clearTimeout(timer);
    },
  };
}

function isOver(thrown: unknown): boolean {
  return thrown instanceof OtpDockError && (thrown.code === 'LEASE_ENDED' || thrown.code === 'NOT_FOUND');
}
