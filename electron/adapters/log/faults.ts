import type { EventEmitter } from 'node:events';
import type { Logger } from '../../core/ports.ts';

export interface Faults {
  /** Sets who is told of each fault from now on, and of one that happened before. */
  tellTo(listener: () => void): void;
}

/**
 * Logs uncaught errors and reports them. The log removes secrets and shortens errors to their stack; Node would print
 * everything attached to them, such as a request with its credentials.
 */
export function watchFaults(process: Pick<EventEmitter, 'on'>, log: Pick<Logger, 'error'>): Faults {
  let untold = false;
  let tell: () => void = () => {
    untold = true;
  };
  process.on('uncaughtException', (thrown: unknown) => {
    log.error('An error was not caught.', thrown);
    tell();
  });
  process.on('unhandledRejection', (reason: unknown) => {
    log.error('A promise was rejected, and nobody cared.', reason);
    tell();
  });
  return {
    tellTo: (listener) => {
      tell = listener;
      if (untold) listener();
      untold = false;
    },
  };
}
