import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError, type AppError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Place } from '../core/ports.ts';

const say = phrases.host;

/** How often to check while nothing is written. Milliseconds. */
const lookEveryMs = 5_000;

/**
 * Where an open database's files are. A deleted file can still be written while it is open, but disappears afterwards,
 * so anything written to it would be silently lost.
 */
export class FilePlace {
  readonly #folder: string;
  readonly #opened: ReadonlyMap<string, string>;
  #last: Place = 'here';
  #listener: (place: Place) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Call while `file` and its log are open: some file systems give a file a number of its own only then. */
  constructor(file: string) {
    this.#folder = dirname(file);
    const files = file === ':memory:' ? [] : [file, `${file}-wal`];
    this.#opened = new Map(files.flatMap((name) => identified(name)));
  }

  /** Reports each change from now on, even when nothing is being written. */
  watch(listener: (place: Place) => void): void {
    this.#listener = listener;
    this.#timer ??= setInterval(() => this.#look(), lookEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Call before and after writing anything that must reach the disk. Throws STORAGE_FAILED. */
  assertHere(): void {
    const place = this.#look();
    if (place !== 'here') throw notHere(place, this.#folder);
  }

  #look(): Place {
    const place = this.#now();
    if (place !== this.#last) this.#listener((this.#last = place));
    return place;
  }

  #now(): Place {
    for (const [name, identity] of this.#opened) {
      const found = identityOf(name);
      if (found !== identity) return found === null ? 'gone' : 'replaced';
    }
    return 'here';
  }
}

/** Throws STORAGE_FAILED if the folder is gone: otherwise the next write would create another one in its place. */
export function assertFolderThere(folder: string): void {
  if (!existsSync(folder)) throw notHere('gone', folder);
}

function notHere(place: Exclude<Place, 'here'>, folder: string): AppError {
  const [message, hint] =
    place === 'gone'
      ? [say.folderGone({ folder }), say.folderGoneHint]
      : [say.folderReplaced({ folder }), say.folderReplacedHint];
  return appError('STORAGE_FAILED', message, hint, { retryable: true });
}

function identified(name: string): [name: string, identity: string][] {
  const identity = identityOf(name);
  return identity === null ? [] : [[name, identity]];
}

/** Identifies a file uniquely on this computer; null when it does not exist. */
function identityOf(name: string): string | null {
  const found = lstatSync(name, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
