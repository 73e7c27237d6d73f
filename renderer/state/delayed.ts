/** How long an action can be undone, in milliseconds. */
export const undoMs = 5_000;

interface Deed {
  run: () => void;
  /** Called when it has been done or undone. */
  over: () => void;
}

/**
 * Actions that run a little later, so that they can be undone until then. None is lost: when the page is hidden or
 * closed, those still waiting run at once.
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

  /** `key`: what the action applies to; a second action for the same key is ignored while one waits. */
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
