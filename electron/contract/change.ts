import type { AppState } from './state.ts';

/** The parts of the state that are lists, of which mostly one item changes. */
const listNames = ['leases', 'messages', 'idle', 'waiting', 'notices'] as const satisfies (keyof AppState)[];
type ListName = (typeof listNames)[number];
type Item<L extends ListName> = AppState[L][number];

/** A list told by what it was: a row of the old one (its first index, how many), or an item that is new or has changed. */
export type ListChange<T> = (readonly [from: number, count: number] | { put: T })[];

/** What makes the state of one revision that of a later one. */
export interface StateChange {
  /** The revision that it is made from. Whoever has another one asks for the whole state. */
  from: number;
  revision: number;
  /** What is another value now, lists apart. */
  set: Partial<Omit<AppState, ListName | 'revision'>>;
  lists: { [L in ListName]?: ListChange<Item<L>> | undefined };
}

/** Both states are the host's own: what did not change is the same object in both. */
export function changeBetween(before: AppState, after: AppState): StateChange {
  const names = Object.keys(after) as (keyof AppState)[];
  const changed = names.filter((name) => name !== 'revision' && after[name] !== before[name]);
  const lists = listNames.flatMap((name) => {
    const change = changed.includes(name) ? listChange<unknown>(before[name], after[name]) : null;
    return change === null ? [] : [[name, change]];
  });
  return {
    from: before.revision,
    revision: after.revision,
    set: Object.fromEntries(changed.filter((name) => !isList(name)).map((name) => [name, after[name]])),
    lists: Object.fromEntries(lists),
  };
}

/** The state after the change; what the change does not name is the same object as before. */
export function withChange(state: AppState, { revision, set, lists }: StateChange): AppState {
  return {
    ...state,
    ...set,
    revision,
    leases: applied(state.leases, lists.leases),
    messages: applied(state.messages, lists.messages),
    idle: applied(state.idle, lists.idle),
    waiting: applied(state.waiting, lists.waiting),
    notices: applied(state.notices, lists.notices),
  };
}

function isList(name: keyof AppState): name is ListName {
  return (listNames as readonly string[]).includes(name);
}

/** null when it is the same items in the same order. */
function listChange<T>(before: readonly T[], after: readonly T[]): ListChange<T> | null {
  const places = new Map(before.map((item, index) => [item, index]));
  const change: ListChange<T> = [];
  for (const item of after) {
    const place = places.get(item);
    const last = change.at(-1);
    if (place === undefined) change.push({ put: item });
    else if (Array.isArray(last) && last[0] + last[1] === place) change[change.length - 1] = [last[0], last[1] + 1];
    else change.push([place, 1]);
  }
  const [first] = change;
  const isSame = change.length === 1 && Array.isArray(first) && first[1] === before.length;
  return isSame || (change.length === 0 && before.length === 0) ? null : change;
}

function applied<T>(before: T[], change: ListChange<T> | undefined): T[] {
  return change?.flatMap((part) => ('put' in part ? [part.put] : before.slice(part[0], part[0] + part[1]))) ?? before;
}
