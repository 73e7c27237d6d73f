import { OtpDockError } from './errors.ts';
import { callHost, type HttpOptions } from './http.ts';

/** A failed beat is repeated after so long. Milliseconds. */
const retryMs = 1_000;
/** A host that takes longer counts as not there. Milliseconds. */
const patienceMs = 5_000;

/**
 * Tells the host three times in each interval that this process is there, until it is stopped or the lease is over. A
 * beat that fails is repeated. It neither keeps the process alive nor says anything.
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
