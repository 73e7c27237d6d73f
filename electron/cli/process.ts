import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where a command writes; a terminal also says so, and how wide it is. */
export type Output = Writable & { isTTY?: boolean; columns?: number };

/**
 * What the command line uses of its process. Only index.js passes the real one, so tests can use another without
 * starting a process. Signals and uncaught errors are events, as in Node.
 */
export interface Process extends Pick<EventEmitter, 'on' | 'once' | 'off'> {
  /** The arguments start at the third entry. */
  argv: string[];
  env: NodeJS.ProcessEnv;
  cwd(): string;
  /** Changes once the parent is gone. */
  ppid: number;
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  /** Ends the process at once. */
  exit(status: number): void;
}
