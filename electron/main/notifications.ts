import type { AppState, Message } from '../contract/state.ts';

export interface CodeNotification {
  leaseId: string | null;
  messageSid: string;
  code: string;
  title: string;
  body: string;
}

/**
 * One for each message with a code that `after` has and `before` has not, oldest first; none when Settings say so.
 * Messages from before `since` (ISO 8601, when this run began) are history that was read, not news.
 */
export function notificationsFor(
  before: Pick<AppState, 'messages'>,
  after: Pick<AppState, 'messages' | 'leases' | 'settings'>,
  since: string,
): CodeNotification[] {
  if (!after.settings.notifications) return [];
  const known = new Set(before.messages.map(({ sid }) => sid));
  return after.messages
    .filter((message) => !known.has(message.sid) && Date.parse(message.receivedAt) >= Date.parse(since))
    .flatMap((message) => (message.code === null ? [] : [describe(message, message.code, after)]))
    .toReversed();
}

function describe(message: Message, code: string, { leases }: Pick<AppState, 'leases'>): CodeNotification {
  const label = leases.find(({ id }) => id === message.leaseId)?.label;
  return {
    leaseId: message.leaseId,
    messageSid: message.sid,
    code,
    title: `Code ${code}`,
    body: `From ${message.service ?? message.from} to ${label ? `${label} (${message.to})` : message.to}`,
  };
}
