import { sameEnds } from '../../electron/contract/change.ts';

type Keyed = Record<string, unknown>;

/**
 * Returns `after`, reusing the objects of `before` wherever they are equal, so that unchanged parts need not be drawn
 * again. Both are plain JSON values.
 */
export function share<T>(before: unknown, after: T): T {
  // The result equals `after` in every value.
  return shared(before, after) as T;
}

function shared(before: unknown, after: unknown): unknown {
  if (before === after) return before;
  if (Array.isArray(after)) return sharedList(Array.isArray(before) ? before : [], after);
  return isObject(before) && isObject(after) ? sharedObject(before, after) : after;
}

function sharedObject(before: Keyed, after: Keyed): Keyed {
  const names = Object.keys(after);
  const result = Object.fromEntries(names.map((name) => [name, shared(before[name], after[name])]));
  const isSame = names.length === Object.keys(before).length && names.every((name) => result[name] === before[name]);
  return isSame ? before : result;
}

/** Compares items by id, wherever they were before. Items without an id are compared by position. */
function sharedList(before: unknown[], after: unknown[]): unknown[] {
  const { head, tail } = sameEnds(before, after);
  if (head + tail === before.length && head + tail === after.length) return before;
  const byId = new Map<unknown, unknown>();
  for (let index = head; index < before.length - tail; index += 1)
    byId.set(idOf(before[index]) ?? index, before[index]);
  let isSame = before.length === after.length;
  const result = after.slice();
  for (let index = head; index < after.length - tail; index += 1) {
    result[index] = shared(byId.get(idOf(after[index]) ?? index), after[index]);
    isSame &&= result[index] === before[index];
  }
  return isSame ? before : result;
}

function idOf(item: unknown): unknown {
  return isObject(item) ? (item['id'] ?? item['sid']) : undefined;
}

function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
