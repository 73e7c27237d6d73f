import type { EventEmitter } from 'node:events';
import type { Logger } from '../../core/ports.ts';

export interface Faults {
  /** Who is told of each from now on, and of one that came before. */
  tellTo(listener: () => void): void;
}

/**
 * Errors that nobody caught are logged, and told. The log strikes out secrets and shortens them to their stack; Node
 * would write them to the terminal with all that hangs on them, a request with its credentials for instance.
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
