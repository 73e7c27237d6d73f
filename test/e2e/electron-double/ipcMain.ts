import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';

type Handler = Parameters<IpcMain['handle']>[1];
export type InvokeReply = { value: unknown } | { error: string };

/** Carries invoke with Electron's rules: cloned both ways, one handler a channel, of an error its message alone. */
export class FakeIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  async invoke(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<InvokeReply> {
    const handler = this.#handlers.get(channel);
    if (!handler) return { error: `Error: No handler registered for '${channel}'` };
    try {
      return { value: structuredClone(await handler(event, ...structuredClone(args))) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}
