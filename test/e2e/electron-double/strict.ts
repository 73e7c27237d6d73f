/** What `target` has, and a clear error for what it has not: a call that nobody implemented must not pass unseen. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && key !== 'then' && !(key in object))
        throw new Error(`The electron double does not implement ${name}.${key}.`);
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' && !isClass(value) ? value.bind(object) : value;
    },
    set: (object, key, value) => Reflect.set(object, key, value, object),
  });
}

function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}
