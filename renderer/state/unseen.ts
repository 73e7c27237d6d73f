/** Codes that came while this window was open and that nobody has seen or copied yet. */
export class Unseen {
  readonly #listeners = new Set<() => void>();
  /** By the SID of their message. */
  readonly #codes = new Map<string, string>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  has(sid: string): boolean {
    return this.#codes.has(sid);
  }

  arrived(sid: string, code: string): void {
    this.#codes.set(sid, code);
    this.#changed();
  }

  seen(sid: string): void {
    if (this.#codes.delete(sid)) this.#changed();
  }

  /** This text was copied. */
  copied(text: string): void {
    for (const [sid, code] of this.#codes) if (code === text) this.seen(sid);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
