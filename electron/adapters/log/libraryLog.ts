import { format } from 'node:util';
import createDebug from 'debug';
import type { Log } from './logger.ts';

/** What `DEBUG=…` has libraries and adapters say goes into the log, too, and through its redaction. */
export function captureDebug(log: Pick<Log, 'debug'>): void {
  createDebug.log = (...given: unknown[]) => log.debug(format(...given));
}
