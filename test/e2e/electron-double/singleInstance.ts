import { existsSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One process for each folder of user data; a later one leaves word there of how it was called. */
export class SingleInstance {
  readonly #onSecond: (argv: string[], cwd: string) => void;
  #lock: string | null = null;

  constructor(onSecond: (argv: string[], cwd: string) => void) {
    this.#onSecond = onSecond;
  }

  /** True for the first process. */
  request(userData: string): boolean {
    const lock = join(userData, 'SingletonLock');
    const word = join(userData, 'SingletonWord');
    if (isHeld(lock)) {
      // Whoever reads it finds it whole.
      writeFileSync(`${word}.new`, JSON.stringify([process.argv, process.cwd()]));
      renameSync(`${word}.new`, word);
      return false;
    }
    writeFileSync(lock, String(process.pid));
    this.#lock = lock;
    watch(userData, () => this.#hear(word)).unref();
    return true;
  }

  release(): void {
    if (this.#lock !== null) rmSync(this.#lock, { force: true });
  }

  #hear(word: string): void {
    if (!existsSync(word)) return;
    const [argv, cwd] = JSON.parse(readFileSync(word, 'utf8')) as [string[], string];
    rmSync(word);
    this.#onSecond(argv, cwd);
  }
}

function isHeld(lock: string): boolean {
  if (!existsSync(lock)) return false;
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
}
