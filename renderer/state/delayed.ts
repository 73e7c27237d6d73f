/** For so long a deed can be taken back, in milliseconds. */
export const undoMs = 5_000;

interface Deed {
  run: () => void;
  /** It was done, or taken back. */
  over: () => void;
}

/**
 * Deeds that are done a little later, so that they can be taken back until then. None is lost: what still waits is done
 * at once when the page is hidden or closed.
 */
export class Delayed {
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<string, Deed & { timer: ReturnType<typeof setTimeout> }>();

  constructor(page: Pick<Document, 'addEventListener' | 'hidden'>, window: Pick<Window, 'addEventListener'>) {
    page.addEventListener('visibilitychange', () => {
      if (page.hidden) this.doAll();
    });
    window.addEventListener('pagehide', () => this.doAll());
  }

  readonly has = (key: string): boolean => this.#waiting.has(key);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** `key`: what it is done to, which is not done to it twice. */
  add(key: string, deed: Deed): void {
    if (this.has(key)) return;
    this.#waiting.set(key, { ...deed, timer: setTimeout(() => this.#do(key), undoMs) });
    this.#changed();
  }

  undo(key: string): void {
    this.#take(key);
  }

  doAll(): void {
    for (const key of [...this.#waiting.keys()]) this.#do(key);
  }

  #do(key: string): void {
    this.#take(key)?.run();
  }

  #take(key: string): Deed | undefined {
    const deed = this.#waiting.get(key);
    if (deed === undefined) return undefined;
    clearTimeout(deed.timer);
    this.#waiting.delete(key);
    deed.over();
    this.#changed();
    return deed;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
