/** How a webhook fails: no connection, a timeout or a cut connection, or an HTTP status. */
export type Failure = 'ct' | 'rt' | '4xx' | '5xx';

export interface ConnectionPolicy {
  /** Retries after the first request, 0 to 5. */
  retries: number;
  /** Failures that are retried. */
  retryOn: ReadonlySet<Failure>;
  /** Milliseconds for connecting, for the answer, and in total. */
  connectMs: number;
  readMs: number;
  totalMs: number;
}

/**
 * Connection overrides in a webhook URL's fragment, such as `#rc=3&rp=5xx,rt`: retry count, retry policy, and the
 * timeouts ct, rt and tt in milliseconds. Anything missing or out of range gets its default
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
 */
export function connectionPolicy(url: string): ConnectionPolicy {
  const hash = url.indexOf('#');
  const overrides = new URLSearchParams(hash === -1 ? '' : url.slice(hash + 1));
  return {
    retries: integer(overrides.get('rc'), 0, 5) ?? 1,
    retryOn: new Set(retryPolicy(overrides.get('rp') ?? 'ct')),
    connectMs: integer(overrides.get('ct'), 100, 10_000) ?? 5_000,
    readMs: integer(overrides.get('rt'), 100, 15_000) ?? 15_000,
    totalMs: integer(overrides.get('tt'), 100, 15_000) ?? 15_000,
  };
}

const allFailures: readonly Failure[] = ['ct', 'rt', '4xx', '5xx'];

function retryPolicy(text: string): readonly Failure[] {
  const names = text.toLowerCase().split(',');
  return names.includes('all') ? allFailures : allFailures.filter((failure) => names.includes(failure));
}

function integer(text: string | null, min: number, max: number): number | null {
  const value = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : null;
}
