import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { join, resolve } from 'node:path';
import { doors } from './doors.ts';

/*
 * Which of Electron's APIs the app has touched on the double, and which the double offers and nobody did. Each process
 * of the double writes its own part when it ends.
 */
const results = resolve(import.meta.dirname, '../../../test-results');
const folder = join(results, 'electron-api');

interface Usage {
  offered: string[];
  used: string[];
}

const offered = new Set<string>();
const used = new Set<string>();
const ofEveryObject = new Set<unknown>([
  Object.prototype,
  Function.prototype,
  EventEmitter.prototype,
  EventEmitter,
  null,
]);
const notAnApi = new Set(['constructor', 'prototype', 'length', 'name']);

const ownDoors = new Set(Object.entries(doors).flatMap(([name, keys]) => keys.map((key) => `${name}.${key}`)));

/** What an object offers by itself, and by its classes up to those of Node. */
export function noteOffer(name: string, target: object): void {
  // The module itself: its parts speak for themselves.
  if (name === 'electron') return;
  for (let at: object | null = target; !ofEveryObject.has(at); at = Object.getPrototypeOf(at) as object | null) {
    for (const key of Object.getOwnPropertyNames(at)) {
      const api = `${name}.${key}`;
      if (!notAnApi.has(key) && !key.startsWith('_') && !ownDoors.has(api)) offered.add(api);
    }
  }
}

export function noteUse(name: string, key: string): void {
  used.add(`${name}.${key}`);
}

/** An event counts as offered once main listens for it, and as used once it has come. */
export function noteEvents(name: string, target: EventEmitter): void {
  target.on('newListener', (event: string) => {
    const api = `${name} “${event}”`;
    if (event === 'newListener' || offered.has(api)) return;
    offered.add(api);
    target.prependListener(event, () => used.add(api));
  });
}

export function writeUsage(): void {
  mkdirSync(folder, { recursive: true });
  const usage: Usage = { offered: [...offered], used: [...used].filter((one) => offered.has(one)) };
  writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
}

/** For the reporter. */
export const usageReport = {
  clear: () => rmSync(folder, { recursive: true, force: true }),
  /** Gathers all parts in one file. Returns a line about it, or null when the double did not run. */
  write: (): string | null => {
    const parts = readParts();
    if (parts.length === 0) return null;
    const exercised = union(parts.map((part) => part.used));
    const all = union(parts.map((part) => part.offered));
    const not = all.filter((one) => !exercised.includes(one));
    writeFileSync(join(results, 'electron-api.json'), `${JSON.stringify({ exercised, not }, null, 2)}\n`);
    const missed = not.length === 0 ? '' : `; not: ${not.join(', ')}`;
    return `Electron's API on the double: ${exercised.length} of ${all.length} members exercised${missed}`;
  },
};

function readParts(): Usage[] {
  try {
    return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Usage);
  } catch {
    return [];
  }
}

function union(lists: string[][]): string[] {
  return [...new Set(lists.flat())].toSorted();
}
