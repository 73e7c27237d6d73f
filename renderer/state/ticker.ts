/** One timer for all countdowns on the screen. It stops while nobody listens and while the page is hidden. */
export class Ticker {
  readonly #page: Document;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #now = 0;

  constructor(page: Document) {
    this.#page = page;
    page.addEventListener('visibilitychange', () => this.#visibilityChanged());
  }

  /** Milliseconds since the epoch. It changes only at full seconds, so that all countdowns agree. */
  readonly now = (): number => {
    const now = Date.now();
    if (Math.floor(now / 1000) !== Math.floor(this.#now / 1000)) this.#now = now;
    return this.#now;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#schedule();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  };

  #visibilityChanged(): void {
    if (this.#page.hidden) this.#rest();
    else this.#tick();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#listeners.size === 0 || this.#page.hidden) return;
    this.#timer = setTimeout(() => this.#tick(), 1000 - (Date.now() % 1000));
  }

  #tick(): void {
    this.#rest();
    for (const listener of this.#listeners) listener();
    this.#schedule();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
