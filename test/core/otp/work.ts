/**
 * Counts the work of a run without a clock: the characters that regular expressions and string methods go over or are
 * asked for, and the elements that array methods visit. It patches the built-in prototypes while the run lasts.
 */
export function workOf(run: () => unknown): number {
  let work = 0;
  const undo: (() => void)[] = [];

  const patch = (
    prototype: object,
    name: string,
    cost: (self: unknown, args: unknown[], result: unknown) => number,
  ) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
    const original: unknown = descriptor.value;
    if (typeof original !== 'function') throw new Error(`There is no ${name} to count.`);
    const counted = function counted(this: unknown, ...args: unknown[]): unknown {
      const before = this instanceof RegExp ? this.lastIndex : 0;
      const result: unknown = Reflect.apply(original, this, args);
      work += 1 + cost(this, [...args, before], result);
      return result;
    };
    Object.defineProperty(prototype, name, { ...descriptor, value: counted });
    undo.push(() => Object.defineProperty(prototype, name, descriptor));
  };

  patch(RegExp.prototype, 'exec', (self, args, result) => {
    const pattern = self as RegExp;
    const from = pattern.global || pattern.sticky ? Number(args.at(-1)) : 0;
    const match = result as RegExpExecArray | null;
    if (match) return match.index + match[0].length - from;
    return pattern.sticky ? 0 : Math.max(0, String(args[0]).length - from);
  });
  for (const name of ['slice', 'substring', 'trim', 'normalize', 'toLowerCase', 'toUpperCase']) {
    patch(String.prototype, name, (_, __, result) => String(result).length);
  }
  patch(String.prototype, 'charCodeAt', () => 0);
  patch(String.prototype, 'split', (self) => String(self).length);
  patch(String.prototype, 'indexOf', (self, args, found) => {
    const from = args.length > 2 ? Number(args[1]) : 0;
    return Math.max(0, (Number(found) < 0 ? String(self).length : Number(found)) - from);
  });
  patch(String.prototype, 'lastIndexOf', (self, args, found) => {
    const from = args.length > 2 ? Number(args[1]) : Infinity;
    return Math.max(0, Math.min(from, String(self).length) - Number(found));
  });
  patch(String.prototype, 'includes', (self, args, found) =>
    found ? String(self).indexOf(String(args[0])) : String(self).length,
  );
  for (const name of ['map', 'filter', 'flatMap', 'forEach', 'reduce', 'sort', 'slice', 'concat', 'join']) {
    patch(Array.prototype, name, (self, _, result) =>
      name === 'slice' ? (result as unknown[]).length : (self as unknown[]).length,
    );
  }

  try {
    run();
  } finally {
    for (const restore of undo) restore();
  }
  return work;
}
