import { format } from 'node:util';
import createDebug from 'debug';
import type { Log } from './logger.ts';

/** Sends the `DEBUG=…` output of libraries and adapters to the log, which redacts it. */
export function captureDebug(log: Pick<Log, 'debug'>): void {
  createDebug.log = (...given: unknown[]) => log.debug(format(...given));
}
