import type { Message } from '../../../electron/contract/state.ts';
import { formatFullDay } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

/** The heading above the first message of a day; null for the others. `newer`: the message above this one. */
export function dayHeading(
  { receivedAt }: Pick<Message, 'receivedAt'>,
  newer: Pick<Message, 'receivedAt'> | undefined,
  now = Date.now(),
): string | null {
  const day = new Date(receivedAt).toDateString();
  if (newer !== undefined && new Date(newer.receivedAt).toDateString() === day) return null;
  if (day === new Date(now).toDateString()) return strings.inbox.today;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return day === yesterday.toDateString() ? strings.inbox.yesterday : formatFullDay(receivedAt, now);
}
