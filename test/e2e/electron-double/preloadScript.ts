import type { ContextBridge, IpcRenderer } from 'electron';

export interface PreloadNames {
  /** The function through which a page reaches main; taken off the page before any script of its own runs. */
  invoke: string;
  /** The function through which main reaches a page; hidden behind a name that the page cannot guess. */
  deliver: string;
}

/**
 * Text of a script that runs the built preload in a page before the page's own scripts. The preload's `require` knows
 * electron alone, as in Electron's sandbox. It shares the page's world, where Electron would give it one of its own.
 */
export function preloadScript(source: string, names: PreloadNames): string {
  return `(${environment.toString()})(${JSON.stringify(names)}, (require, module, exports) => {\n${source}\n});`;
}

/** The page itself without a preload still must not see the door. */
export function noPreloadScript(names: PreloadNames): string {
  return `delete globalThis[${JSON.stringify(names.invoke)}];`;
}

/** Nothing that Electron has not. */
type Members<T> = Partial<Record<keyof T, unknown>>;
type Listener = (event: object, ...args: unknown[]) => void;
type Reply = { value: unknown } | { error: string };

/** Runs in the page: nothing from outside this function is there. */
function environment(
  names: PreloadNames,
  preload: (require: unknown, module: unknown, exports: unknown) => void,
): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const invoke = page[names.invoke] as (channel: string, args: unknown[]) => Promise<Reply>;
  delete page[names.invoke];
  if (window.top !== window) return;

  const listeners = new Map<string, Listener[]>();
  const deliver = (channel: string, args: unknown[]) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
  };
  Object.defineProperty(page, names.deliver, { value: deliver, enumerable: false });

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const reply = await invoke(channel, structuredClone(args));
      if ('error' in reply) throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
      return reply.value;
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
  } satisfies Members<IpcRenderer>;

  /** Functions become calls to the other side; everything else is copied, as contextBridge does. */
  const across = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => across(value(...args.map(across)));
    if (value instanceof Promise) return value.then(across);
    if (Array.isArray(value)) return Object.freeze(value.map(across));
    if (typeof value !== 'object' || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, across(item)])));
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in page)
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${name}`);
      Object.defineProperty(page, name, { value: across(api), enumerable: true });
    },
  } satisfies Members<ContextBridge>;

  const module = { exports: {} };
  const require = (id: string) => {
    if (id === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${id}`);
  };
  preload(require, module, module.exports);
}
