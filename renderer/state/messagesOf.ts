import type { Message } from '../../electron/contract/state.ts';

/** Messages by their lease, newest first; those without one stand under ''. */
export type MessagesOf = ReadonlyMap<string, readonly Message[]>;

/**
 * The groups of a list, made of those of the list before: a group is the same until one of its messages changes. The
 * order of messages is that of their times, so it changes with a message alone.
 */
export function groupAnew(groups: MessagesOf, before: readonly Message[], after: readonly Message[]): MessagesOf {
  if (before === after) return groups;
  const touched = new Set([...leasesOfOthers(after, before), ...leasesOfOthers(before, after)]);
  const result = new Map(groups);
  for (const lease of touched) result.delete(lease);
  for (const [lease, messages] of Map.groupBy(
    after.filter((message) => touched.has(leaseOf(message))),
    leaseOf,
  ))
    result.set(lease, messages);
  return result;
}

/** The leases of the messages of one list that are not in the other. */
function leasesOfOthers(list: readonly Message[], other: readonly Message[]): string[] {
  const known = new Set(other);
  return list.filter((message) => !known.has(message)).map(leaseOf);
}

function leaseOf({ leaseId }: Message): string {
  return leaseId ?? '';
}
