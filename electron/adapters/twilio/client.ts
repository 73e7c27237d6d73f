import createDebug from 'debug';
import type { Twilio } from 'twilio';
import type RequestClientTypes from 'twilio/lib/base/RequestClient.js';
import type { Credentials } from '../../core/ports.ts';
import type { DatedAnswer } from '../../core/twilioClock.ts';

const log = createDebug('twilio:api');

/** Below Twilio's 30 s default: a person is waiting, and a purchase without an answer is looked up afterwards. */
const timeoutMs = 20_000;

/** Where several hosts share an account: whether this one may ask Twilio for anything. */
export interface Lock {
  /** Throws when another host may be the active one. */
  assertHeld(): void;
  /** Aborts as soon as that is so. */
  readonly lost: AbortSignal;
}

/**
 * Twilio's SDK for one account. `apiBaseUrl` is the origin that replaces every https://*.twilio.com; path and query
 * stay. The SDK takes a quarter of a second to load, so it is loaded at the first call, without its parts for calls.
 */
export async function createClient(
  credentials: Credentials,
  apiBaseUrl: string | null,
  onAnswer: (answer: DatedAnswer) => void = () => undefined,
  lock?: Lock,
): Promise<Twilio> {
  const [{ default: Client }, { default: RequestClient }] = await Promise.all([
    import('twilio/lib/rest/Twilio.js'),
    import('twilio/lib/base/RequestClient.js'),
  ]);
  class Http extends RequestClient {
    override async request<T>(options: RequestClientTypes.RequestOptions<T>) {
      const uri = apiBaseUrl ? withOrigin(options.uri, apiBaseUrl) : options.uri;
      const call = `${options.method.toUpperCase()} ${new URL(uri).pathname}`;
      const askedAt = performance.now();
      try {
        const response = await super.request<T>({ ...options, uri });
        log('%s -> %d', call, response.statusCode);
        const date = dateOf(response);
        if (date !== null) onAnswer({ date, tookMs: performance.now() - askedAt });
        return response;
      } catch (thrown) {
        // Only its code: the error holds the request with its credentials.
        log('%s failed: %s', call, thrown instanceof Error && 'code' in thrown ? thrown.code : 'unknown');
        throw thrown;
      }
    }
  }
  // A 429 was never processed (Twilio error 20429), so the SDK may retry it, with jitter.
  const httpClient = new Http({ timeout: timeoutMs, autoRetry: true, maxRetries: 4 });
  // For each attempt: while the SDK waits to retry, another host may have become the active one. What has not been sent
  // by then, as it waits for a connection, never is.
  httpClient.axios.interceptors.request.use((config) => {
    lock?.assertHeld();
    return lock ? { ...config, signal: lock.lost } : config;
  });
  const { accountSid, authToken, apiKey, apiSecret } = credentials;
  return apiKey
    ? new Client(apiKey, apiSecret, { httpClient, accountSid })
    : new Client(accountSid, authToken, { httpClient });
}

/** When a success was answered, by the answerer's clock. Failures may come from a proxy, so they are left out. */
function dateOf({ statusCode, headers }: { statusCode: number; headers?: unknown }): number | null {
  if (statusCode >= 300 || typeof headers !== 'object' || headers === null || !('date' in headers)) return null;
  const date = Date.parse(String(headers.date));
  return Number.isNaN(date) ? null : date;
}

/** The same path and query on another origin. */
export function withOrigin(uri: string, origin: string): string {
  const { pathname, search } = new URL(uri);
  return `${origin.replace(/\/+$/, '')}${pathname}${search}`;
}
