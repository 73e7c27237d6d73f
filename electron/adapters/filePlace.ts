import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError, type AppError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Place } from '../core/ports.ts';

const say = phrases.host;

/** Milliseconds after which somebody is told who writes nothing meanwhile. */
const lookEveryMs = 5_000;

/**
 * Where the files of an open database are. What was deleted, or whose folder was, can be written as long as it is open, and
 * nothing of it is left afterwards: whatever is written there would be lost without a word.
 */
export class FilePlace {
  readonly #folder: string;
  readonly #opened: ReadonlyMap<string, string>;
  #last: Place = 'here';
  #listener: (place: Place) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `file` is open, with its log: on some file systems a file has a number of its own only as long as it is. */
  constructor(file: string) {
    this.#folder = dirname(file);
    const files = file === ':memory:' ? [] : [file, `${file}-wal`];
    this.#opened = new Map(files.flatMap((name) => identified(name)));
  }

  /** Tells of each change from now on, whether somebody writes or not. */
  watch(listener: (place: Place) => void): void {
    this.#listener = listener;
    this.#timer ??= setInterval(() => this.#look(), lookEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** To be called before and after what is to be on disk. Throws STORAGE_FAILED. */
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

/** Throws STORAGE_FAILED for a folder that is gone: whoever writes into it then would begin another one in its place. */
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

/** Tells a file from every other on this computer; null when there is none. */
function identityOf(name: string): string | null {
  const found = lstatSync(name, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
