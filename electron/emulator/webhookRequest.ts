import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { withoutFragment } from './signature.ts';
import type { ConnectionPolicy, Failure } from './webhookPolicy.ts';

export interface WebhookCall {
  url: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  /** Form body of a POST; empty for GET. */
  body: string;
}

/** The result of one request: a status below 300 means accepted, anything else is a failure. */
export type Outcome =
  { status: number; failure: Failure | null; error: string | null } | { status: null; failure: Failure; error: string };

/**
 * Sends one webhook request and waits for its answer; never throws. Always uses a new connection, so that a restarted
 * server is not called over a dead socket.
 */
export function sendWebhook(
  call: WebhookCall,
  policy: ConnectionPolicy,
  remainingMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  try {
    const request = open(call, signal);
    const deadline = watch(request, policy, remainingMs, resolve);
    const settle = (outcome: Outcome): void => {
      deadline.stop();
      resolve(outcome);
    };
    request.on('error', (error) => settle(deadline.failed(error)));
    request.on('response', (response) => {
      response.on('end', () => settle(outcomeOf(response)));
      response.on('error', (error) => settle(deadline.failed(error)));
      response.resume();
    });
    request.end(call.body);
  } catch (error) {
    resolve({ status: null, failure: 'ct', error: messageOf(error as Error) });
  }
  return promise;
}

function open({ url, method, headers, body }: WebhookCall, signal: AbortSignal): ClientRequest {
  const target = new URL(withoutFragment(url));
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = method === 'POST' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
  return send(target, { method, headers: { ...headers, ...length, Connection: 'close' }, agent: false, signal });
}

/** Ends a request that takes too long, and knows whether it failed before or after connecting. */
function watch(
  request: ClientRequest,
  policy: ConnectionPolicy,
  remainingMs: number,
  resolve: (outcome: Outcome) => void,
) {
  let phase: 'ct' | 'rt' = 'ct';
  const expire = (limitMs: number) => () => {
    resolve({
      status: null,
      failure: phase,
      error: `${phase === 'ct' ? 'No connection' : 'No answer'} within ${limitMs} ms`,
    });
    request.destroy();
  };
  const total = setTimeout(expire(policy.totalMs), remainingMs);
  let step = setTimeout(expire(policy.connectMs), policy.connectMs);
  const connected = (): void => {
    phase = 'rt';
    clearTimeout(step);
    step = setTimeout(expire(policy.readMs), policy.readMs);
  };
  request.on('socket', (socket) => socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected));
  return {
    stop: (): void => {
      clearTimeout(total);
      clearTimeout(step);
    },
    failed: (error: Error): Outcome => ({ status: null, failure: phase, error: messageOf(error) }),
  };
}

function outcomeOf(response: IncomingMessage): Outcome {
  const status = response.statusCode ?? 0;
  if (status >= 500) return { status, failure: '5xx', error: `The server answered ${status}` };
  // Twilio follows redirects. The emulator does not: it fails rather than report a delivery that did not happen.
  if (status >= 300) return { status, failure: '4xx', error: `The server answered ${status}` };
  return { status, failure: null, error: null };
}

/** An AggregateError (all addresses of a host refused) has an empty message; its code says it. */
function messageOf(error: Error & { code?: string }): string {
  return error.message || error.code || error.name;
}
