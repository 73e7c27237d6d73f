import type { Command } from '../contract/commands.ts';

/** Holds what was asked of the window last, until its page takes it: the page may still be loading, or be at the door. */
export class CommandSlot {
  #command: Command | null = null;

  put(command: Command): void {
    this.#command = command;
  }

  take(): Command | null {
    const command = this.#command;
    this.#command = null;
    return command;
  }
}
