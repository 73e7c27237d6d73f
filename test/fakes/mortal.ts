/** A life that ends in the middle of something: from then on nothing is heard, and nothing comes through. */
export class Life {
  #alive = true;
  #callsLeft = Infinity;

  kill(): void {
    this.#alive = false;
  }

  /** Dies as soon as so many more calls were carried out, before their answers arrive. */
  dieAfter(calls: number): void {
    this.#callsLeft = calls;
  }

  /** The same object, whose calls are carried out while there is life; an answer that comes too late never comes. */
  bind<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const value: unknown = Reflect.get(object, name);
        return typeof value === 'function'
          ? (...args: unknown[]) => this.#call(() => Reflect.apply(value, object, args))
          : value;
      },
    });
  }

  async #call(work: () => unknown): Promise<unknown> {
    if (!this.#alive) return never();
    this.#callsLeft -= 1;
    if (this.#callsLeft <= 0) this.#alive = false;
    const settled = await Promise.resolve(work()).then(
      (value) => () => value,
      (thrown: unknown) => () => {
        throw thrown;
      },
    );
    return this.#alive ? settled() : never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
