/** What `target` has, and a clear error for what it has not: a call that nobody implemented must not pass unseen. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && key !== 'then' && !(key in object)) throw unimplemented(`${name}.${key}`);
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' && !isClass(value) ? value.bind(object) : value;
    },
    set: (object, key, value) => Reflect.set(object, key, value, object),
  });
}

/** A part of Electron of which the double has nothing. */
export function missing(name: string): never {
  const refuse = (_target: unknown, key?: unknown): never => {
    throw unimplemented(typeof key === 'string' ? `${name}.${key}` : name);
  };
  return new Proxy(function absent() {}, { get: refuse, apply: refuse, construct: refuse }) as never;
}

function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}

function unimplemented(name: string): Error {
  return new Error(`The electron double does not implement ${name}.`);
}
