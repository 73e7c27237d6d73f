import type { AppState } from './state.ts';

/** The parts of the state that are lists, where usually one item changes. */
const listNames = ['leases', 'messages', 'idle', 'waiting', 'notices'] as const satisfies (keyof AppState)[];
type ListName = (typeof listNames)[number];
type Item<L extends ListName> = AppState[L][number];

/** A list described by its old version: a run of old items (first index, count), or an item that is new or changed. */
type ListChange<T> = (readonly [from: number, count: number] | { put: T })[];

/** What turns the state of one revision into that of a later one. */
export interface StateChange {
  /** The revision it builds on. A client with another one asks for the whole state. */
  from: number;
  revision: number;
  /** The values that changed, except lists. */
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

/** null when the items and their order are the same. In a long list, most items stay in place. */
function listChange<T>(before: readonly T[], after: readonly T[]): ListChange<T> | null {
  const { head, tail } = sameEnds(before, after);
  if (head + tail === before.length && head + tail === after.length) return null;
  const change: ListChange<T> = [];
  addRow(change, 0, head);
  const places = placesOf(before, head, before.length - tail);
  for (let index = head; index < after.length - tail; index += 1) {
    const item = after[index] as T;
    const place = places.get(item);
    if (place === undefined) change.push({ put: item });
    else addRow(change, place, 1);
  }
  addRow(change, before.length - tail, tail);
  return change;
}

/** How many items two lists share at the start, and how many of the rest at the end. */
export function sameEnds(before: readonly unknown[], after: readonly unknown[]): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head] === after[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { head, tail };
}

function placesOf<T>(items: readonly T[], from: number, end: number): Map<T, number> {
  const places = new Map<T, number>();
  for (let index = from; index < end; index += 1) places.set(items[index] as T, index);
  return places;
}

function addRow<T>(change: ListChange<T>, from: number, count: number): void {
  if (count === 0) return;
  const last = change.at(-1);
  if (Array.isArray(last) && last[0] + last[1] === from) change[change.length - 1] = [last[0], last[1] + count];
  else change.push([from, count]);
}

function applied<T>(before: T[], change: ListChange<T> | undefined): T[] {
  if (change === undefined) return before;
  const puts = inPlace(before, change);
  if (puts === null)
    return change.flatMap((part) => ('put' in part ? [part.put] : before.slice(part[0], part[0] + part[1])));
  const after = before.slice();
  for (const { index, item } of puts) after[index] = item;
  return after;
}

/** Which items go where, if all others stay in place (as when one item of a long list changed); else null. */
function inPlace<T>(before: readonly T[], change: ListChange<T>): { index: number; item: T }[] | null {
  const puts: { index: number; item: T }[] = [];
  let index = 0;
  for (const part of change) {
    if ('put' in part) puts.push({ index, item: part.put });
    else if (part[0] !== index) return null;
    index += 'put' in part ? 1 : part[1];
  }
  return index === before.length ? puts : null;
}
