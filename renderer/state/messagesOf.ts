import type { Message } from '../../electron/contract/state.ts';

/** Messages by lease, newest first; those without a lease are under ''. */
export type MessagesOf = ReadonlyMap<string, readonly Message[]>;

/**
 * Updates the groups of the previous list: a group stays the same object until one of its messages changes. Messages
 * are ordered by time, so the order changes only when a message does.
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

/** The leases of the messages that are in one list but not in the other. */
function leasesOfOthers(list: readonly Message[], other: readonly Message[]): string[] {
  const known = new Set(other);
  return list.filter((message) => !known.has(message)).map(leaseOf);
}

function leaseOf({ leaseId }: Message): string {
  return leaseId ?? '';
}
