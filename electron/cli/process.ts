import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where a command writes; where that is a terminal, it says so and how wide it is. */
export type Output = Writable & { isTTY?: boolean; columns?: number };

/**
 * What the command line uses of its process, which only index.js knows: whoever calls it with another one, such as a
 * test, needs no process for it. Signals and errors that nobody caught are events, as Node has them.
 */
export interface Process extends Pick<EventEmitter, 'on' | 'once' | 'off'> {
  /** The arguments come third. */
  argv: string[];
  env: NodeJS.ProcessEnv;
  cwd(): string;
  /** Another one once the parent is gone. */
  ppid: number;
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  /** Ends it at once. */
  exit(status: number): void;
}
