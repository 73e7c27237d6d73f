/** A life that ends in the middle of something: after that, no call gets through and no answer arrives. */
export class Life {
  #alive = true;
  #callsLeft = Infinity;

  kill(): void {
    this.#alive = false;
  }

  /** Dies once this many more calls have been carried out, before the last one's answer arrives. */
  dieAfter(calls: number): void {
    this.#callsLeft = calls;
  }

  /** Wraps an object: its calls work only while this life lasts, and answers after its end never arrive. */
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
