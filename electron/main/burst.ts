import type { Clock } from '../core/ports.ts';

export interface BurstOptions<T> {
  clock: Pick<Clock, 'now' | 'after'>;
  /** More than so many within this time become one. */
  most: number;
  withinMs: number;
  /** Shows one; returns what takes it away again. */
  one: (item: T) => () => void;
  many: (items: T[]) => void;
}

/** Shows the first few at once; when there are more of them in a short time, all of them together instead. */
export class Burst<T> {
  readonly #options: BurstOptions<T>;
  #began = -Infinity;
  #items: T[] = [];
  #close: (() => void)[] = [];

  constructor(options: BurstOptions<T>) {
    this.#options = options;
  }

  add(item: T): void {
    const { clock, most, withinMs, one, many } = this.#options;
    const now = clock.now();
    if (now - this.#began >= withinMs) {
      this.#began = now;
      this.#items = [];
      this.#close = [];
    }
    const items = this.#items;
    items.push(item);
    if (items.length <= most) return void this.#close.push(one(item));
    if (items.length > most + 1) return;
    for (const close of this.#close) close();
    clock.after(this.#began + withinMs - now, () => many(items));
  }
}
