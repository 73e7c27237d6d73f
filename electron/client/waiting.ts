import type { Message } from './types.ts';
import { NoCodeError, NoMessageError, OtpDockError } from './errors.ts';
import type { HttpOptions } from './http.ts';
import { pollForCode, pollForMessage, type ReceivedCode } from './polling.ts';
import { timeoutOf, type LinkOptions, type Target, type WaitOptions } from './waitOptions.ts';
import { whatCame } from './whatCame.ts';

/** A link and the message that brought it. */
export interface ReceivedLink {
  link: string;
  message: Message;
}

/**
 * Waits for the newest code by long polling, even across restarts of the host. Rejects with NoCodeError when none came
 * in time or before the lease ended, another OtpDockError when the host refuses or stays away, or the signal's reason.
 */
export function waitForCode(http: HttpOptions, target: Target, options: WaitOptions): Promise<ReceivedCode> {
  return orWhatCame(http, target, 'code', options, pollForCode(http, target, options));
}

/** Like `waitForCode`, for the first message after `after`, with or without a code. Rejects with NoMessageError. */
export function waitForMessage(http: HttpOptions, target: Target, options: WaitOptions): Promise<Message> {
  return orWhatCame(
    http,
    target,
    'message',
    options,
    pollForMessage(http, target, options, (message) => message),
  );
}

/** Like `waitForMessage`, for the first link that is meant; messages without one are passed over. */
export function waitForLink(http: HttpOptions, target: Target, options: LinkOptions): Promise<ReceivedLink> {
  const { matching = '' } = options;
  const isMeant = (link: string) =>
    typeof matching === 'string' ? link.includes(matching) : link.search(matching) !== -1;
  const linkOf = (message: Message) => {
    const link = message.links.find(isMeant);
    return link === undefined ? null : { link, message };
  };
  return orWhatCame(http, target, 'link', options, pollForMessage(http, target, options, linkOf));
}

/** What was waited for, or an error that says what came instead. */
async function orWhatCame<T>(
  http: HttpOptions,
  target: Target,
  awaited: 'code' | 'message' | 'link',
  options: WaitOptions,
  polling: Promise<T | null>,
): Promise<T> {
  const hasEnded = (thrown: unknown) => {
    if (thrown instanceof OtpDockError && thrown.code === 'LEASE_ENDED') return 'ended' as const;
    throw thrown;
  };
  const received = await polling.catch(hasEnded);
  if (received !== null && received !== 'ended') return received;
  const text = received
    ? `The lease ended before a ${awaited} came.`
    : `No ${awaited} came within ${timeoutOf(options) / 1000} seconds.`;
  const { messages, hint } = await whatCame(http, target, awaited, options);
  if (awaited === 'code') throw new NoCodeError(received ? 'LEASE_ENDED' : 'NO_CODE', text, hint, messages);
  throw new NoMessageError(received ? 'LEASE_ENDED' : 'NO_MESSAGE', text, hint, messages);
}
