import type { Message } from './types.ts';

/** Whose messages: those of a lease, or all to a number (E.164). */
export type Target = { leaseId: string } | { to: string };

export interface WaitOptions {
  /** Milliseconds; by default 30,000. */
  timeout?: number | undefined;
  /** The same in seconds. */
  timeoutSeconds?: number | undefined;
  signal?: AbortSignal | undefined;
  /**
   * Only what came after this message (or its SID) or this time counts. By default, what came after the last message
   * that was returned: none is returned twice.
   */
  after?: Message | Date | string | undefined;
  /** Only of this sender: E.164, a short code or a name, in upper or lower case. */
  from?: string | undefined;
  /** Only with this text in the body, in upper or lower case. */
  contains?: string | undefined;
  /** Only of this service, such as GitHub; or the SID or the name of the service that sent it (captured SMS). */
  service?: string | undefined;
}

export interface LinkOptions extends WaitOptions {
  /** Only a link that contains this text, or matches this expression. */
  matching?: string | RegExp | undefined;
}

const defaultTimeoutMs = 30_000;

/** Milliseconds. */
export function timeoutOf({ timeout, timeoutSeconds }: WaitOptions): number {
  return timeout ?? (timeoutSeconds === undefined ? defaultTimeoutMs : timeoutSeconds * 1000);
}

/** As written in the URL: an ISO time or a message's SID. */
export function afterOf(after: WaitOptions['after']): string | undefined {
  if (after instanceof Date) return after.toISOString();
  return typeof after === 'object' ? after.sid : after;
}
